"""Walks in intervals: getting worse over weeks, and new pain at rest (clinical.md §5, §13.16)."""

from collections.abc import Iterator

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import Approved, Event
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from tests.engine.builders import (
    CAUSES,
    HOUSEHOLD,
    STENOSIS,
    adjusted,
    after,
    begin,
    fold,
    kinds,
    morning,
    on,
    plan,
    reopened,
    report,
    screened,
    session,
    walk,
)

CALM = report(leg=(1, 2), back=(1, 1), settled=True)


def walking(cause: str = STENOSIS, level: int = 4, **found: object) -> Program:
    """A person alone at a walking level (20 minutes) that does not rise."""
    program = begin(cause, **{"leg": 1, "back": 1, "supervised": False, **found})
    return after(adjusted(program, "walk", "walk", level), Approved(on(0), "Robin Vale", walk_ceiling=level))


def days(minutes: list[int], first: int = 1, leg: int | None = 1, cause: str = STENOSIS) -> Iterator[Event]:
    """A morning and a walk of these minutes each day; 0 for none."""
    for day, walked in enumerate(minutes, start=first):
        if day % 7 == 0:
            yield screened(day, cause, full=True)
        yield morning(day, leg=leg, back=1)
        if walked:
            yield walk(day, walked, CALM)


WELL = [20] * 14


def paused(program: Program) -> list[str]:
    """The rules that paused the program."""
    return [one.flag for one in program.locks if one.urgency is Urgency.PAUSE]


@pytest.mark.parametrize(
    ("minutes", "stops"),
    [
        ([20] * 16, False),
        ([16] * 16, True),  # 20 % below
        ([17] * 16, False),  # 15 % below
        ([20, 20, 20, 10, 10, 10, 10] * 2 + [20, 20], True),
        ([30] * 16, False),
        ([16] * 6 + [20] * 10, False),
    ],
)
def test_walking_worse_over_2_weeks_pauses(minutes: list[int], stops: bool) -> None:
    """§5, §13.16: the last 7 days' minutes ≥ 20 % below the 7 days a fortnight before = V."""
    program, made = fold(walking(), *days(WELL), *days(minutes, 15))
    assert paused(program) == (["walking/worse"] if stops else [])
    assert ((Kind.LOCKED, "walking/worse") in kinds(made)) is stops
    if stops:
        facts = dict(next(one for one in made if one.subject == "walking/worse").reason.facts)
        assert int(facts["minutes, last 7 days"]) <= 0.8 * int(facts["minutes, 2 weeks before"])
        assert plan(program).session is None and plan(program).walk is not None


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause != STENOSIS])
def test_only_walks_in_intervals_are_compared(cause: str) -> None:
    """§5: the stenosis rule."""
    told = (*days(WELL, cause=cause), *days([10] * 16, 15, cause=cause))
    assert paused(after(walking(cause), *told)) == []


def test_days_on_which_the_plan_asked_for_less_do_not_count() -> None:
    """§13.16: counting only days on which the plan asked for no less."""
    program = after(walking(level=8), *days([30] * 14))
    lowered = adjusted(program, "walk", "walk", 1, day=14)
    assert paused(after(lowered, *days([10] * 14, 15))) == []


def test_days_nobody_answered_do_not_count() -> None:
    """architecture: missing answers hold; a lapse has its own rule (§13.30)."""
    silent = list(days([0] * 12, 15, leg=None))
    assert paused(after(walking(), *days(WELL), *silent)) == []


def test_a_review_restarts_the_window() -> None:
    """§13.16: a review restarts the window."""
    told = (*days(WELL), *days([12] * 6, 15))
    seen = after(walking(), *told, Approved(on(20), "Robin Vale", walk_ceiling=4))
    assert paused(after(seen, *days([12] * 14, 21))) == []
    assert paused(after(walking(), *told, *days([12] * 2, 21))) == ["walking/worse"]


def test_nothing_is_compared_before_three_weeks() -> None:
    """§13.16: 7 days against the 7 days a fortnight before."""
    assert paused(after(walking(), *days([20] * 7), *days([5] * 13, 8))) == []


def test_rides_do_not_hide_shorter_walks() -> None:
    """§13.16, H21: every other day is for the bike; the walks between grow shorter by half."""
    program = walking(kit=(*HOUSEHOLD, "bike"))
    told: list[Event] = []
    for day in range(1, 32):
        told += [screened(day, STENOSIS, full=True)] if day % 7 == 0 else []
        told += [morning(day, leg=1, back=1)]
        told += [session(day, CALM, ("AER03",))] if day % 2 else [walk(day, 20 if day < 12 else 9, CALM)]
    assert paused(after(program, *told)) != []


@pytest.mark.parametrize("ridden", [5, 20])
def test_rides_are_compared_with_rides(ridden: int) -> None:
    """§5 alternate days bike: a fortnight is even, so that a ride never stands against a walk."""
    program = walking(kit=(*HOUSEHOLD, "bike"))
    told: list[Event] = []
    for day in range(1, 32):
        told += [screened(day, STENOSIS, full=True)] if day % 7 == 0 else []
        told += [morning(day, leg=1, back=1)]
        told += [session(day, CALM, ("AER03",))] if day % 2 else [walk(day, ridden, CALM)]
    assert paused(after(program, *told)) == []


@pytest.mark.parametrize(
    ("legs", "stops"),
    [
        ([1, 1, 4, 4], True),
        ([1, 1, 4, 3], False),
        ([1, 1, 4], False),
        ([1, 4, None, 4], False),
        ([3, 3, 3, 3], False),
        ([1, 1, 5, 6], True),
    ],
)
def test_new_leg_pain_at_rest_two_mornings_in_a_row_pauses(legs: list[int | None], stops: bool) -> None:
    """§5 symptoms at rest → V; §13.16: new rest pain ≥ 4."""
    program = walking()
    for day, leg in enumerate(legs, start=1):
        program = after(program, morning(day, leg=leg, back=1), walk(day, 10, CALM))
    assert ("walking/rest_pain" in paused(program)) is stops


def test_pain_at_rest_that_was_there_before_is_not_new() -> None:
    """§13.16: "new" rest pain: neither of the assessment, nor of the morning before the two."""
    told = [event for day in (1, 2, 3) for event in (morning(day, leg=4, back=1), walk(day, 10, CALM))]
    assert paused(after(walking(leg=4), *told)) == []
    before = [morning(day, leg=4, back=1) for day in (1, 2)]  # no walk: the walks did not bring it on
    assert paused(after(walking(), *before, walk(2, 10, CALM), morning(3, leg=4, back=1))) == []


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause != STENOSIS])
def test_rest_pain_is_the_rule_of_stenosis(cause: str) -> None:
    """§5: other causes have colors and flares for it."""
    told = [event for day in (1, 2, 3, 4) for event in (morning(day, leg=4, back=1), walk(day, 10, CALM))]
    assert "walking/rest_pain" not in paused(after(walking(cause), *told))


def test_after_a_review_both_start_anew() -> None:
    """§13.8: what was looked at is not told again the next morning."""
    program = walking()
    for day, leg in enumerate([1, 1, 4, 4], start=1):
        program = after(program, morning(day, leg=leg, back=1), walk(day, 10, CALM))
    assert paused(program) == ["walking/rest_pain"]
    again = after(program, screened(4, STENOSIS), reopened(6, 5, STENOSIS, practitioner=False))
    assert paused(after(again, morning(6, leg=4, back=1))) == []
