"""The fold: program + one event -> next program + decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backstride.engine import event as events
from backstride.engine.approval import adjust, approve, teach
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions
from backstride.engine.event import Assessed, DayPassed, Event, FlareReported, Measured, Screened
from backstride.engine.evidence import take_session, take_settled, take_walk
from backstride.engine.flare import tapped
from backstride.engine.measuring import measure_of, score_of
from backstride.engine.morning import check_in
from backstride.engine.pausing import declared
from backstride.engine.prescribing import decisions as prescribed
from backstride.engine.prescribing import reassess
from backstride.engine.program import Program, Score
from backstride.engine.reopening import reopen
from backstride.engine.replacing import replace
from backstride.engine.rolling import roll
from backstride.engine.screening import flag, take, take_back
from backstride.engine.values import Refused, within
from backstride.engine.yellow import answer as answer_yellow

Outcome = tuple[Program, Decisions]


def advance(program: Program, event: Event, knowledge: Knowledge) -> Outcome:
    """Fold one event in: let the dates up to it pass, then answer it. Refuses an event before `program.on`."""
    program, passed = roll(program, event.on, knowledge)
    answer = ANSWERS.get(type(event))
    if answer is None:
        raise Refused(f"event: {type(event).__name__} is not known")
    program, made = answer(program, event, knowledge)
    return program, (*passed, *made)


def _assessed(program: Program, event: Assessed, knowledge: Knowledge) -> Outcome:
    program = reassess(program, event.assessment, knowledge, event.on)
    return program, prescribed(program, knowledge)


def _screened(program: Program, event: Screened, knowledge: Knowledge) -> Outcome:
    return take(program, event.answers, event.full, knowledge)


def _flared(program: Program, event: FlareReported, knowledge: Knowledge) -> Outcome:
    return tapped(program, knowledge)


def _measured(program: Program, event: Measured, knowledge: Knowledge) -> Outcome:
    """Keep the first and the last score of each measure, and the words the person gave it first."""
    measure = measure_of(knowledge, event.measure)
    within(event.measure, event.score, measure.low, measure.high)
    old = score_of(program, event.measure)
    first, first_on = (old.first, old.first_on) if old is not None else (event.score, event.on)
    note = event.note or (old.note if old is not None else "")
    score = Score(event.measure, first, first_on, event.score, event.on, note)
    others = (one for one in program.measures if one.measure != event.measure)
    return replace(program, measures=tuple(sorted((*others, score), key=lambda one: one.measure))), ()


def _passed(program: Program, event: DayPassed, knowledge: Knowledge) -> Outcome:
    return program, ()


ANSWERS: dict[type, Callable[[Program, Any, Knowledge], Outcome]] = {
    events.Assessed: _assessed,
    events.Approved: approve,
    events.Adjusted: adjust,
    events.Taught: teach,
    events.CheckedIn: check_in,
    events.SessionDone: take_session,
    events.Walked: take_walk,
    events.SettledAnswered: take_settled,
    events.FlareReported: _flared,
    events.Screened: _screened,
    events.Flagged: flag,
    events.TakenBack: take_back,
    events.Reopened: reopen,
    events.Declared: declared,
    events.YellowAnswered: answer_yellow,
    events.Measured: _measured,
    events.DayPassed: _passed,
}
