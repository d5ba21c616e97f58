"""A change of cause, over every pair of causes: what closed stays closed, and nothing of the new deny-list slips in."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from backstride.engine.denial import denied
from backstride.engine.event import Adjusted, Assessed
from backstride.engine.program import Program
from backstride.engine.values import Direction
from tests.engine.builders import KNOWLEDGE, after, assessment, begin, on, plan

PAIRS = list(permutations(sorted(KNOWLEDGE.causes), 2))
DIRECTIONS = (Direction.EXTENSION, Direction.FLEXION)


def changed(old: str, new: str, program: Program | None = None) -> Program:
    """The program of the first cause, assessed anew the next day with the second."""
    before = program or begin(old, kit=KNOWLEDGE.kit)
    grade = 1 if KNOWLEDGE.causes[new].graded else None
    return after(before, Assessed(on(1), assessment(new, day=1, kit=KNOWLEDGE.kit, grade=grade)))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_direction_that_closed_stays_closed(old: str, new: str) -> None:
    """H23: only an examination opens it again, whatever is diagnosed meanwhile."""
    program = changed(old, new, replace(begin(old, kit=KNOWLEDGE.kit), closed_directions=DIRECTIONS))
    assert set(program.closed_directions) == set(DIRECTIONS)
    for exercise in KNOWLEDGE.exercises.values():
        for name, form in exercise.forms.items():
            if form.direction is not Direction.NEUTRAL:
                assert denied(exercise.id, program, KNOWLEDGE, name) is not None, (exercise.id, name)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_no_order_and_no_signature_pass_to_another_cause(old: str, new: str) -> None:
    """H18, H3: an order lifts a denial for one episode, and a practitioner signs what the new cause gives."""
    order = Adjusted(on(0), "Robin Vale", "order", "REL03", reason="eases in my room, three sets")
    program = changed(old, new, after(begin(old, kit=KNOWLEDGE.kit), order))
    assert program.orders == ()
    assert program.approved_on is None and plan(program).session is None
