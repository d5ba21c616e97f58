"""A rule's examples in words: who it is about, what happens day by day, and what is decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstride.knowledge.rule import Rule
from backstride.knowledge.story import Bout, Day, Story
from backstride.web.library.outcome import named, outcome

DECLARED = {
    "diagnosis": "a new diagnosis",
    "injection": "an injection in the back",
    "surgery": "an operation",
    "pregnancy": "a pregnancy",
}


@dataclass(frozen=True)
class Example:
    """One example: its name, its start, its days and what follows, each a line."""

    name: str
    start: str
    days: tuple[str, ...]
    outcome: tuple[str, ...]


def examples(rule: Rule) -> tuple[Example, ...]:
    """The examples of a rule; the project's tests run each of them."""
    return tuple(_example(story) for story in rule.examples)


def _example(story: Story) -> Example:
    days = tuple(_day(day) for day in story.days)
    return Example(story.name, " ".join(_start(story)), days, tuple(outcome(story)))


def _start(story: Story) -> Iterator[str]:
    start = story.start
    yield f"{named(start.cause)}. Leg {start.leg}, back {start.back}, pain to the {start.site}."
    if start.also:
        yield f"Beside it: {', '.join(map(named, start.also))}."
    if start.contraindications:
        yield f"Precautions: {', '.join(map(named, start.contraindications))}."
    if start.known:
        yield f"Known and stable: {', '.join(map(named, start.known))}."
    if not start.supervised:
        yield "Without a practitioner here."
    if not start.approved:
        yield "Not approved yet."


def _day(day: Day) -> str:
    when = f"Day {day.day} to {day.until}" if day.until is not None else f"Day {day.day}"
    told = [*_practitioner(day), *_morning(day), *_answers(day), *_bouts(day), *_measured(day)]
    return f"{when}: {'; '.join(told) or 'nothing said'}."


def _practitioner(day: Day) -> Iterator[str]:
    if day.reopen is not None:
        yield f"opened again after an examination on day {day.reopen.examined}"
    if day.approve is not None:
        yield "approved by the practitioner"
    if day.adjust is not None:
        yield f"the practitioner changes {named(day.adjust.target)}: {day.adjust.what} {day.adjust.value or ''}".rstrip()
    for one in day.taught:
        yield f"shown {named(one.split('/')[0])}"
    for exercise in day.controlled:
        yield f"control check passed: {named(exercise)}"


def _morning(day: Day) -> Iterator[str]:
    if day.check_in is None:
        return
    pairs = (("leg", day.check_in.leg), ("back", day.check_in.back), ("pain to the", day.check_in.site))
    said = [f"{part} {value}" for part, value in pairs if value is not None]
    yield f"check-in {' and '.join(said)}" if said else "check-in as before"
    if day.check_in.settled is None:
        yield "settling not answered"


def _answers(day: Day) -> Iterator[str]:
    if day.screen is not None:
        answered = ", ".join(f"{named(flag)} {_said(one)}" for flag, one in day.screen.answers.items())
        yield f"safety questions: {answered or 'all no'}"
    yield from (f"{named(flag)} {_said(one)}" for flag, one in day.flagged.items())
    yield from (f"takes back {named(flag)}" for flag in day.taken_back)
    if day.flare:
        yield "says that it flares"
    if day.declared is not None:
        yield f"tells of {DECLARED[day.declared]}"
    if day.yellow is not None:
        yield f"yellow flags: {', '.join(map(named, day.yellow)) or 'all no'}"


def _said(answer: object) -> str:
    return str(getattr(answer, "said", answer))


def _bouts(day: Day) -> Iterator[str]:
    for name, bout, later in (("session", day.session, day.settled), ("walk", day.walk, day.walk_settled)):
        if bout is not None:
            yield f"{name}{_felt(bout)}{'' if later else ', not answered afterward'}"


def _felt(bout: Bout) -> str:
    pairs = [(name, pair) for name, pair in (("leg", bout.leg), ("back", bout.back), ("pain to", bout.site)) if pair]
    words = [f"{name} {_score(before)} then {_score(after)}" for name, (before, after) in pairs]
    words += [name for name in ("tingling", "weakness") if getattr(bout, name)]
    return f" ({', '.join(words)})" if words else " as usual"


def _score(value: int | str | None) -> str:
    return "not answered" if value is None else str(value)


def _measured(day: Day) -> Iterator[str]:
    yield from (f"{named(measure)} {score}" for measure, score in day.measured.items())
