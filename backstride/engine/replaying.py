"""Replaying a history: the same events always give the same program."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from backstride.engine.advancing import advance
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions
from backstride.engine.event import Assessed, Event
from backstride.engine.prescribing import decisions, prescribe
from backstride.engine.program import Program
from backstride.engine.values import Refused


def begin(event: Event, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """The program a first event gives; it must be an assessment."""
    if not isinstance(event, Assessed):
        raise Refused(f"events: the first is {type(event).__name__}, not Assessed")
    program = prescribe(event.assessment, knowledge, event.on)
    return program, decisions(program, knowledge)


def trace(events: Iterable[Event], knowledge: Knowledge) -> Iterator[tuple[Event, Program, Decisions]]:
    """Fold events one by one, yielding each with the program after it and the decisions it made."""
    program: Program | None = None
    for event in events:
        program, made = begin(event, knowledge) if program is None else advance(program, event, knowledge)
        yield event, program, made


def replay(events: Iterable[Event], knowledge: Knowledge) -> Program:
    """The program after all these events; refuses an empty history."""
    last = deque(trace(events, knowledge), maxlen=1)
    if not last:
        raise Refused("events: there are none")
    return last[0][1]
