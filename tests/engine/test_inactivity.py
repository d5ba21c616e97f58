"""Quiet days: two rest days at most, and coming back after a lapse (clinical.md §4, §13.28, §13.30, R7)."""

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Event, Flagged
from backstride.engine.program import Program
from tests.engine.builders import (
    DISC,
    adjusted,
    after,
    at,
    begin,
    fold,
    in_phase,
    morning,
    of,
    on,
    places,
    plan,
    screened,
    session,
    walk,
)

RUNGS = (places("COR03")[0], places("COR02")[1], places("COR02")[0])  # where it stands, one down, two down


def running(**found: object) -> Program:
    """Somebody alone in phase 3, at the first march (COR03) and walking at level 8, who walked on day 0."""
    program = at(in_phase(DISC, 3, supervised=False, **found), "COR03")
    return after(adjusted(program, "walk", "walk", 8), morning(0), walk(0, 30))


@pytest.mark.parametrize(("quiet", "told"), [(1, False), (2, False), (3, True), (4, True)])
def test_three_quiet_days_are_told_to_the_practitioner_once(quiet: int, told: bool) -> None:
    """§13.28: notify at three."""
    _, made = fold(running(), DayPassed(on(quiet + 1)))
    notified = [one for one in of(made, Kind.NOTIFIED) if one.reason.rule == "inactivity/rest_days"]
    assert len(notified) == int(told)


@pytest.mark.parametrize(("quiet", "named"), [(0, False), (1, False), (2, True), (5, True)])
def test_the_third_morning_says_so(quiet: int, named: bool) -> None:
    """§13.28: after two in a row the third morning says so."""
    rules = [one.rule for one in plan(running(), quiet + 1).notices]
    assert ("inactivity/rest_days" in rules) is named


@pytest.mark.parametrize("move", [session(3), walk(3, 1)])
def test_any_walk_or_exercise_ends_the_quiet_run(move: Event) -> None:
    """§13.28: a rest day is a date with no walk and no exercise done."""
    program = after(running(), move, DayPassed(on(4)))
    assert program.missed == 0


def test_a_check_in_is_not_movement() -> None:
    """§13.28."""
    program = after(running(), morning(1), morning(2), morning(3), DayPassed(on(4)))
    assert program.missed == 3


@pytest.mark.parametrize(
    ("quiet", "down", "phase"), [(0, 0, 3), (2, 0, 3), (7, 0, 3), (8, 1, 3), (27, 1, 3), (28, 2, 2), (60, 2, 2)]
)
def test_a_lapse(quiet: int, down: int, phase: int) -> None:
    """§13.30: 3-7 days same rung; 8-27 one rung down; ≥ 28 one phase back and two rungs."""
    program = after(running(), DayPassed(on(quiet + 1)))
    assert (program.ladder("abdominal").rung, program.phase) == (RUNGS[down], phase)


def test_after_28_days_all_questions_are_asked_again() -> None:
    """§13.2, §13.30: full screen after ≥ 28 days away."""
    program = after(running(), screened(5, full=True), DayPassed(on(30)))
    assert plan(program).ask_full


def test_a_lapse_takes_no_exercise_away() -> None:
    """§8: lapse re-entry without scolding: less of it, never nothing."""
    program = after(running(), DayPassed(on(29)), screened(29, full=True))
    assert all(not state.resting for state in program.ladders)
    assert plan(program).session is not None


@pytest.mark.parametrize(
    "stop", [Flagged(on(1), Answer("C1", "yes")), Flagged(on(1), Answer("N2", "yes", "no"))], ids=["lock", "pause"]
)
def test_locked_and_paused_days_are_not_missed(stop: Event) -> None:
    """§13.19: withheld and locked days never count as missed."""
    program, made = fold(running(), stop, DayPassed(on(50)))
    assert program.missed == 0
    assert of(made, Kind.REGRESSED) == []


def test_days_before_approval_are_not_missed() -> None:
    """R2: nothing was asked yet."""
    program = after(begin(approved=False), DayPassed(on(15)))
    assert program.missed == 0


def test_a_lapse_in_phase_1_holds_the_phase() -> None:
    """§13.30: one phase back; there is none before the first."""
    program = after(begin(supervised=False), walk(0, 10), DayPassed(on(40)))
    assert program.phase == 1
