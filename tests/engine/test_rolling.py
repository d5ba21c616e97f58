"""Letting dates pass: one by one or at once, the same (clinical.md §13.10, §13.28)."""

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Decision
from backstride.engine.event import Adjusted, DayPassed, Declared, Event, Flagged, FlareReported, Measured
from backstride.engine.program import WINDOW_DAYS, Program
from backstride.engine.rolling import OutOfOrder, roll
from tests.engine.builders import (
    CAUSES,
    HARD,
    KNOWLEDGE,
    RED,
    STENOSIS,
    after,
    begin,
    fold,
    green_days,
    morning,
    on,
    screened,
    session,
    walk,
)

STARTS: dict[str, tuple[Event, ...]] = {
    "fresh": (),
    "calm": green_days(0, 9),
    "red": (*green_days(0, 3), session(4, RED)),
    "amber": (*green_days(0, 3), session(4, HARD)),
    "flare": (*green_days(0, 4), FlareReported(on(5)), screened(5)),
    "locked": (*green_days(0, 4), Flagged(on(5), Answer("C1", "yes"))),
    "paused": (*green_days(0, 4), Flagged(on(5), Answer("N2", "yes", "no"))),
    "declared": (*green_days(0, 4), Declared(on(5), "injection")),
    "watched": (*green_days(0, 4), screened(5, full=True, X1="yes")),
    "phase 3": (Adjusted(on(0), "x", "phase", "phase", 3), Adjusted(on(0), "x", "walk", "walk", 9), walk(0, 30)),
}


def start(name: str, cause: str = "disc-herniation", **found: object) -> Program:
    """A program after one of the beginnings."""
    return after(begin(cause, **found), *STARTS[name])  # type: ignore[arg-type]


def daily(program: Program, last: int) -> tuple[Program, tuple[Decision, ...]]:
    """The program rolled date by date, and what that made."""
    told: list[Decision] = []
    for day in range((program.on - on(0)).days + 1, last + 1):
        program, more = roll(program, on(day), KNOWLEDGE)
        told += more
    return program, tuple(told)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("supervised", [True, False])
def test_no_review_is_missed_by_somebody_who_stays_away(cause: str, supervised: bool) -> None:
    """§13.32-33, §13.20: reviews, reminders and weeks of pregnancy come however seldom the program is opened."""
    program = after(begin(cause, supervised=supervised), Measured(on(0), "rmdq", 12), Measured(on(3), "rmdq", 12))
    for last in (79, 81, 120, 190, 310, 500):
        assert roll(program, on(last), KNOWLEDGE) == daily(program, last)


@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("supervised", [True, False])
@pytest.mark.parametrize("days", [1, 2, 8, 29, 39, 40, 41, 42, 60, 100, 400])
def test_date_by_date_and_at_once_are_the_same(name: str, supervised: bool, days: int) -> None:
    """architecture: the same fold, however seldom the program is opened."""
    program = start(name, supervised=supervised)
    last = program.on.toordinal() - on(0).toordinal() + days
    assert roll(program, on(last), KNOWLEDGE) == daily(program, last)


@pytest.mark.parametrize("name", STARTS)
def test_the_window_keeps_its_length(name: str) -> None:
    """architecture: a bounded window of recent evidence."""
    for days in (0, 1, 30, 300):
        program, _ = roll(start(name, STENOSIS), on(days + 10), KNOWLEDGE)
        assert len(program.window) == WINDOW_DAYS
        assert program.on == on(days + 10)


def test_a_date_before_is_refused() -> None:
    """Events are append-only and in the order of their dates."""
    program = after(begin(), morning(3))
    with pytest.raises(OutOfOrder, match=str(on(2))):
        fold(program, DayPassed(on(2)))
    assert roll(program, on(3), KNOWLEDGE) == (program, ())


def test_rolling_closes_the_day_before_yesterday() -> None:
    """§13.10: a day is open until its next morning is over."""
    program = after(begin(), session(0))
    assert not roll(program, on(1), KNOWLEDGE)[0].day(1).closed
    assert roll(program, on(2), KNOWLEDGE)[0].day(2).closed
