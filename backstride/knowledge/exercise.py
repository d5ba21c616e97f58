"""An exercise: its words for the person, and what the engine must know of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from backstride.engine import catalogue
from backstride.engine.values import Direction
from backstride.knowledge.text import Signed, Words

Mechanism = Literal[
    "end-range-flexion",
    "loaded-flexion",
    "end-range-extension",
    "hip-flexion-adduction",
    "unsupported-standing",
    "weight-on-arm",
    "kneeling",
    "long-hold",
    "prone",
    "supine",
    "supine-long",
    "heavy-load",
]
Kit = Literal["towel", "chair", "wall", "stick", "strap", "worktop", "bike", "doorway", "band", "pad"]
Lines = Annotated[tuple[Words, ...], Field(min_length=1)]
CUE_WORDS = 8


class Exercise(Signed):
    """One thing to do. `pace` is seconds of movement a repetition; `work` says what is counted.

    `sides`: none, both (painful side first) or painful only. `direction` is the end-range lumbar direction.
    `mechanisms` say how it loads the body, so that contraindications can deny it. `taught`: not before a
    practitioner has shown it. `cues` are spoken, at most 8 words each; `steps` are at most 5 sentences.
    """

    name: Words
    why: Words
    start: Words
    targets: Lines
    feel: Words
    steps: Annotated[tuple[Words, ...], Field(min_length=1, max_length=5)]
    cues: Annotated[tuple[Words, ...], Field(min_length=1, max_length=4)]
    errors: Lines
    stop_when: Lines
    easier: Words
    harder: Words | None
    sides: Literal["none", "both", "painful"]
    pace: Annotated[int, Field(ge=1, le=30)]
    work: Literal["repetitions", "hold", "time"]
    direction: Direction
    mechanisms: tuple[Mechanism, ...]
    kit: tuple[Kit, ...]
    taught: bool
    loaded: bool
    fall_risk: bool

    @field_validator("cues")
    @classmethod
    def _short_enough_to_speak(cls, cues: tuple[str, ...]) -> tuple[str, ...]:
        for cue in cues:
            if len(cue.split()) > CUE_WORDS:
                raise ValueError(f"{cue!r} has more than {CUE_WORDS} words")
        return cues

    def to_engine(self) -> catalogue.Exercise:
        """What the engine reads of it."""
        return catalogue.Exercise(
            id=self.id,
            mechanisms=frozenset(self.mechanisms),
            kit=frozenset(self.kit),
            direction=self.direction,
            sides=self.sides,
            pace=self.pace,
            taught=self.taught,
            loaded=self.loaded,
        )
