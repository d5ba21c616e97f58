"""Reviews: a reminder before one is due, and looking again when there is no gain (clinical.md §1.4, §13.32-33)."""

from __future__ import annotations

from collections.abc import Mapping

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Fact, Kind, Reason
from backstride.engine.program import Lock, Program
from backstride.engine.screening import lock
from backstride.engine.values import Urgency

Outcome = tuple[Program, Decisions]


def reminder(program: Program, knowledge: Knowledge) -> Decisions:
    """A week before 28 days without contact are over, and on the days the cause asks for a review."""
    numbers = knowledge.numbers["review/reminder"]
    to = "practitioner" if program.assessment.supervised else "person"
    if program.last_contact is None or program.approved_on is None:
        return ()
    quiet = (program.on - program.last_contact).days
    last = knowledge.numbers["approval/no_contact"]
    if to == "practitioner" and program.phase <= last["contact_phases"]:
        left = int(last["contact_days"]) - quiet
        if left == numbers["days_before"]:
            return (_told(program, to, ("days left until the review", left)),)
    days = (program.on - program.started).days
    if days in knowledge.cause(program.cause).review_days and quiet >= numbers["recent_days"]:
        return (_told(program, to, ("days since the start", days)),)
    return ()


def _told(program: Program, to: str, fact: Fact) -> Decision:
    return Decision(Kind.NOTIFIED, to, Reason("review/reminder", (fact,)), program.on)


def no_gain(program: Program, knowledge: Knowledge) -> Outcome:
    """At 6 and at 12 weeks, with some days to answer in: neither worst pain nor RMDQ better by 30 % pauses the program and refers (§13.33)."""
    rule = "review/no_gain"
    numbers = knowledge.numbers[rule]
    days = (program.on - program.started).days - numbers["grace_days"]
    if days not in (numbers["first_day"], numbers["second_day"]):
        return program, ()
    gains = [gain for gain in (_pain(program, numbers), _disability(program, numbers)) if gain is not None]
    if not gains or any(now <= first * (1 - numbers["share"]) for _, first, now in gains):
        return program, ()
    facts: tuple[Fact, ...] = tuple(
        fact for name, first, now in gains for fact in ((f"{name} at the start", first), (f"{name} now", now))
    )
    reason = Reason(rule, facts)
    program, locked = lock(program, Lock(Urgency.PAUSE, rule, program.on), reason)
    return program, (*locked, Decision(Kind.REFERRED, "person", reason, program.on))


Gain = tuple[str, int, int]


def _pain(program: Program, numbers: Mapping[str, float]) -> Gain | None:
    """Worst pain at the start and in the last answered week; None when it began low, or nothing was answered."""
    first = program.worst_at_start
    days = program.window[-int(numbers["answered_days"]) :]
    told = [max(day.worst_leg or 0, day.worst_back or 0) for day in days if day.worst_leg is not None]
    return ("worst pain", first, max(told)) if told and first > numbers["pain_low"] else None


def _disability(program: Program, numbers: Mapping[str, float]) -> Gain | None:
    score = next((one for one in program.measures if one.measure == "rmdq"), None)
    if score is None or score.last_on == score.first_on or score.first <= numbers["rmdq_low"]:
        return None
    return ("RMDQ", score.first, score.last)
