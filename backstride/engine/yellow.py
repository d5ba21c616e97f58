"""Yellow flags: beliefs and moods that make recovery harder. They never lock anything (clinical.md §3, §13.34)."""

from __future__ import annotations

from datetime import date

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import YellowAnswered
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.values import Refused

Outcome = tuple[Program, Decisions]


def monthly(program: Program, on: date, knowledge: Knowledge) -> tuple[str, ...]:
    """The questions due on this date: all of them at the start, and 28 days after the last answers."""
    last = program.yellow_on
    if last is not None and (on - last).days < knowledge.numbers["yellow/monthly"]["days"]:
        return ()
    return knowledge.yellow


def answer(program: Program, event: YellowAnswered, knowledge: Knowledge) -> Outcome:
    """Keep the date, and tell the practitioner of each yes; nothing is locked or held."""
    strange = sorted(set(event.yes) - set(knowledge.yellow))
    if strange:
        raise Refused(f"yellow: {', '.join(strange)} is not known; known are {', '.join(knowledge.yellow)}")
    told = tuple(
        Decision(Kind.NOTIFIED, "practitioner", Reason("yellow/answer", (("answered yes", one),)), program.on)
        for one in knowledge.yellow
        if one in event.yes
    )
    return replace(program, yellow_on=program.on), told
