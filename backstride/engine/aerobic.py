"""Riding or water walking instead of the walk, or beside it with stenosis (clinical.md §2.8, §5, §13.24)."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge
from backstride.engine.event import SessionDone
from backstride.engine.practice import before, rested
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import open_rungs, standing

AEROBIC = "aerobic"


def ride_today(program: Program, knowledge: Knowledge) -> tuple[LadderState, int] | None:
    """The ladder and rung of today's ride or water walk, or None when today is for walking or for none."""
    return _open(program, ride(program, knowledge), knowledge)


def ride_rests(program: Program, knowledge: Knowledge) -> bool:
    """Whether somebody who rides instead of walking has ridden often enough, so that today asks for neither."""
    wanted = program.assessment.aerobic
    return wanted != "walk" and not ride(program, knowledge) and _open(program, wanted, knowledge) is not None


def _open(program: Program, name: str, knowledge: Knowledge) -> tuple[LadderState, int] | None:
    state = next((one for one in program.ladders if one.ladder == name), None)
    place = standing(state, open_rungs(program, name, knowledge)) if state is not None else None
    return (state, place) if state is not None and place is not None else None


def ride(program: Program, knowledge: Knowledge) -> str:
    """Id of the ladder that takes the walk's place today: as asked for, or every other day with stenosis; else empty."""
    wanted = program.assessment.aerobic
    numbers = knowledge.numbers["aerobic/ride"]
    if wanted == "walk":
        every = numbers["stenosis_every_days"]
        turn = (program.on - program.started).days % every == every - 1
        return "bike" if turn and knowledge.cause(program.cause).walk == "interval" else ""
    state = next((one for one in program.ladders if one.ladder == wanted), None)
    if state is None or not _may(state, program, wanted, knowledge):
        return ""
    return wanted


def _may(state: LadderState, program: Program, wanted: str, knowledge: Knowledge) -> bool:
    numbers = knowledge.numbers["aerobic/ride"]
    bike = {"days_between": numbers["bike_days_between"], "days_in_week": numbers["bike_days_in_week"]}
    water = {"days_between": numbers["water_days_between"], "days_in_week": numbers["water_days_in_week"]}
    return not before(state, program.on) or rested(state, program.on, bike if wanted == "bike" else water)


def ridden(event: SessionDone, program: Program, knowledge: Knowledge) -> int | None:
    """Minutes of a session that was only a ride or a water walk; None for any other session."""
    done = set(event.exercises) | set(event.hurt)
    if len(done) != 1:
        return None
    minutes = 0
    for state in program.ladders:
        ladder = knowledge.ladder(state.ladder)
        if ladder.purpose != AEROBIC or state.rung < 0:
            continue
        rung = ladder.rungs[state.rung]
        if done == {rung.exercise}:
            minutes = rung.dose.sets * rung.dose.reps * rung.dose.hold * event.report.completed // 6000
            return max(1, minutes)
    return None
