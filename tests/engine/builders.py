"""Small builders of assessments, events and programs, with ordinary values for what a test does not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from backstride.engine import advance, today
from backstride.engine import begin as first_program
from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind
from backstride.engine.event import (
    Adjusted,
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
PREGNANCY = "pregnancy"
SLIP = "spondylolisthesis"
WEEKS = {PREGNANCY: 14, "pregnancy-20-weeks": 22, "pregnancy-28-weeks": 30}
BORN: dict[str, Any] = {"kind": "after-birth", "weeks": None}
ORDINARY: dict[str, dict[str, Any]] = {PREGNANCY: {"kind": "pregnant", "weeks": 14}, SLIP: {"grade": 1}}
CAUSES = tuple(sorted(KNOWLEDGE.causes))
PHASES = (1, 2, 3, 4)
FIRST = date(2026, 1, 5)
HOUSEHOLD = ("chair", "stick", "towel", "wall")


def on(day: int) -> date:
    """The date of day `day`; day 0 is the first of the program."""
    return FIRST + timedelta(days=day)


def answers(
    cause: str = DISC, full: bool = True, findings: tuple[str, ...] = (), **said: str | Answer
) -> tuple[Answer, ...]:
    """Every question that is asked with these findings, answered no but for those named (`C1="yes"`)."""
    given = {name: one if isinstance(one, Answer) else Answer(name, one) for name, one in said.items()}
    return tuple(given.get(name, Answer(name, "no")) for name in asked(cause, full, KNOWLEDGE, findings))


def assessment(cause: str = DISC, day: int = 0, said: dict[str, str] | None = None, **found: Any) -> Assessment:
    """An ordinary assessment of day `day`: left leg 4 to the thigh, back 3, 15 comfortable minutes."""
    ordinary = Assessment(
        on=on(day),
        diagnosis=Diagnosis(cause, "physical-therapist", "Robin Vale", on(day)),
        side=Side.LEFT,
        leg=4,
        back=3,
        site=Site.THIGH,
        walk_minutes=15,
        answers=answers(cause, findings=found.get("contraindications", ()), **(said or {})),
        kit=HOUSEHOLD,
        **ORDINARY.get(cause, {}),
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


def adjusted(program: Program, what: str, target: str, value: int = 0, reason: str = "", day: int = 0) -> Program:
    """The program after one change by the practitioner on a day."""
    return after(program, Adjusted(on(day), "Robin Vale", what, target, value, reason))


def in_phase(cause: str, phase: int, **found: Any) -> Program:
    """A program whose practitioner set the phase on day 0; phase 4 of a pregnancy is after the birth (§13.24)."""
    if cause == PREGNANCY and phase == PHASES[-1]:
        found = {**BORN, **found}
    program = begin(cause, **found)
    return program if phase == program.phase else adjusted(program, "phase", "phase", phase)


def found_with(cause: str, finding: str) -> dict[str, Any]:
    """What an assessment says of a finding; of a pregnancy, the week it stands for as well."""
    weeks = {"weeks": WEEKS[finding]} if cause == PREGNANCY and finding in WEEKS else {}
    return {"contraindications": (finding,), **weeks}


def places(exercise: str, cause: str = DISC, form: str = "") -> list[int]:
    """The places of an exercise (in a form, best or only) on its ladder, of those meant for the cause."""
    ladder = KNOWLEDGE.ladder(KNOWLEDGE.ladders_with[exercise][0])
    return [
        place
        for place, one in enumerate(ladder.rungs)
        if one.exercise == exercise and (not one.causes or cause in one.causes) and (not form or one.forms[0] == form)
    ]


def at(program: Program, exercise: str, step: int = 0, form: str = "", day: int = 0) -> Program:
    """The program with an exercise's ladder at one of its rungs (0 the first, -1 the last), placed by hand."""
    ladder = KNOWLEDGE.ladders_with[exercise][0]
    return adjusted(program, "rung", ladder, places(exercise, program.cause, form)[step], day=day)


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


def screened(
    day: int, cause: str = DISC, full: bool = False, findings: tuple[str, ...] = (), **said: str | Answer
) -> Screened:
    """The due questions answered no, but for those named."""
    return Screened(on(day), answers(cause, full, findings, **said), full)


def reopened(
    day: int, examined: int, cause: str = DISC, findings: tuple[str, ...] = (), practitioner: bool = True
) -> Reopened:
    """An examination of day `examined` told on day `day`, with a clean full screen."""
    return Reopened(on(day), "Robin Vale", on(examined), answers(cause, findings=findings), practitioner)


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


def followed(program: Program, first: int, last: int, leg: int = 2) -> Iterator[tuple[Program, DayPlan]]:
    """Days on which everything planned is done and feels easy: each evening's program and that day's plan."""
    for day in range(first, last + 1):
        felt = report(leg=(leg, leg), settled=True, site_later=Site.THIGH)
        program = after(program, morning(day, leg=leg))
        asked_now = plan(program, day)
        if asked_now.ask:
            findings = program.assessment.contraindications
            given = answers(program.cause, asked_now.ask_full, findings)
            program = after(program, Screened(on(day), given, asked_now.ask_full))
        today_plan = plan(program, day)
        if today_plan.session is not None:
            program = after(program, session(day, felt, [item.exercise for item in today_plan.session.items]))
        if today_plan.ride is not None:
            program = after(program, session(day, felt, [today_plan.ride.exercise]))
        if today_plan.walk is not None:
            program = after(program, walk(day, today_plan.walk.minutes, felt))
        yield program, today_plan


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
