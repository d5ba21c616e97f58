"""A ladder: rungs from easy to hard, each raising one thing, in the order of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from backstride.engine import catalogue
from backstride.engine.values import Dose
from backstride.knowledge.exercise import PLAIN
from backstride.knowledge.text import ExerciseId, Signed, Slug, Text, Words

Purpose = Literal[
    "relief", "mobility", "nerve", "hamstring", "stretch", "abdominal", "strength", "functional", "aerobic"
]
ORDERS = {"stretch": ("hold", "reps"), "hamstring": ("hold", "reps"), "abdominal": ("reps", "sets", "hold")}
USUAL_ORDER = ("reps", "hold", "sets")
MEASURED = ("sets", "reps", "hold", "rest", "per_day")


class Rung(Text):
    """One exercise at one dose: `hold` and `rest` in seconds, `per_day` times a day.

    `forms`: acceptable ways of doing it, best first; the first that kit and deny-list allow is given.
    `causes`: the rung exists only for these; empty for all.
    """

    exercise: ExerciseId
    forms: Annotated[tuple[Slug, ...], Field(min_length=1)] = (PLAIN,)
    causes: tuple[Slug, ...] = ()
    sets: Annotated[int, Field(ge=1, le=10)]
    reps: Annotated[int, Field(ge=1, le=60)]
    hold: Annotated[int, Field(ge=0, le=3600)] = 0
    rest: Annotated[int, Field(ge=0, le=300)] = 30
    per_day: Annotated[int, Field(ge=1, le=12)] = 1

    def to_engine(self) -> catalogue.Rung:
        """What the engine reads of it."""
        dose = Dose(self.sets, self.reps, self.hold, self.rest, self.per_day)
        return catalogue.Rung(self.exercise, dose, self.forms, frozenset(self.causes))

    @property
    def way(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What is done and by whom; within one way only the dose changes."""
        return self.exercise, self.forms, self.causes


class Ladder(Signed):
    """Rungs for one purpose. `greens` is how many green sessions in a row a step up takes."""

    name: Words
    purpose: Purpose
    greens: Literal[3, 6]
    rungs: Annotated[tuple[Rung, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_thing_at_a_time(self) -> Ladder:
        faults = [*_faults(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def to_engine(self) -> catalogue.Ladder:
        """What the engine reads of it."""
        rungs = tuple(rung.to_engine() for rung in self.rungs)
        return catalogue.Ladder(self.id, self.purpose, rungs, self.greens)


def _faults(ladder: Ladder) -> Iterator[str]:
    """Steps that raise several things, lower one, or raise them in the wrong order; exercises left and met again."""
    order = ORDERS.get(ladder.purpose, USUAL_ORDER)
    seen: list[str] = []
    reached = 0
    for place, (below, above) in enumerate(pairwise(ladder.rungs), start=1):
        if above.way != below.way:
            reached = 0
            if above.exercise != below.exercise:
                seen.append(below.exercise)
            if above.exercise in seen:
                yield f"rungs.{place}: {above.exercise} was left on a lower rung and returns"
            continue
        changed = [name for name in MEASURED if getattr(above, name) != getattr(below, name)]
        if len(changed) != 1 or getattr(above, changed[0]) < getattr(below, changed[0]):
            yield f"rungs.{place}: raise one variable, here changed: {', '.join(changed) or 'nothing'}"
        elif changed[0] not in order or order.index(changed[0]) < reached:
            yield f"rungs.{place}: {changed[0]} goes up in the order {', '.join(order)}"
        else:
            reached = order.index(changed[0])
