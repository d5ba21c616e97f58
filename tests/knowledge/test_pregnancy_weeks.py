"""The weeks of a pregnancy pass while the program runs, and positions and loads go with them."""

from __future__ import annotations

import pytest

from backstride.engine.denial import denied
from backstride.engine.program import Program
from backstride.engine.rolling import roll
from tests.engine.builders import DISC, KNOWLEDGE, PREGNANCY, begin, on, plan

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
