"""A rule's examples in words: who it is about, what happens day by day, and what is decided."""

from dataclasses import dataclass

from backstride.knowledge.rule import Rule
from backstride.knowledge.story import Bout, Day, Story
from backstride.web.records.library import library


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
    start = story.start
    cause = library().causes[start.cause].name if start.cause in library().causes else start.cause
    begin = f"{cause}. Leg {start.leg}, back {start.back}, pain to the {start.site}."
    return Example(story.name, begin, tuple(_day(day) for day in story.days), tuple(_outcome(story)))


def _day(day: Day) -> str:
    when = f"Day {day.day} to {day.until}" if day.until is not None else f"Day {day.day}"
    told = [*_morning(day), *_bouts(day), *_others(day)]
    return f"{when}: {', '.join(told) or 'nothing said'}."


def _morning(day: Day) -> list[str]:
    if day.check_in is None:
        return []
    said = [
        f"{part} {score}"
        for part, score in (("leg", day.check_in.leg), ("back", day.check_in.back))
        if score is not None
    ]
    return [f"check-in {' and '.join(said)}" if said else "check-in as before"]


def _bouts(day: Day) -> list[str]:
    return [f"{name}{_felt(bout)}" for name, bout in (("session", day.session), ("walk", day.walk)) if bout is not None]


def _felt(bout: Bout) -> str:
    pairs = [(name, pair) for name, pair in (("leg", bout.leg), ("back", bout.back), ("pain to", bout.site)) if pair]
    words = [f"{name} {_said(before)} then {_said(after)}" for name, (before, after) in pairs]
    return f" ({', '.join(words)})" if words else " as usual"


def _said(value: int | str | None) -> str:
    return "not answered" if value is None else str(value)


def _others(day: Day) -> list[str]:
    named = ("reopen", "approve", "adjust", "taught", "screen", "flagged", "taken_back", "flare", "measured")
    return [name.replace("_", " ") for name in named if getattr(day, name)]


def _outcome(story: Story) -> list[str]:
    lines = [f"Day {one.day}: {_match(one.kind, one.subject)}" for one in story.expect]
    lines += [f"Never: {_match(one.kind, one.subject)}" for one in story.never]
    return [*lines, *([f"Refused: {story.refused}"] if story.refused else [])]


def _match(kind: object, subject: str | None) -> str:
    words = [str(getattr(kind, "value", "")).replace("-", " "), (subject or "").replace("-", " ")]
    return " ".join(word for word in words if word) + "."
