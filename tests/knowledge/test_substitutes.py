"""Forms of an exercise: a wall for a floor, a strap for a towel, and never a way around what is denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from backstride.engine.catalogue import Rung
from backstride.engine.program import Program
from backstride.engine.rungs import form_given, taught_as
from backstride.knowledge import Library
from tests.engine.builders import KNOWLEDGE, begin

CAUSES = sorted(KNOWLEDGE.causes)
FINDINGS = sorted(KNOWLEDGE.contraindications)
PHASES = (1, 2, 3, 4)
RUNGS = tuple(rung for ladder in KNOWLEDGE.ladders.values() for rung in ladder.rungs)
EVERYTHING = tuple(
    sorted(taught_as(exercise.id, form) for exercise in KNOWLEDGE.exercises.values() for form in exercise.forms)
)


def able(cause: str, kit: tuple[str, ...] = KNOWLEDGE.kit, findings: tuple[str, ...] = ()) -> Program:
    """Somebody whom only this cause, this kit and these findings hold back: everything taught, the leg calm."""
    program = begin(cause, kit=kit)
    found = replace(program.assessment, contraindications=findings)
    return replace(program, assessment=found, taught=EVERYTHING, controlled=tuple(KNOWLEDGE.exercises), calm=True)


def given(program: Program) -> Iterator[tuple[Rung, str]]:
    """Every rung that some form fits, with the form given."""
    ways = {(rung.exercise, rung.forms): rung for rung in RUNGS}.values()
    found = ((rung, form_given(rung, program, KNOWLEDGE)) for rung in ways)
    return ((rung, form) for rung, form in found if form is not None)


@pytest.mark.parametrize("finding", FINDINGS)
@pytest.mark.parametrize("cause", CAUSES)
def test_no_form_brings_back_what_a_finding_denies(cause: str, finding: str) -> None:
    """H16, H22: with any cause, everything at hand and everything taught."""
    denies = KNOWLEDGE.contraindications[finding].denies
    for rung, form in given(able(cause, findings=(finding,))):
        assert not KNOWLEDGE.exercise(rung.exercise).forms[form].mechanisms & denies, (rung.exercise, form)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("cause", CAUSES)
def test_no_form_brings_back_what_the_cause_denies(cause: str, phase: int, library: Library) -> None:
    """H16: read from the exercises' own `avoid`, which the engine never sees."""
    for rung, form in given(replace(able(cause), phase=phase)):
        for avoid in library.exercises[rung.exercise].avoid:
            fixed = avoid.cause == cause and phase in avoid.phases and not (avoid.when or avoid.until)
            assert not (fixed and (not avoid.forms or form in avoid.forms)), (rung.exercise, form)


@pytest.mark.parametrize("missing", KNOWLEDGE.kit)
def test_a_missing_thing_is_never_asked_for(missing: str) -> None:
    """H16: the form given in its place needs nothing that is not there either."""
    kit = tuple(one for one in KNOWLEDGE.kit if one != missing)
    for cause in CAUSES:
        for rung, form in given(able(cause, kit)):
            assert KNOWLEDGE.exercise(rung.exercise).forms[form].kit <= set(kit), (rung.exercise, form)


def test_nothing_untaught_comes_as_a_substitute() -> None:
    """H16: a form that has to be shown first is passed over until it was."""
    for cause in CAUSES:
        for rung, form in given(replace(able(cause), taught=())):
            assert not KNOWLEDGE.exercise(rung.exercise).forms[form].taught, (rung.exercise, form)


def test_the_mechanisms_of_a_form_are_its_own(library: Library) -> None:
    """H16: stated in full for each form, so a form that needs an arm, a knee or the floor says so itself."""
    wanted = {"knees": "kneeling", "toes": "weight-on-arm", "prone": "prone"}
    for exercise in library.exercises.values():
        for form in exercise.forms:
            if form.id in wanted:
                assert wanted[form.id] in form.mechanisms, (exercise.id, form.id)
