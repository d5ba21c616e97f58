"""All knowledge files as one closed model, and the engine's view of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationError

from backstride.engine.catalogue import Knowledge
from backstride.knowledge.cause import Cause
from backstride.knowledge.citation import Citation
from backstride.knowledge.contraindication import Contraindication
from backstride.knowledge.exercise import Exercise
from backstride.knowledge.flag import Flag
from backstride.knowledge.ladder import Ladder
from backstride.knowledge.lesson import Lesson
from backstride.knowledge.measure import Measure
from backstride.knowledge.refusal import Problem
from backstride.knowledge.rule import Rule
from backstride.knowledge.text import CitationId, ExerciseId, FlagId, RuleId, Slug, Text
from backstride.knowledge.tip import Tip
from backstride.knowledge.walking import Walking
from backstride.knowledge.yellow import Yellow

ONE_FILE = ("walking",)


class Contents(Text):
    """Every file by kind and id."""

    exercises: Annotated[dict[ExerciseId, Exercise], Field(min_length=1)]
    ladders: dict[Slug, Ladder]
    causes: dict[Slug, Cause]
    flags: dict[FlagId, Flag]
    contraindications: dict[Slug, Contraindication]
    rules: dict[RuleId, Rule]
    citations: dict[CitationId, Citation]
    measures: dict[Slug, Measure]
    lessons: dict[Slug, Lesson]
    tips: dict[Slug, Tip]
    yellow: dict[Slug, Yellow]
    walking: Walking

    def to_engine(self, version: str) -> Knowledge:
        """What the engine reads: ids and numbers, no words."""
        return Knowledge(
            version=version,
            exercises={key: one.to_engine() for key, one in self.exercises.items()},
            ladders={key: one.to_engine() for key, one in self.ladders.items()},
            causes={key: one.to_engine() for key, one in self.causes.items()},
            flags={key: one.to_engine() for key, one in self.flags.items()},
            contraindications={key: one.to_engine() for key, one in self.contraindications.items()},
            measures={key: one.to_engine() for key, one in self.measures.items()},
            yellow=tuple(self.yellow),
            walk_levels=tuple(level.to_engine() for level in self.walking.levels),
            numbers={key: one.numbers for key, one in self.rules.items()},
        )


def validate(text: str) -> Contents | list[Problem]:
    """The contents of this JSON text, or everything the closed schemas refuse in it."""
    try:
        return Contents.model_validate_json(text)
    except ValidationError as wrong:
        return [_problem(error["loc"], error["msg"]) for error in wrong.errors(include_url=False)]


def _problem(place: tuple[int | str, ...], reason: str) -> Problem:
    if not place:
        return Problem("all files", "file", reason)
    depth = 1 if place[0] in ONE_FILE else 2
    file = "/".join(str(step) for step in place[:depth]) + ".yaml"
    key = ".".join(str(step) for step in place[depth:]) or "file"
    return Problem(file, key, reason.removeprefix("Value error, "))
