"""Letting dates pass: closing days, shifting the window, stepping a flare, noticing quiet days."""

from __future__ import annotations

from datetime import date, timedelta

from backstride.engine.aerobic import ride_today
from backstride.engine.approval import no_contact
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions
from backstride.engine.denial import settle_calm
from backstride.engine.event import CheckedIn
from backstride.engine.evidence import close
from backstride.engine.flare import ramp
from backstride.engine.inactivity import count_day, excused
from backstride.engine.pausing import follow_up
from backstride.engine.pregnancy import stage
from backstride.engine.program import EMPTY_DAY, Program
from backstride.engine.replacing import replace
from backstride.engine.review import no_gain, reminder
from backstride.engine.screening import forget_watches
from backstride.engine.values import Refused
from backstride.engine.walking import walk_today

Outcome = tuple[Program, Decisions]
LOOP_DAYS = 300


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
    ended = replace(program.today, planned=asked, walk_asked=_walk_asked(program, knowledge))
    window = program.window[1:-1] + (ended, EMPTY_DAY)
    program = replace(program, on=program.on + timedelta(days=1), window=window)
    program, later = stage(program, knowledge)
    program = forget_watches(program, knowledge)
    program, flare = ramp(program, knowledge)
    program, alone = no_contact(program, knowledge)
    program, stuck = no_gain(program, knowledge)
    program, pauses = follow_up(program, knowledge)
    made = (*closed, *quiet, *later, *flare, *alone, *stuck, *pauses)
    return program, (*made, *reminder(program, knowledge))


def _walk_asked(program: Program, knowledge: Knowledge) -> int:
    """The minutes of walking asked for today; kept only where they are compared later (walks in intervals), not for rides."""
    stopped = excused(program) or program.flare is not None
    if stopped or knowledge.cause(program.cause).walk != "interval" or ride_today(program, knowledge) is not None:
        return 0
    return walk_today(program, knowledge).minutes


def _skip(program: Program, days: int) -> Program:
    """After 300 empty days no pause, review or week of pregnancy is still to come: only the date and the quiet run change."""
    missed = program.missed if excused(program) else program.missed + days
    return replace(program, on=program.on + timedelta(days=days), missed=missed)
