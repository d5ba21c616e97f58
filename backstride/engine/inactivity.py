"""Quiet days: the ceiling of two rest days, and coming back after a lapse (clinical.md §4, §13.28, §13.30)."""

from __future__ import annotations

from datetime import timedelta

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.phase import backward, withdrawn
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import lower_all
from backstride.engine.values import Urgency
from backstride.engine.walking import after_miss, halved

Outcome = tuple[Program, Decisions]


def count_day(program: Program, knowledge: Knowledge) -> Outcome:
    """As a date ends: an active day ends the quiet run, an excused one leaves it, any other lengthens it."""
    day = program.today
    if day.active:
        return replace(program, missed=0), ()
    if excused(program):
        return program.with_day(0, replace(day, excused=True)), ()
    program = replace(program, missed=program.missed + 1)
    program, told = rest_days(program, knowledge)
    program, walk = after_miss(program, knowledge)
    program, down = lapse(program, knowledge)
    return program, (*told, *walk, *down)


def excused(program: Program) -> bool:
    """Whether no exercise could be asked for today: locked, paused, withheld, or not yet approved."""
    stopped = any(lock.urgency >= Urgency.PAUSE for lock in program.locks)
    return program.withheld or stopped or program.approved_on is None


def rest_days(program: Program, knowledge: Knowledge) -> Outcome:
    """The third quiet day in a row is told to the practitioner; a phase proposed before it has to be earned anew."""
    if program.missed != knowledge.numbers["inactivity/rest_days"]["notify_days"]:
        return program, ()
    reason = Reason("inactivity/rest_days", (("days without movement", program.missed),))
    told = Decision(Kind.NOTIFIED, "practitioner", reason, program.on)
    return withdrawn(program), (told,)


def lapse(program: Program, knowledge: Knowledge) -> Outcome:
    """After 8 quiet days one rung less everywhere; after 28 another, the phase before, and the whole screen again."""
    numbers = knowledge.numbers["inactivity/lapse"]
    reason = Reason("inactivity/lapse", (("days without movement", program.missed),))
    if program.missed == numbers["medium_days"]:
        return lower_all(program, int(numbers["medium_rungs"]), reason, knowledge)
    if program.missed != numbers["long_days"]:
        return program, ()
    program, down = lower_all(program, int(numbers["long_rungs"] - numbers["medium_rungs"]), reason, knowledge)
    program, walk = halved(program, program.level_before_lapse, numbers["long_walk_share"], reason, knowledge)
    program, back = backward(program, reason, knowledge)
    overdue = program.on - timedelta(days=int(knowledge.numbers["screening/due"]["full_days"]))
    program = replace(program, screening=replace(program.screening, full_on=min(overdue, program.screening.full_on)))
    return program, (*down, *walk, *back)
