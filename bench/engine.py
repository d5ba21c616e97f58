"""How fast the engine folds: a patient-year of days, and one day after five years against the first."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

from backstride.engine import advance, replay, today
from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.catalogue import Knowledge
from backstride.engine.event import (
    Approved,
    Assessed,
    CheckedIn,
    Event,
    Report,
    Screened,
    SessionDone,
    SettledAnswered,
    Walked,
)
from backstride.engine.program import Program
from backstride.engine.screening import asked
from backstride.engine.values import Settled, Side, Site
from backstride.knowledge import load

START = date(2026, 1, 1)
CAUSE = "disc-herniation"


def answers(knowledge: Knowledge, full: bool) -> tuple[Answer, ...]:
    """Every due question answered no."""
    return tuple(Answer(flag, "no") for flag in asked(CAUSE, full, knowledge))


def begin(knowledge: Knowledge) -> list[Event]:
    """An assessment and its approval."""
    diagnosis = Diagnosis(CAUSE, "physiatrist", "A. Bench", START)
    found = Assessment(START, diagnosis, Side.RIGHT, 4, 2, Site.THIGH, 15, answers(knowledge, True), kit=knowledge.kit)
    return [Assessed(START, found), Approved(START, "A. Bench")]


def day(on: date, exercises: tuple[str, ...], knowledge: Knowledge) -> list[Event]:
    """One full day: check-in, session, the answer after it, a walk; safety questions weekly, the practitioner every 3 weeks."""
    weekday = (on - START).days
    screen: list[Event] = []
    if weekday and weekday % 7 == 0:
        full = weekday % 28 == 0
        screen = [Screened(on, answers(knowledge, full), full)]
    seen: list[Event] = [Approved(on, "A. Bench")] if weekday and weekday % 21 == 0 else []
    felt = Report(2, 1, 3, 2, Site.BUTTOCK, Site.BUTTOCK, effort=4)
    walked = Report(2, 1, 2, 1, Site.BUTTOCK, Site.BUTTOCK, settled=True)
    return [
        *seen,
        *screen,
        CheckedIn(on, 2, 1, Site.BUTTOCK, Settled.WITHIN_HOUR, stiffer=False),
        SessionDone(on, felt, exercises),
        SettledAnswered(on, settled=True, site=Site.BUTTOCK),
        Walked(on, 20, walked),
    ]


def live(days: int, knowledge: Knowledge) -> list[Event]:
    """The events of `days` full days."""
    program = replay(begin(knowledge), knowledge)
    plan = today(program, knowledge, START)
    exercises = tuple(item.exercise for item in plan.session.items) if plan.session else ()
    return [event for n in range(days) for event in day(START + timedelta(days=n), exercises, knowledge)]


def fold(program: Program, events: list[Event], knowledge: Knowledge, rounds: int = 200) -> float:
    """Seconds of processor time for folding these events into this program, mean of `rounds`."""
    start = process_time()
    for _ in range(rounds):
        folded = program
        for event in events:
            folded, _ = advance(folded, event, knowledge)
    return (process_time() - start) / rounds


def costs(young: Program, old: Program, exercises: tuple[str, ...], knowledge: Knowledge) -> tuple[float, float]:
    """The next day's cost of both, in turns so that a busy moment meets both alike; the best of each."""
    first, later = _after(young, exercises), _after(old, exercises)
    pairs = [(fold(young, first, knowledge), fold(old, later, knowledge)) for _ in range(25)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def main() -> dict[str, float]:
    """Measure and return the figures by name."""
    knowledge = load().engine
    history = begin(knowledge) + live(365, knowledge)
    best = float("inf")
    for _ in range(15):
        start = process_time()
        replay(history, knowledge)
        best = min(best, process_time() - start)
    young = replay(begin(knowledge) + live(1, knowledge), knowledge)
    old = replay(begin(knowledge) + live(1800, knowledge), knowledge)
    exercises = next(event.exercises for event in history if isinstance(event, SessionDone))
    first, later = costs(young, old, exercises, knowledge)
    return {
        "advance_cost_ratio_5y_1d": round(later / first, 3),
        "patient_days_per_second": round(365 / best),
        "patient_year_ms": round(best * 1000, 1),
        "patient_year_events": len(history),
        "advance_day_1_us": round(first * 1e6),
        "advance_day_1800_us": round(later * 1e6),
    }


def _after(program: Program, exercises: tuple[str, ...]) -> list[Event]:
    on = program.on + timedelta(days=1)
    felt = Report(2, 1, 3, 2, Site.BUTTOCK, Site.BUTTOCK, effort=4)
    walked = Report(2, 1, 2, 1, Site.BUTTOCK, Site.BUTTOCK, settled=True)
    return [
        CheckedIn(on, 2, 1, Site.BUTTOCK, Settled.WITHIN_HOUR, stiffer=False),
        SessionDone(on, felt, exercises),
        SettledAnswered(on, settled=True, site=Site.BUTTOCK),
        Walked(on, 20, walked),
    ]
