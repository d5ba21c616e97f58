"""When each ladder was practised last: turns and days off (clinical.md §1.4, §8)."""

from datetime import date

import pytest

from backstride.engine.practice import KEPT_DATES, before, last_before, mark_practised, rested
from backstride.engine.program import LadderState
from tests.engine.builders import KNOWLEDGE, after, begin, morning, on, session

STRENGTH = KNOWLEDGE.numbers["choosing/strength_days"]


def practised(*days: int) -> LadderState:
    """A ladder practised on these days."""
    return LadderState("hip", rung=0, practised=tuple(on(day) for day in days))


@pytest.mark.parametrize(
    ("days", "today", "may"),
    [
        ((), 0, True),
        ((0,), 1, False),  # the day after
        ((0,), 2, True),
        ((0, 2), 4, True),
        ((0, 2, 4), 6, False),  # three in the last 7 days
        ((0, 2, 4), 7, True),
        ((0, 3, 5), 7, True),
        ((1, 3, 5), 7, False),
        ((0, 2, 4), 30, True),
        ((4,), 4, True),  # what was done today does not change today
        ((3, 4), 4, False),
    ],
)
def test_strength_work_may_come_again(days: tuple[int, ...], today: int, may: bool) -> None:
    """§1.4: 2-3 non-consecutive days a week."""
    assert rested(practised(*days), on(today), STRENGTH) is may


def test_the_numbers_are_those_of_the_reference() -> None:
    """§1.4: strength 2-3 days, not in a row."""
    assert (STRENGTH["days_between"], STRENGTH["days_in_week"]) == (1, 3)


def test_a_date_is_kept_once_and_only_the_last_few() -> None:
    """architecture: the program is a small value."""
    program = begin()
    for day in range(10):
        program = after(program, morning(day), session(day, exercises=("COR01",)), session(day, exercises=("COR01",)))
    found = program.ladder("abdominal").practised
    assert found == tuple(on(day) for day in range(10))[-KEPT_DATES:]
    assert KEPT_DATES >= 4  # three days of a week, and today


def test_only_what_was_practised_is_marked() -> None:
    """§8: the rest take turns."""
    program = mark_practised(begin(), ("abdominal",))
    assert program.ladder("abdominal").practised == (on(0),)
    assert all(not state.practised for state in program.ladders if state.ladder != "abdominal")


def test_an_exercise_that_hurt_was_practised_too() -> None:
    """§13.19: it was begun; its day off counts."""
    program = after(begin(), session(0, exercises=("HAM01",), hurt=("COR01",)))
    assert program.ladder("abdominal").practised == (on(0),)


def test_never_practised_comes_first() -> None:
    """§8: what has waited longest has its turn."""
    assert last_before(practised(), on(3)) == date.min
    assert last_before(practised(0, 2), on(3)) == on(2)
    assert last_before(practised(0, 3), on(3)) == on(0)
    assert before(practised(0, 2, 3), on(3)) == (on(0), on(2))
