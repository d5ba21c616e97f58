"""What follows a pause: declared news, reminders, a review that is overdue (clinical.md §3, §13.2, 5, 8)."""

from __future__ import annotations

from datetime import timedelta

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import Declared
from backstride.engine.pregnancy import expecting
from backstride.engine.program import Lock, Program
from backstride.engine.replacing import replace
from backstride.engine.screening import lock
from backstride.engine.values import Urgency

Outcome = tuple[Program, Decisions]


def declared(program: Program, event: Declared, knowledge: Knowledge) -> Outcome:
    """A new diagnosis, injection, surgery or pregnancy pauses the program, and makes all safety questions due."""
    rule = "pausing/declared"
    reason = Reason(rule, (("declared", event.what),))
    overdue = program.on - timedelta(days=int(knowledge.numbers["screening/due"]["full_days"]))
    screening = replace(program.screening, full_on=min(overdue, program.screening.full_on))
    if event.what == "pregnancy":
        program = replace(program, assessment=expecting(program.assessment))
    program, locked = lock(replace(program, screening=screening), Lock(Urgency.PAUSE, rule, program.on), reason)
    return program, (*locked, Decision(Kind.ASKED, "flags", reason, program.on))


def follow_up(program: Program, knowledge: Knowledge) -> Outcome:
    """As a date begins: pauses nobody has looked at grow more urgent, are recalled, or send the person elsewhere."""
    if not program.locks:
        return program, ()
    program, urgent = overdue(program, knowledge)
    return program, (*urgent, *unanswered(program, knowledge))


def overdue(program: Program, knowledge: Knowledge) -> Outcome:
    """A flag whose review is overdue becomes as urgent as its file says: N2 after 3 days, the same day (§13.5)."""
    decisions: Decisions = ()
    for old in program.locks:
        flag = knowledge.flags.get(old.flag)
        if flag is None or flag.overdue is None or old.urgency is not Urgency.PAUSE:
            continue
        days = (program.on - old.since).days
        if days > flag.review_days:
            reason = Reason("pausing/overdue", (("flag", old.flag), ("days since", days)))
            program, made = lock(program, Lock(flag.overdue, old.flag, program.on), reason)
            decisions = (*decisions, *made)
    return program, decisions


def unanswered(program: Program, knowledge: Knowledge) -> Decisions:
    """Nobody has re-opened a pause: both are reminded after 3 and 7 days, then the person is told to seek another (§13.8)."""
    pauses = [old for old in program.locks if old.urgency is Urgency.PAUSE]
    if not pauses or len(pauses) < len([old for old in program.locks if old.urgency >= Urgency.PAUSE]):
        return ()  # a lock (E, U) has already sent the person to somebody
    numbers = knowledge.numbers["pausing/unanswered"]
    first = min(pauses, key=lambda old: old.since)
    days = (program.on - first.since).days
    reason = Reason("pausing/unanswered", (("because of", first.flag), ("days since", days)))
    if days in (numbers["first_reminder_days"], numbers["second_reminder_days"]):
        told = ("practitioner", "person") if program.assessment.supervised else ("person",)
        return tuple(Decision(Kind.NOTIFIED, one, reason, program.on) for one in told)
    if days == numbers["refer_days"]:
        return (Decision(Kind.REFERRED, "person", reason, program.on),)
    return ()
