"""When each ladder was practised last, so that the rest take turns across the week (§1.4, §8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backstride.engine.program import LadderState, Program
from backstride.engine.replacing import replace

KEPT_DATES = 6
WEEK = 7


def mark_practised(program: Program, ladders: tuple[str, ...]) -> Program:
    """This program with `program.on` as the last date these ladders were part of a session."""
    states = tuple(_marked(state, program.on) if state.ladder in ladders else state for state in program.ladders)
    return replace(program, ladders=states)


def _marked(state: LadderState, on: date) -> LadderState:
    if state.practised[-1:] == (on,):
        return state
    return replace(state, practised=(*state.practised, on)[-KEPT_DATES:])


def before(state: LadderState, on: date) -> tuple[date, ...]:
    """The dates it was practised before `on`, newest last; what was done on `on` itself does not change its plan."""
    return tuple(day for day in state.practised if day < on)


def last_before(state: LadderState, on: date) -> date:
    """The last date it was practised before `on`; the first of all dates when it never was."""
    return max(before(state, on), default=date.min)


def rested(state: LadderState, on: date, numbers: Mapping[str, float]) -> bool:
    """Whether it may be practised again: not on the day after, and not more often than so many times in 7 days."""
    days = [(on - day).days for day in before(state, on)]
    if not days:
        return True
    return min(days) > numbers["days_between"] and sum(ago < WEEK for ago in days) < numbers["days_in_week"]
