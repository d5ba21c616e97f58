"""A slipped bone of a high or unknown grade: nothing is proposed but easy walks and positions of ease."""

from __future__ import annotations

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted
from backstride.engine.values import Refused
from tests.engine.builders import DISC, KNOWLEDGE, after, assessment, begin, fold, green_days, of, on, plan

SLIP = "spondylolisthesis"
GRADED = sorted(name for name, cause in KNOWLEDGE.causes.items() if cause.graded)


@pytest.mark.parametrize("grade", [None, 3, 4, 5])
@pytest.mark.parametrize("day", [0, 3, 20])
def test_nothing_is_proposed_by_the_engine(grade: int | None, day: int) -> None:
    """H17: no ladder opens, in any week; walking is easy, and there is a way to lie or sit."""
    today = plan(begin(SLIP, grade=grade), day)
    assert today.session is None
    assert today.relief == ()
    assert today.ride is None


@pytest.mark.parametrize("grade", [None, 3, 5])
def test_easy_walks_and_positions_of_ease_stay(grade: int | None) -> None:
    today = plan(begin(SLIP, grade=grade))
    assert today.walk is not None and today.walk.easy and today.walk.brisk == 0
    assert today.ease


@pytest.mark.parametrize("grade", [None, 3])
def test_no_calm_weeks_open_anything(grade: int | None) -> None:
    """H17: nothing rises and no phase is proposed, however well it goes."""
    _, made = fold(begin(SLIP, grade=grade), *green_days(1, 20, cause=SLIP, exercises=()))
    assert of(made, Kind.PROGRESSED) == of(made, Kind.PHASE_PROPOSED) == of(made, Kind.PHASE_CHANGED) == []


def test_a_low_grade_has_a_program() -> None:
    assert plan(begin(SLIP, grade=1)).session is not None


@pytest.mark.parametrize("grade", [3, 4, 5])
def test_a_high_grade_beside_another_cause_counts_too(grade: int) -> None:
    """H17: recorded as a further cause."""
    assert plan(begin(DISC, also=(SLIP,), grade=grade)).session is None


@pytest.mark.parametrize("grade", [0, 6, -1])
def test_a_grade_that_does_not_exist_is_refused(grade: int) -> None:
    """H17: a typing mistake does not become a low grade."""
    with pytest.raises(Refused, match="grade"):
        assessment(SLIP, grade=grade)


def test_the_deny_list_holds_for_what_is_composed_by_hand() -> None:
    """H17: the practitioner places the rungs, and end-range extension stays out."""
    program = begin(SLIP, grade=4)
    placed = after(program, Adjusted(on(0), "Robin Vale", "rung", "abdominal", 0))
    assert plan(placed).session is not None
    with pytest.raises(Refused):
        after(program, Adjusted(on(0), "Robin Vale", "rung", "relief-extension", 0))


def test_only_a_slip_is_graded() -> None:
    assert GRADED == [SLIP]
