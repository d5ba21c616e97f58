"""Measures: when they are due, how answers are added up, and what counts as a change."""

from __future__ import annotations

import pytest

from backstride.engine.event import DayPassed, Measured
from backstride.engine.measuring import Change, change, due, measure_of, points, score_of, scored
from backstride.engine.program import Program
from backstride.engine.values import Refused
from tests.engine.builders import DISC, KNOWLEDGE, STENOSIS, after, begin, on, plan

BASELINE = {"leg", "back", "rmdq", "task-1", "task-2", "task-3", "confidence"}
WEEKLY = {"leg", "back"}
EARLY = int(KNOWLEDGE.numbers["measuring/due"]["early_days"])


def told(program: Program, day: int, **scores: int) -> Program:
    """The program after these scores on one day; `task_1` is task-1."""
    return after(program, *(Measured(on(day), name.replace("_", "-"), score) for name, score in scores.items()))


def all_told(program: Program, day: int) -> Program:
    """The program after every measure that is due was answered in its middle."""
    middles = {one: (KNOWLEDGE.measures[one].low + KNOWLEDGE.measures[one].high) // 2 for one in asked(program, day)}
    return after(program, *(Measured(on(day), name, score) for name, score in middles.items()))


def asked(program: Program, day: int) -> set[str]:
    """What is due on a day."""
    return set(due(program, KNOWLEDGE, on(day)))


def verdict(measure: str, first: int, last: int, cause: str = DISC) -> Change | None:
    """What these two answers say, a week apart."""
    program = told(begin(cause), 0, **{measure.replace("-", "_"): first})
    return change(told(program, 7, **{measure.replace("-", "_"): last}), measure, KNOWLEDGE)


def test_the_first_answers_are_due_at_once_and_stay_due_until_given() -> None:
    assert asked(begin(), 0) == asked(begin(), 5) == BASELINE


def test_an_answer_ends_it_until_the_next_week_comes() -> None:
    program = all_told(begin(), 0)
    assert asked(program, 0) == asked(program, 6) == set()
    assert asked(program, 7) == WEEKLY


@pytest.mark.parametrize("week", [6, 12, 26, 52])
def test_the_long_ones_come_back_in_their_weeks(week: int) -> None:
    program = all_told(all_told(begin(), 0), week * 7 - 7)
    assert asked(program, week * 7 - 1) == set()
    due_then = {"rmdq", "task-1", "task-2", "task-3", "bothersomeness", "global-change", *WEEKLY}
    assert asked(program, week * 7) - {"confidence"} == due_then
    assert ("confidence" in asked(program, week * 7)) == (week <= 12)


def test_a_little_early_counts_for_the_week() -> None:
    program = all_told(begin(), 0)
    assert "rmdq" not in asked(told(program, 42 - EARLY, rmdq=9), 42)
    assert "rmdq" in asked(told(program, 41 - EARLY, rmdq=9), 42)


def test_skipped_weeks_are_not_made_up_for() -> None:
    program = told(begin(), 30, leg=3, back=3)
    assert not WEEKLY & asked(program, 34)
    assert asked(program, 35) >= WEEKLY


def test_an_answer_that_came_late_does_not_shift_the_weeks() -> None:
    program = all_told(all_told(begin(), 0), 50)
    assert "rmdq" not in asked(program, 83) and "rmdq" in asked(program, 84)


def test_totals_are_never_asked_by_themselves() -> None:
    practitioners = {one.id for one in KNOWLEDGE.measures.values() if not one.person}
    assert practitioners and not practitioners & asked(begin(), 400)


def test_the_plan_names_what_is_due_and_gives_the_session_all_the_same() -> None:
    assert set(plan(begin(), 0).measures) == BASELINE
    assert plan(begin(), 0).session is not None


@pytest.mark.parametrize(
    ("measure", "first", "last", "said"),
    [
        ("rmdq", 12, 7, Change.BETTER),
        ("rmdq", 12, 8, Change.WITHIN_ERROR),
        ("rmdq", 18, 13, Change.WITHIN_ERROR),
        ("rmdq", 20, 14, Change.BETTER),
        ("rmdq", 10, 15, Change.WORSE),
        ("rmdq", 10, 10, Change.WITHIN_ERROR),
        ("rmdq", 0, 5, Change.WORSE),
        ("leg", 6, 4, Change.BETTER),
        ("leg", 7, 5, Change.WITHIN_ERROR),
        ("leg", 10, 7, Change.BETTER),
        ("leg", 2, 1, Change.WITHIN_ERROR),
        ("back", 4, 6, Change.WORSE),
        ("task-1", 3, 6, Change.BETTER),
        ("task-1", 6, 3, Change.WORSE),
        ("task-1", 6, 8, Change.WITHIN_ERROR),
        ("bothersomeness", 28, 19, Change.BETTER),
        ("bothersomeness", 31, 22, Change.WITHIN_ERROR),
        ("odi", 40, 28, Change.BETTER),
        ("msk-hq", 15, 20, Change.WITHIN_ERROR),
        ("msk-hq", 15, 21, Change.BETTER),
        ("eq-5d", 600, 680, Change.BETTER),
        ("eq-5d", 600, 679, Change.WITHIN_ERROR),
        ("eq-5d", -100, -180, Change.WORSE),
        ("promis-pi", 620, 580, Change.BETTER),
        ("confidence", 2, 9, None),
        ("start-back", 7, 1, None),
        ("global-change", -3, 3, None),
    ],
)
def test_a_change_takes_both_thresholds(measure: str, first: int, last: int, said: Change | None) -> None:
    assert verdict(measure, first, last) is said


@pytest.mark.parametrize("pain", ["leg", "back"])
def test_a_narrowed_spine_takes_three_points_of_pain(pain: str) -> None:
    assert verdict(pain, 5, 3, STENOSIS) is Change.WITHIN_ERROR
    assert verdict(pain, 5, 2, STENOSIS) is Change.BETTER
    assert points(begin(STENOSIS), pain, KNOWLEDGE) == 3
    assert points(begin(STENOSIS), "rmdq", KNOWLEDGE) == 5


def test_one_answer_or_two_of_one_date_say_nothing() -> None:
    once = told(begin(), 0, rmdq=12)
    assert change(begin(), "rmdq", KNOWLEDGE) is None
    assert change(once, "rmdq", KNOWLEDGE) is None
    assert change(told(once, 0, rmdq=2), "rmdq", KNOWLEDGE) is None


def test_it_is_compared_with_the_first_answer_not_the_one_before() -> None:
    program = told(told(told(begin(), 0, leg=6), 7, leg=1), 14, leg=6)
    assert change(program, "leg", KNOWLEDGE) is Change.WITHIN_ERROR


def test_quiet_days_change_nothing_said() -> None:
    program = after(told(begin(), 0, leg=6), DayPassed(on(3)))
    score = score_of(program, "leg")
    assert score is not None and (score.first, score.last_on) == (6, on(0))


def test_answers_are_added_up_within_the_range() -> None:
    rmdq, bothersomeness = KNOWLEDGE.measures["rmdq"], KNOWLEDGE.measures["bothersomeness"]
    assert scored(rmdq, (1,) * 7) == 7
    assert scored(rmdq, ()) == 0
    assert scored(bothersomeness, (3, 0, 10, 4)) == 17
    with pytest.raises(Refused, match="rmdq: 25"):
        scored(rmdq, (1,) * 25)


@pytest.mark.parametrize("score", [-1, 25])
def test_a_score_out_of_range_is_refused(score: int) -> None:
    with pytest.raises(Refused, match="rmdq"):
        told(begin(), 0, rmdq=score)


def test_an_unknown_measure_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="'sf-36' is not known"):
        measure_of(KNOWLEDGE, "sf-36")
    with pytest.raises(Refused, match="measure"):
        after(begin(), Measured(on(0), "sf-36", 1))
