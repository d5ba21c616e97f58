"""The weeks of a pregnancy pass while the program runs, and positions and loads go with them."""

from __future__ import annotations

import pytest

from backstride.engine.denial import denied
from backstride.engine.event import DayPassed
from backstride.engine.program import Program
from backstride.engine.rolling import roll
from tests.engine.builders import DISC, KNOWLEDGE, PREGNANCY, after, begin, on, plan

BY_WEEK = {0: {"prone", "heavy-load"}, 20: {"supine-long"}, 28: {"supine"}}


def in_week(start: int, week: int, cause: str = PREGNANCY) -> Program:
    """The program of somebody assessed in week `start`, as week `week` begins."""
    kind = "pregnant" if cause == PREGNANCY else ""
    program = begin(cause, kind=kind, weeks=start, contraindications=("pregnancy",), kit=KNOWLEDGE.kit)
    return roll(program, on((week - start) * 7), KNOWLEDGE)[0]


def barred(week: int) -> set[str]:
    """What a pregnancy of this week must not meet."""
    return {one for since, some in BY_WEEK.items() if week >= since for one in some}


@pytest.mark.parametrize("cause", [PREGNANCY, DISC])
@pytest.mark.parametrize(
    ("start", "week"), [(8, 8), (8, 19), (8, 20), (19, 20), (20, 27), (26, 28), (28, 30), (12, 39)]
)
def test_what_is_left_out_follows_the_week(start: int, week: int, cause: str) -> None:
    """H22: whatever week was written down, and for any cause in which it was."""
    program = in_week(start, week, cause)
    for exercise in KNOWLEDGE.exercises.values():
        for name, form in exercise.forms.items():
            if form.mechanisms & barred(week):
                assert denied(exercise.id, program, KNOWLEDGE, name) is not None, (exercise.id, name)


@pytest.mark.parametrize("week", [14, 20, 27, 28, 38])
def test_a_way_to_rest_and_to_move_is_left(week: int) -> None:
    """H22: nobody is left with nothing because a week began."""
    today = plan(in_week(14, week))
    assert today.ease
    assert today.walk is not None or today.ride is not None


def test_a_stage_is_never_read_milder_than_it_was_recorded() -> None:
    """H22: a week typed wrongly does not give back what a recorded stage leaves out."""
    program = begin(contraindications=("pregnancy-28-weeks",), weeks=12)
    assert program.assessment.contraindications == ("pregnancy-28-weeks",)


def test_a_stage_without_its_week_moves_on_as_if_it_were_the_last() -> None:
    """H22: beside another cause the week may be missing."""
    program = begin(contraindications=("pregnancy",))
    assert after(program, DayPassed(on(6))).assessment.contraindications == ("pregnancy",)
    assert after(program, DayPassed(on(7))).assessment.contraindications == ("pregnancy-20-weeks",)
    assert after(program, DayPassed(on(63))).assessment.contraindications == ("pregnancy-28-weeks",)
