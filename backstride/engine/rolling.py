"""Letting dates pass: closing days, shifting the window, stepping a flare, noticing quiet days."""

from __future__ import annotations

from datetime import date, timedelta

from backstride.engine.approval import no_contact
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions
from backstride.engine.denial import settle_calm
from backstride.engine.event import CheckedIn
from backstride.engine.evidence import close
from backstride.engine.flare import ramp
from backstride.engine.inactivity import count_day, excused
from backstride.engine.program import EMPTY_DAY, Program
from backstride.engine.replacing import replace
from backstride.engine.screening import forget_watches
from backstride.engine.values import Refused

Outcome = tuple[Program, Decisions]
LOOP_DAYS = 80


class OutOfOrder(Refused):
    """An event dated before the date the fold has reached."""


def roll(program: Program, on: date, knowledge: Knowledge) -> Outcome:
    """The program as date `on` begins; rolling in one go or date by date gives the same."""
    if on == program.on:
        return program, ()
    days = (on - program.on).days
    if days < 0:
        raise OutOfOrder(f"date: {on} is before {program.on}, which the program has reached")
    decisions: Decisions = ()
    for _ in range(min(days, LOOP_DAYS)):
        program, made = _next_day(program, knowledge)
        decisions = (*decisions, *made)
    if days > LOOP_DAYS:
        program = _skip(program, days - LOOP_DAYS)
    return program, decisions


def _next_day(program: Program, knowledge: Knowledge) -> Outcome:
    program, closed = close(program, 1, CheckedIn(program.on), knowledge)
    program = settle_calm(program, knowledge)
    program, quiet = count_day(program, knowledge)
    asked = program.approved_on is not None and not excused(program) and program.flare is None
    window = program.window[1:-1] + (replace(program.today, planned=asked), EMPTY_DAY)
    program = replace(program, on=program.on + timedelta(days=1), window=window)
    program = forget_watches(program, knowledge)
    program, flare = ramp(program, knowledge)
    program, alone = no_contact(program, knowledge)
    return program, (*closed, *quiet, *flare, *alone)


def _skip(program: Program, days: int) -> Program:
    """After 80 empty days (28 to a pause, a window more) nothing more can change but the date and the length of the quiet run."""
    missed = program.missed if excused(program) else program.missed + days
    return replace(program, on=program.on + timedelta(days=days), missed=missed)
