"""Stories told to the engine: what a person's days lead to, and where that is not what the story expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from backstride.engine import Refused
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision
from backstride.engine.event import Event
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from backstride.knowledge import documents
from backstride.knowledge.narration import Telling
from backstride.knowledge.refusal import KnowledgeError, Problem
from backstride.knowledge.story import Day, Final, Match, Plan, Story

FIRST_DAY = date(2026, 1, 5)
STORIES: TypeAdapter[tuple[Story, ...]] = TypeAdapter(tuple[Story, ...])


@dataclass(frozen=True, slots=True)
class Told:
    """A story told to its end: events, decisions and asked-for plans by day (0 is the first), and the program."""

    events: tuple[Event, ...]
    decisions: dict[int, tuple[Decision, ...]]
    plans: dict[int, DayPlan]
    program: Program


def tell(story: Story, knowledge: Knowledge, first: date = FIRST_DAY) -> Told:
    """Tell a story whose day 0 is `first`. Raises Refused where the engine does not accept it."""
    telling = Telling(story.start, knowledge, first)
    days = {number: day for day in story.days for number in _numbers(day)}
    looked_at = {plan.day for plan in story.plans}
    plans: dict[int, DayPlan] = {}
    for number in sorted({*days, *looked_at, story.last or 0}):
        telling.reach(number)
        if number in days:
            telling.tell(days[number])
        if number in looked_at:
            plans[number] = telling.plan()
    decisions = {number: tuple(made) for number, made in telling.decisions.items()}
    return Told(tuple(telling.events), decisions, plans, telling.program)


def _numbers(day: Day) -> range:
    return range(day.day, (day.until or day.day) + 1)


def faults(story: Story, knowledge: Knowledge) -> list[str]:
    """Where telling the story does not give what it expects; empty when it all holds."""
    try:
        told = tell(story, knowledge)
    except Refused as refusal:
        expected = story.refused is not None and story.refused in str(refusal)
        return [] if expected else [f"refused: {refusal}"]
    found = [f"not refused: {story.refused}"] if story.refused else []
    return [*found, *_missed(story, told), *_forbidden(story, told), *_plans(story, told), *_final(story, told)]


def _missed(story: Story, told: Told) -> Iterator[str]:
    for expected in story.expect:
        made = told.decisions.get(expected.day, ())
        if not any(_fits(expected, one) for one in made):
            yield f"day {expected.day}: expected {_named(expected)}; made: {'; '.join(map(_shown, made)) or 'nothing'}"


def _forbidden(story: Story, told: Told) -> Iterator[str]:
    for day, made in sorted(told.decisions.items()):
        for one in made:
            for never in story.never:
                if _fits(never, one):
                    yield f"day {day}: never expected, but made: {_shown(one)}"


def _fits(match: Match, decision: Decision) -> bool:
    pairs = (
        (match.kind, decision.kind),
        (match.subject, decision.subject),
        (match.rule, decision.reason.rule),
        (match.before, decision.before),
        (match.after, decision.after),
    )
    return all(wanted is None or wanted == got for wanted, got in pairs)


def _named(match: Match) -> str:
    given = match.model_dump(exclude_none=True, exclude={"day"})
    return ", ".join(f"{key} {value}" for key, value in given.items())


def _shown(decision: Decision) -> str:
    change = f" {decision.before}->{decision.after}" if decision.before != decision.after else ""
    return f"{decision.kind.value} {decision.subject}{change} ({decision.reason.rule})"


def _plans(story: Story, told: Told) -> Iterator[str]:
    for wanted in story.plans:
        for key, expected, got in _compared(wanted, told.plans[wanted.day]):
            if expected is not None and expected != got:
                yield f"day {wanted.day}: {key}: expected {expected}, planned {got}"
        yield from _exercises(wanted, told.plans[wanted.day])


def _compared(wanted: Plan, plan: DayPlan) -> tuple[tuple[str, object, object], ...]:
    return (
        ("session", wanted.session, plan.session is not None),
        ("no_session", wanted.no_session, plan.no_session.rule if plan.no_session else None),
        ("relief", wanted.relief, plan.relief[0].exercise if plan.relief else None),
        ("walk", wanted.walk, plan.walk.minutes if plan.walk else False),
        ("ask", wanted.ask, plan.ask),
        ("ride", wanted.ride, plan.ride.exercise if plan.ride else False),
        ("measures", wanted.measures, plan.measures),
        ("yellow", wanted.yellow, bool(plan.yellow)),
        ("locked", wanted.locked, plan.lock is not None and plan.lock.urgency.locks),
    )


def _exercises(wanted: Plan, plan: DayPlan) -> Iterator[str]:
    given = [item.exercise for item in plan.session.items] if plan.session else []
    for exercise in wanted.includes:
        if exercise not in given:
            yield f"day {wanted.day}: {exercise} is not planned; planned: {', '.join(given) or 'nothing'}"
    waiting = [one.ladder for one in plan.waiting]
    for ladder in wanted.waiting:
        if ladder not in waiting:
            yield f"day {wanted.day}: {ladder} does not wait; waiting: {', '.join(waiting) or 'nothing'}"
    for exercise in wanted.excludes:
        if exercise in given:
            yield f"day {wanted.day}: {exercise} is planned"


def _final(story: Story, told: Told) -> Iterator[str]:
    if story.program is None:
        return
    for key, expected, got in _ended(story.program, told.program):
        if expected is not None and expected != got:
            yield f"at the end: {key}: expected {expected}, is {got}"


def _ended(wanted: Final, program: Program) -> Iterator[tuple[str, object, object]]:
    lock = program.lock
    yield "phase", wanted.phase, program.phase
    yield "walk", wanted.walk, program.walk.level
    yield "locked", wanted.locked, lock is not None and lock.urgency >= Urgency.PAUSE
    yield "flare", wanted.flare, program.flare is not None
    for ladder, rung in wanted.rungs.items():
        yield f"rungs.{ladder}", rung, program.ladder(ladder).rung


def read(path: Path) -> tuple[Story, ...]:
    """The stories of a YAML file: a list of them. Raises KnowledgeError with every problem found."""
    text, problem = documents.plain(path.name, path.read_bytes())
    if problem is not None:
        raise KnowledgeError([problem])
    try:
        return STORIES.validate_json(text)
    except ValidationError as wrong:
        found = wrong.errors(include_url=False)
        raise KnowledgeError(Problem(path.name, ".".join(map(str, one["loc"])), one["msg"]) for one in found) from None
