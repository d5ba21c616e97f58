"""One cause, for anyone to read: what it is, its phases and their moves, and what is not given, with reasons."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.cause import Cause, Denial
from backstride.web.library.mentions import Mention, Place, exercise_place, mentions
from backstride.web.records.library import library

EVERY_PHASE = (1, 2, 3, 4)
CONDITIONS = {
    "leg-calm": "until the leg has been calm for 2 weeks",
    "irritable": "while the leg is easily stirred up",
    "leg-spreads": "while the pain spreads further down the leg",
}


@dataclass(frozen=True)
class Menu:
    """One phase: its number and name, the purposes of its session, and the exercises it opens."""

    number: int
    name: str
    asks: str
    exercises: tuple[Place, ...]


@dataclass(frozen=True)
class Refusal:
    """One line of the deny-list: the exercise, when it is not given, why, and whether the reason is only proposed."""

    exercise: Place
    when: str
    reason: str
    sources: tuple[Mention, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows: the `cause`'s texts, its `menus` by phase, its deny-list, positions of `ease`, and `sources`."""

    cause: Cause
    menus: tuple[Menu, ...]
    denials: tuple[Refusal, ...]
    ease: tuple[Place, ...]
    sources: tuple[Mention, ...]


@require_safe
def cause(request: HttpRequest, cause: str) -> HttpResponse:
    """Show the cause with this id; 404 for one that has no file."""
    words = library().causes.get(cause)
    if words is None:
        raise Http404("no such cause")
    context = Context(
        cause=words,
        menus=_menus(words),
        denials=tuple(_refusal(one) for one in words.denials),
        ease=tuple(exercise_place(one) for one in words.ease),
        sources=mentions(words.sources),
    )
    return render(request, "library/cause.html", {"screen": context})


def _menus(words: Cause) -> tuple[Menu, ...]:
    return tuple(
        Menu(number, phase.name, ", ".join(phase.asks), tuple(exercise_place(one) for one in phase.menu))
        for number, phase in enumerate(words.phases, start=1)
    )


def _refusal(denial: Denial) -> Refusal:
    return Refusal(exercise_place(denial.exercise), _when(denial), denial.reason, mentions(denial.sources))


def _when(denial: Denial) -> str:
    condition = CONDITIONS.get(denial.until or denial.when or "", "")
    if denial.phases == EVERY_PHASE:
        return condition or "never"
    phases = ", ".join(map(str, denial.phases))
    return f"phase {phases}, {condition}" if condition else f"phase {phases}"
