"""Programs a practitioner composes by hand, because the engine knows too little to propose one (§13.21)."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge
from backstride.engine.program import Program


def by_hand(program: Program, knowledge: Knowledge) -> bool:
    """Whether the slip is of an unknown or a high grade: then easy walks and positions of ease only."""
    grade = program.assessment.grade
    high = grade is not None and grade >= knowledge.numbers["composing/by_hand"]["grade"]
    if knowledge.cause(program.cause).graded:
        return grade is None or high
    return high and any(knowledge.cause(name).graded for name in program.assessment.also)
