"""One cause, for anyone to read: what it is, its phases and their moves, what is not given and why, review and codes."""

from collections import Counter
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.cause import Cause, Denial, Phase
from backstride.knowledge.snomed import SnomedCode
from backstride.web.library.mentions import Mention, mentions, rules_naming
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.library.snomed import snomed
from backstride.web.library.step import way_name
from backstride.web.records.library import library

EVERY_PHASE = (1, 2, 3, 4)
CONDITIONS = {
    "leg-calm": "until the leg has been calm for 2 weeks",
    "irritable": "while it is easily stirred up",
    "leg-spreads": "while the pain spreads further down the leg",
    "late-pregnancy": "in later pregnancy",
    "no-control": "until a practitioner has confirmed the control check",
}
DIRECTIONS = {
    "extension": "When leaning back eases",
    "flexion": "When bending forward eases",
    "neutral": "When neither eases",
}
BIASES = {
    "extension": "Leaning back first.",
    "flexion": "Bending forward first.",
    "neutral": "The middle; no direction first.",
}
WALKS = {"continuous": "In one go.", "interval": "In pieces, with rests."}


@dataclass(frozen=True)
class Menu:
    """One phase: its number and name, what its session asks for, and the exercises it opens."""

    number: int
    name: str
    asks: str
    exercises: tuple[Place, ...]


@dataclass(frozen=True)
class Refusal:
    """One line of the deny-list: the exercise, when it is not given, why, and where that comes from."""

    exercise: Place
    when: str
    reason: str
    sources: tuple[Mention, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `cause` has the texts; `facts` are (label, value) pairs on how its plan works; `menus` are by phase; `relief` is
    ladders by direction; `denials` is the deny-list; `ease` positions of ease; `comfort` those to choose among.
    `flags` are questions asked for it only; `snomed` the deployer's own codes, never verified; `rules` have an example of it.
    """

    cause: Cause
    facts: tuple[tuple[str, str], ...]
    control: Place
    menus: tuple[Menu, ...]
    relief: tuple[tuple[str, tuple[Place, ...]], ...]
    denials: tuple[Refusal, ...]
    ease: tuple[Place, ...]
    comfort: tuple[Place, ...]
    lessons: tuple[Place, ...]
    tips: tuple[Place, ...]
    flags: tuple[Place, ...]
    snomed: tuple[SnomedCode, ...]
    rules: tuple[Place, ...]
    paper: Paper


@require_safe
def cause(request: HttpRequest, cause: str) -> HttpResponse:
    """Show the cause with this id; 404 for one that has no file."""
    words = library().causes.get(cause)
    if words is None:
        raise Http404("no such cause")
    texts = library()
    context = Context(
        cause=words,
        facts=tuple(_facts(words)),
        control=place("exercise", words.control),
        menus=_menus(words),
        relief=tuple(
            (DIRECTIONS[to], tuple(place("ladder", one) for one in names)) for to, names in words.relief.items()
        ),
        denials=tuple(_refusal(one) for one in words.denials),
        ease=_exercises(words.ease),
        comfort=_exercises(words.comfort),
        lessons=tuple(place("lesson", one.id) for one in texts.lessons.values() if cause in one.causes),
        tips=tuple(place("tip", one.id) for one in texts.tips.values() if cause in one.causes),
        flags=tuple(place("flag", one.id) for one in texts.flags.values() if cause in one.only),
        snomed=snomed(cause),
        rules=rules_naming("cause", cause),
        paper=paper(words, "causes"),
    )
    return render(request, "library/cause.html", {"screen": context})


def _exercises(ids: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(place("exercise", one, "") for one in ids)


def _menus(words: Cause) -> tuple[Menu, ...]:
    return tuple(
        Menu(number, phase.name, _asks(phase), _exercises(phase.menu))
        for number, phase in enumerate(words.phases, start=1)
    )


def _asks(phase: Phase) -> str:
    """What a session asks for: purposes in their own word, single ladders by name."""
    ladders = library().ladders
    times = Counter(ladders[one].name.lower() if one in ladders else one for one in phase.asks)
    return ", ".join(f"{name} twice" if many > 1 else name for name, many in times.items())


def _facts(words: Cause) -> list[tuple[str, str]]:
    irritable, settled = words.break_minutes
    facts = [
        ("Before a direction is known", BIASES[words.bias]),
        ("Walking", WALKS[words.walk]),
        ("A break from sitting", f"After {irritable} minutes when easily stirred up, {settled} when settled."),
        ("Somebody looks again", f"{_listed(words.review_days)} days after the start, and whenever something changes."),
    ]
    if words.graded:
        facts.append(
            ("Grade of the slip", "Unknown, or 3 and more: easy walks and positions of ease only, the rest by hand.")
        )
    if words.irritable_back:
        facts.append(("Easily stirred up", "Here the back counts as well as the leg."))
    return facts


def _listed(days: tuple[int, ...]) -> str:
    return " and ".join(str(day) for day in days)


def _refusal(denial: Denial) -> Refusal:
    return Refusal(place("exercise", denial.exercise, ""), _when(denial), denial.reason, mentions(denial.sources))


def _when(denial: Denial) -> str:
    parts = [_phases(denial), CONDITIONS.get(denial.until or denial.when or "", ""), _forms(denial)]
    return ", ".join(part for part in parts if part) or "never given"


def _phases(denial: Denial) -> str:
    return "" if denial.phases == EVERY_PHASE else f"phase {', '.join(map(str, denial.phases))}"


def _forms(denial: Denial) -> str:
    exercise = library().exercises[denial.exercise]
    names = ", ".join(way_name(exercise, form).lower() for form in denial.forms)
    return f"only this way: {names}" if names else ""
