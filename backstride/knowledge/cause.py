"""A cause: its page in plain words, and its phases, menus, relief and deny-list for the engine."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backstride.engine import catalogue
from backstride.engine.values import Direction
from backstride.knowledge.exercise import PhaseNumber, Phases, Until, When
from backstride.knowledge.text import ExerciseId, Signed, Slug, Source, Text, Words

DENIED = "denial/denied"


class Code(Text):
    """A code of the diagnosis. `verified` stays false until somebody has looked it up in the code's own tables."""

    system: Literal["ICD-10-CM"]
    code: Words
    meaning: Words
    verified: Literal[False]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Page(Text):
    """The cause in plain words: what it is, how it usually goes, what helps."""

    what_it_is: Words
    expected_course: Words
    what_helps: Words
    what_changes_the_plan: Words = "-"


class Variety(Text):
    """A kind of this cause that is told apart, for example isthmic or degenerative.

    `highest_phase`: no gate opens a phase above it. `weeks`: the week of the pregnancy must be known.
    """

    id: Slug
    name: Words
    text: Words
    highest_phase: PhaseNumber = 4
    weeks: bool = False


class Phase(Text):
    """One phase: the exercises it opens, and what a session asks for, in order.

    Each is a purpose, a ladder by its id, or `in-turn` for whatever else is open and has waited longest.
    """

    name: Words
    menu: Annotated[tuple[ExerciseId, ...], Field(min_length=1)]
    asks: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=6)]


class Denial(Text):
    """An exercise that is not given: in `phases`, or until the leg has calmed, or while a condition holds."""

    exercise: ExerciseId
    phases: Phases = (1, 2, 3, 4)
    until: Until | None = None
    when: When | None = None
    forms: tuple[Slug, ...] = ()
    reason: Words
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    @property
    def always(self) -> bool:
        """Whether it holds in its phases whatever the person's condition."""
        return self.until is None and self.when is None and not self.forms

    def to_engine(self) -> catalogue.Denial:
        """What the engine reads of it."""
        return catalogue.Denial(self.exercise, DENIED, self.phases, self.until or "", self.when or "", self.forms)


class Cause(Signed):
    """A diagnosed origin of sciatica. `letter` is its key in tables; `control` the exercise of the control check.

    `relief` names ladders by direction, best first. `ease` are positions of ease. `break_minutes` are the
    minutes of sitting before a movement break: irritable, settled. `review_days` after the start somebody looks again.
    `graded`: with an unknown grade of slip, or a high one, the practitioner composes the program by hand.
    `irritable_back`: a sore back counts as irritable too.
    `comfort`: positions among which the person picks the most comfortable one.
    """

    name: Words
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    in_short: Words
    page: Page
    codes: tuple[Code, ...]
    bias: Direction
    relief: dict[Direction, tuple[Slug, ...]]
    ease: Annotated[tuple[ExerciseId, ...], Field(min_length=1)]
    phases: Annotated[tuple[Phase, ...], Field(min_length=4, max_length=4)]
    denials: tuple[Denial, ...]
    walk: Literal["continuous", "interval"]
    break_minutes: Annotated[tuple[int, ...], Field(min_length=2, max_length=2)]
    review_days: Annotated[tuple[Annotated[int, Field(ge=1, le=365)], ...], Field(min_length=1)]
    control: ExerciseId
    kinds: tuple[Variety, ...] = ()
    graded: bool = False
    irritable_back: bool = False
    comfort: tuple[ExerciseId, ...] = ()

    def to_engine(self) -> catalogue.Cause:
        """What the engine reads of it."""
        return catalogue.Cause(
            id=self.id,
            bias=self.bias,
            menus=tuple(frozenset(phase.menu) for phase in self.phases),
            asks=tuple(tuple(phase.asks) for phase in self.phases),
            relief=self.relief,
            ease=self.ease,
            denials=tuple(denial.to_engine() for denial in self.denials),
            walk=self.walk,
            break_minutes=(self.break_minutes[0], self.break_minutes[1]),
            review_days=self.review_days,
            control=self.control,
            kinds={kind.id: catalogue.Variety(kind.highest_phase, kind.weeks) for kind in self.kinds},
            graded=self.graded,
            irritable_back=self.irritable_back,
            comfort=self.comfort,
        )
