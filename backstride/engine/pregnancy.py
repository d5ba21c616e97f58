"""The weeks of a pregnancy pass while the program runs, and what they deny with them (clinical.md §13.20)."""

from __future__ import annotations

from dataclasses import replace as with_fields

from backstride.engine.assessment import Assessment
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import lift_rungs

EARLY, MIDDLE, LATE = "pregnancy", "pregnancy-20-weeks", "pregnancy-28-weeks"
STAGES = (EARLY, MIDDLE, LATE)


def at_weeks(assessment: Assessment, days: int, knowledge: Knowledge) -> Assessment:
    """The assessment with the finding of the week reached `days` after it; never a milder one than was recorded."""
    first = weeks_told(assessment, knowledge)
    if first is None:
        return assessment
    numbers = knowledge.numbers["pregnancy/stage"]
    weeks = first + days // 7
    now = LATE if weeks >= numbers["late_weeks"] else MIDDLE if weeks >= numbers["middle_weeks"] else EARLY
    if not set(STAGES[STAGES.index(now) :]).isdisjoint(assessment.contraindications):
        return assessment
    others = tuple(one for one in assessment.contraindications if one not in STAGES)
    return with_fields(assessment, contraindications=(*others, now))


def weeks_told(assessment: Assessment, knowledge: Knowledge) -> int | None:
    """The week recorded; where only its stage was, the last week of that stage, so that nothing is given too long."""
    if assessment.weeks is not None:
        return assessment.weeks
    numbers = knowledge.numbers["pregnancy/stage"]
    last = {
        EARLY: int(numbers["middle_weeks"]) - 1,
        MIDDLE: int(numbers["late_weeks"]) - 1,
        LATE: int(numbers["late_weeks"]),
    }
    return max((last[one] for one in assessment.contraindications if one in last), default=None)


def expecting(assessment: Assessment) -> Assessment:
    """The assessment of somebody who says that she is pregnant, before a practitioner has recorded the week."""
    if not set(STAGES).isdisjoint(assessment.contraindications):
        return assessment
    return with_fields(assessment, contraindications=(*assessment.contraindications, EARLY))


def stage(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """As a date begins: the finding of the week reached; ladders go on at the mildest rung it leaves."""
    if program.assessment.weeks is None and not program.assessment.contraindications:
        return program, ()
    days = (program.on - program.assessment.on).days
    later = at_weeks(program.assessment, days, knowledge)
    if later is program.assessment:
        return program, ()
    weeks = (weeks_told(program.assessment, knowledge) or 0) + days // 7
    reason = Reason("pregnancy/stage", (("weeks", weeks),))
    made = Decision(Kind.ADJUSTED, later.contraindications[-1], reason, program.on, after=weeks)
    return lift_rungs(replace(program, assessment=later), knowledge), (made,)
