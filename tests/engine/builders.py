"""Small builders of assessments, events and programs, with ordinary values for what a test does not name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from backstride.engine import advance, today
from backstride.engine import begin as first_program
from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind
from backstride.engine.event import (
    Approved,
    Assessed,
    CheckedIn,
    Event,
    Reopened,
    Report,
    Screened,
    SessionDone,
    SettledAnswered,
    Walked,
)
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.engine.screening import asked
from backstride.engine.values import Settled, Side, Site
from backstride.knowledge import load

KNOWLEDGE: Knowledge = load().engine
DISC = "disc-herniation"
STENOSIS = "spinal-stenosis"
FIRST = date(2026, 1, 5)
HOUSEHOLD = ("bike", "chair", "stick", "towel", "wall")


def on(day: int) -> date:
    """The date of day `day`; day 0 is the first of the program."""
    return FIRST + timedelta(days=day)


def answers(cause: str = DISC, full: bool = True, **said: str | Answer) -> tuple[Answer, ...]:
    """Every question that is asked, answered no but for those named (`C1="yes"`)."""
    given = {name: one if isinstance(one, Answer) else Answer(name, one) for name, one in said.items()}
    return tuple(given.get(name, Answer(name, "no")) for name in asked(cause, full, KNOWLEDGE))


def assessment(cause: str = DISC, day: int = 0, said: dict[str, str] | None = None, **found: Any) -> Assessment:
    """An ordinary assessment of day `day`: left leg 4 to the thigh, back 3, 15 comfortable minutes of walking."""
    ordinary = Assessment(
        on=on(day),
        diagnosis=Diagnosis(cause, "physical-therapist", "Robin Vale", on(day)),
        side=Side.LEFT,
        leg=4,
        back=3,
        site=Site.THIGH,
        walk_minutes=15,
        answers=answers(cause, **(said or {})),
        kit=HOUSEHOLD,
    )
    return replace(ordinary, **found)


def begin(cause: str = DISC, approved: bool = True, **found: Any) -> Program:
    """The program of an ordinary assessment on day 0, approved the same day."""
    program, _ = first_program(Assessed(on(0), assessment(cause, **found)), KNOWLEDGE)
    return fold(program, Approved(on(0), "Robin Vale"))[0] if approved else program


def fold(program: Program, *events: Event) -> tuple[Program, Decisions]:
    """The program after these events, and all the decisions they made."""
    made: list[Decision] = []
    for event in events:
        program, more = advance(program, event, KNOWLEDGE)
        made += more
    return program, tuple(made)


def after(program: Program, *events: Event) -> Program:
    """The program after these events."""
    return fold(program, *events)[0]


def plan(program: Program, day: int | None = None) -> DayPlan:
    """The plan of day `day`, or of the date the program has reached."""
    return today(program, KNOWLEDGE, program.on if day is None else on(day))


def planned(program: Program, day: int | None = None) -> list[str]:
    """The exercises of that day's session, in order; empty when there is none."""
    session_plan = plan(program, day).session
    return [item.exercise for item in session_plan.items] if session_plan else []


def morning(
    day: int, leg: int | None = 2, back: int | None = 2, site: Site | None = Site.THIGH, **more: Any
) -> CheckedIn:
    """A check-in: settled within the hour, not stiffer, not limited, unless said otherwise."""
    said = {"settled": Settled.WITHIN_HOUR, "stiffer": False, "limited": False, **more}
    return CheckedIn(on(day), leg, back, site, **said)


def report(
    leg: tuple[int | None, int | None] = (2, 2), back: tuple[int | None, int | None] = (2, 2), **more: Any
) -> Report:
    """How a bout felt: leg and back as (before, peak), the thigh before and after, effort 4."""
    said = {"site_before": Site.THIGH, "site_after": Site.THIGH, "effort": 4, **more}
    return Report(leg[0], back[0], leg[1], back[1], **said)


def session(
    day: int, felt: Report | None = None, exercises: Iterable[str] = ("HAM01", "COR01"), hurt: tuple[str, ...] = ()
) -> SessionDone:
    """A session of day `day` that felt like `felt` (green unless given)."""
    return SessionDone(on(day), felt or report(), tuple(exercises), hurt)


def settled(
    day: int, yes: bool = True, site: Site | None = Site.THIGH, tingling: bool = False, walk: bool = False
) -> SettledAnswered:
    """The answer 30-60 minutes after."""
    return SettledAnswered(on(day), yes, site, tingling, walk)


def walk(day: int, minutes: int = 14, felt: Report | None = None, **more: Any) -> Walked:
    """A walk of day `day`; eased within 2 minutes of sitting, where that is asked."""
    return Walked(on(day), minutes, felt or report(settled=True), **{"ease": 2, **more})


def screened(day: int, cause: str = DISC, full: bool = False, **said: str | Answer) -> Screened:
    """The due questions answered no, but for those named."""
    return Screened(on(day), answers(cause, full, **said), full)


def reopened(day: int, examined: int, cause: str = DISC, **more: Any) -> Reopened:
    """An examination of day `examined` told on day `day`, with a clean full screen."""
    return Reopened(on(day), "Robin Vale", on(examined), answers(cause), **more)


def green_day(
    day: int, cause: str = DISC, exercises: Iterable[str] = ("HAM01", "COR01"), leg: int = 2
) -> tuple[Event, ...]:
    """A calm day: screened when due, then checked in, one green session, one walk, both settled."""
    felt = report(leg=(leg, leg))
    due = (screened(day, cause, full=day % 28 == 0),) if day and day % 7 == 0 else ()
    return (
        *due,
        morning(day, leg=leg),
        session(day, felt, exercises),
        settled(day),
        walk(day, 30, report(leg=(leg, leg), settled=True)),
        settled(day, walk=True),
    )


def green_days(first: int, last: int, **more: Any) -> tuple[Event, ...]:
    """Calm days from `first` to `last`, both included."""
    return tuple(event for day in range(first, last + 1) for event in green_day(day, **more))


RED = report(leg=(2, 5))
HARD = report(leg=(2, 4))


def kinds(made: Decisions) -> list[tuple[Kind, str]]:
    """Kind and subject of each decision, in order."""
    return [(one.kind, one.subject) for one in made]


def of(made: Decisions, kind: Kind) -> list[Decision]:
    """The decisions of one kind."""
    return [one for one in made if one.kind is kind]


def last_color(made: Decisions, subject: str = "session") -> str:
    """The last color given to a session or walk."""
    return str([one for one in of(made, Kind.COLORED) if one.subject == subject][-1].after)
