"""Every exercise is reachable, and every ladder can be climbed to its top and back by what a person reports."""

from __future__ import annotations

import pytest

from backstride.engine import today
from backstride.engine.assessment import Answer
from backstride.engine.event import Report, Screened, Taught
from backstride.engine.program import Program
from backstride.engine.rungs import open_rungs
from backstride.engine.values import Site
from tests.engine.builders import KNOWLEDGE, adjusted, after, begin, morning, on, report, session, walk

EVERYTHING = [(exercise.id, form) for exercise in KNOWLEDGE.exercises.values() for form in exercise.forms]
CALM = report(leg=(0, 0), back=(0, 0), site_before=Site.NOWHERE, site_after=Site.NOWHERE)
AMBER = report(leg=(0, 2), back=(0, 0), site_before=Site.NOWHERE, site_after=Site.NOWHERE)
MOST_DAYS = 900


def ready(cause: str) -> Program:
    """Somebody in the last phase with all kit, shown everything, the leg calm for long, and graded where that matters."""
    graded = KNOWLEDGE.causes[cause].graded
    found = {"kind": "after-birth", "weeks": None} if cause == "pregnancy" else {"grade": 1 if graded else None}
    program = begin(cause, leg=0, back=0, site=Site.NOWHERE, kit=KNOWLEDGE.kit, **found)
    for exercise, form in EVERYTHING:
        program = after(program, Taught(on(0), "Robin Vale", exercise, control=True, form=form))
    program = adjusted(program, "phase", "phase", 4)
    for day in range(1, 16):
        program = after(answered(program, day), morning(day, 0, 0, Site.NOWHERE), walk(day, 30, CALM))
    return program


def answered(program: Program, day: int) -> Program:
    """The questions due on this day, answered no."""
    plan = today(program, KNOWLEDGE, on(day))
    answers = tuple(Answer(flag, "no") for flag in plan.ask)
    return after(program, Screened(on(day), answers, plan.ask_full)) if answers else program


READY = {cause: ready(cause) for cause in KNOWLEDGE.causes}
REACHED = {
    (state.ladder, place)
    for program in READY.values()
    for state in program.ladders
    for place in open_rungs(program, state.ladder, KNOWLEDGE)
}


def widest(ladder: str) -> Program:
    """The person to whom most rungs of this ladder are open."""
    holding = [one for one in READY.values() if ladder in {state.ladder for state in one.ladders}]
    return max(holding, key=lambda one: len(open_rungs(one, ladder, KNOWLEDGE)))


def test_sixty_of_sixty_exercises_are_reachable() -> None:
    reached = {KNOWLEDGE.ladder(name).rungs[place].exercise for name, place in REACHED}
    walking = {"AER01", "AER02"}
    assert len(KNOWLEDGE.exercises) == 60
    assert reached | walking == set(KNOWLEDGE.exercises)


@pytest.mark.parametrize("ladder", KNOWLEDGE.ladders)
def test_every_rung_is_open_to_somebody(ladder: str) -> None:
    places = {place for name, place in REACHED if name == ladder}
    assert places == set(range(len(KNOWLEDGE.ladder(ladder).rungs)))


@pytest.mark.parametrize("ladder", KNOWLEDGE.ladders)
def test_a_ladder_is_climbed_to_its_top_and_back(ladder: str) -> None:
    """Green day after green day to the highest open rung, one at a time; then ambers down to the lowest."""
    program = widest(ladder)
    places = open_rungs(program, ladder, KNOWLEDGE)
    program = adjusted(program, "rung", ladder, places[0], day=15)
    program, met = lived(program, ladder, places[-1], CALM)
    assert met == list(places)
    program, met = lived(program, ladder, places[0], AMBER)
    assert met == list(reversed(places))


def lived(program: Program, ladder: str, goal: int, felt: Report) -> tuple[Program, list[int]]:
    """Days of practising just this ladder, each felt alike, until it stands on `goal`; the rungs met on the way."""
    met = [program.ladder(ladder).rung]
    day = (program.on - on(0)).days
    for number in range(day + 1, day + MOST_DAYS):
        if met[-1] == goal:
            break
        program = after(answered(program, number), morning(number, 0, 0, Site.NOWHERE))
        rung = KNOWLEDGE.ladder(ladder).rungs[program.ladder(ladder).rung]
        hurt = (rung.exercise,) if felt is AMBER else ()
        program = after(program, session(number, felt, [rung.exercise], hurt), walk(number, 30, CALM))
        met += [program.ladder(ladder).rung] if program.ladder(ladder).rung != met[-1] else []
    return program, met
