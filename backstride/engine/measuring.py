"""Measures: which are due, how answers become a score, and when a change is more than measurement error."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from enum import StrEnum

from backstride.engine.catalogue import Knowledge, Measure
from backstride.engine.program import Program, Score
from backstride.engine.values import Refused, within

PAINS = ("leg", "back")


class Change(StrEnum):
    """How a score moved from the first answer to the last one."""

    BETTER = "better"
    WORSE = "worse"
    WITHIN_ERROR = "within-error"


def due(program: Program, knowledge: Knowledge, on: date) -> tuple[str, ...]:
    """Ids of the measures the person is asked on date `on`: the latest of their weeks has no answer yet."""
    early = timedelta(days=knowledge.numbers["measuring/due"]["early_days"])
    return tuple(one.id for one in knowledge.measures.values() if one.person and _open(one, program, on, early))


def _open(measure: Measure, program: Program, on: date, early: timedelta) -> bool:
    """Whether nobody has answered since its latest week began; an answer a little `early` counts for that week."""
    reached = bisect_right(measure.due_weeks, (on - program.started).days // 7)
    if not reached:
        return False
    score = score_of(program, measure.id)
    return score is None or score.last_on < program.started + timedelta(weeks=measure.due_weeks[reached - 1]) - early


def change(program: Program, measure_id: str, knowledge: Knowledge) -> Change | None:
    """What the last score says beside the first, or None: one answer only, or no size of change is known."""
    measure, score = measure_of(knowledge, measure_id), score_of(program, measure_id)
    if score is None or score.first_on == score.last_on or (measure.absolute is None and measure.share is None):
        return None
    moved = score.last - score.first
    if abs(moved) < points(program, measure_id, knowledge) or _small_share(measure, score):
        return Change.WITHIN_ERROR
    return Change.BETTER if (moved < 0) == (measure.better == "lower") else Change.WORSE


def points(program: Program, measure_id: str, knowledge: Knowledge) -> int:
    """The points a change takes; pain in a narrowed spine takes more, as its measurement error is larger."""
    measure = measure_of(knowledge, measure_id)
    stenosis = knowledge.cause(program.cause).walk == "interval"
    if stenosis and measure.id in PAINS:
        return int(knowledge.numbers["measuring/change"]["stenosis_pain"])
    return measure.absolute or 1


def _small_share(measure: Measure, score: Score) -> bool:
    """Whether the score moved by less than the share of its first value; in whole percent, so that 3 of 10 is 30 %."""
    percent = round((measure.share or 0) * 100)
    return abs(score.last - score.first) * 100 < percent * abs(score.first)


def score_of(program: Program, measure_id: str) -> Score | None:
    """The first and last score of a measure, or None before the first answer."""
    return next((score for score in program.measures if score.measure == measure_id), None)


def measure_of(knowledge: Knowledge, measure_id: str) -> Measure:
    """The measure with this id; refuses an unknown one by name."""
    if measure_id not in knowledge.measures:
        raise Refused(f"measure: {measure_id!r} is not known; known are {', '.join(sorted(knowledge.measures))}")
    return knowledge.measures[measure_id]


def scored(measure: Measure, answers: tuple[int, ...]) -> int:
    """The sum of the answers (a ticked sentence counts 1); refuses a sum outside the measure's range."""
    total = sum(answers)
    within(measure.id, total, measure.low, measure.high)
    return total
