"""An exercise: its words for the person, and what the engine must know of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from backstride.engine import catalogue
from backstride.engine.values import Direction
from backstride.knowledge.text import Signed, Slug, Text, Words

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
Kit = Literal[
    "towel",
    "chair",
    "wall",
    "stick",
    "strap",
    "worktop",
    "bike",
    "doorway",
    "band",
    "pad",
    "box",
    "step",
    "weights",
    "pool",
    "second-chair",
    "pillow",
]
PhaseNumber = Annotated[int, Field(ge=1, le=4)]
Phases = Annotated[tuple[PhaseNumber, ...], Field(min_length=1)]
Until = Literal["leg-calm"]
When = Literal["irritable", "leg-spreads", "late-pregnancy", "no-control"]
Lines = Annotated[tuple[Words, ...], Field(min_length=1)]
Steps = Annotated[tuple[Words, ...], Field(min_length=1, max_length=5)]
CUE_WORDS = 8
PLAIN = "plain"


class Avoid(Text):
    """A cause this exercise must not be given for: in `phases`, `until` or `when` a condition holds, in `forms` or all."""

    cause: Slug
    phases: Phases = (1, 2, 3, 4)
    until: Until | None = None
    when: When | None = None
    forms: tuple[Slug, ...] = ()


class Form(Text):
    """A way of doing an exercise with other support, kit or load. Mechanisms and kit are stated in full."""

    id: Slug
    name: Words
    start: Words
    steps: Steps | None = None
    mechanisms: tuple[Mechanism, ...]
    kit: tuple[Kit, ...]
    direction: Direction
    taught: bool
    loaded: bool
    fall_risk: bool

    @model_validator(mode="after")
    def _not_plain(self) -> Form:
        if self.id == PLAIN:
            raise ValueError("id: plain means the exercise as described at the top of its file")
        return self

    def to_engine(self) -> catalogue.Form:
        """What the engine reads of it."""
        return catalogue.Form(
            mechanisms=frozenset(self.mechanisms),
            kit=frozenset(self.kit),
            direction=self.direction,
            taught=self.taught,
            loaded=self.loaded,
        )


class Exercise(Signed):
    """One thing to do. `pace` is seconds of movement a repetition; `work` says what is counted.

    `sides`: none, both (painful side first) or painful only. `direction` is the end-range lumbar direction.
    `mechanisms` say how it loads the body, so that contraindications can deny it. `taught`: not before a
    practitioner has shown it. `cues` are spoken, at most 8 words each; `steps` are at most 5 sentences.
    `avoid` must agree with the deny-lists of the causes; `by_cause` is one sentence for people with that cause.
    """

    name: Words
    why: Words
    start: Words
    targets: Lines
    feel: Words
    steps: Steps
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
    avoid: tuple[Avoid, ...] = ()
    by_cause: dict[Slug, Words] = {}
    forms: tuple[Form, ...] = ()

    @field_validator("cues")
    @classmethod
    def _short_enough_to_speak(cls, cues: tuple[str, ...]) -> tuple[str, ...]:
        for cue in cues:
            if len(cue.split()) > CUE_WORDS:
                raise ValueError(f"{cue!r} has more than {CUE_WORDS} words")
        return cues

    @model_validator(mode="after")
    def _forms_are_known(self) -> Exercise:
        names = [form.id for form in self.forms]
        if len(names) != len(set(names)):
            raise ValueError("forms: two have the same id")
        for avoid in self.avoid:
            for form in avoid.forms:
                if form not in (PLAIN, *names):
                    raise ValueError(f"avoid: form {form} is not one of this exercise")
        return self

    def form(self, name: str) -> Form | None:
        """The form of this name; None for the exercise as described at the top of its file."""
        return next((form for form in self.forms if form.id == name), None)

    def to_engine(self) -> catalogue.Exercise:
        """What the engine reads of it."""
        plain = catalogue.Form(
            mechanisms=frozenset(self.mechanisms),
            kit=frozenset(self.kit),
            direction=self.direction,
            taught=self.taught,
            loaded=self.loaded,
        )
        forms = {form.id: form.to_engine() for form in self.forms}
        return catalogue.Exercise(id=self.id, forms={PLAIN: plain, **forms}, sides=self.sides, pace=self.pace)
