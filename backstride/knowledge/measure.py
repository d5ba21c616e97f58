"""A measure: what it asks, how it is scored, and how much change means something."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from typing import Annotated, Literal

from pydantic import Field, model_validator

from backstride.engine import catalogue
from backstride.knowledge.text import Signed, Text, Words

LAST_WEEK = 520
Week = Annotated[int, Field(ge=0, le=LAST_WEEK)]
Kind = Literal["scale", "scales", "ticks", "task", "choices", "total"]
OFFERED = ("scale", "scales", "task")


class Choice(Text):
    """One answer in words, and the score it stands for."""

    score: int
    words: Words


class Figure(Text):
    """What a source found in one group of people. Only shown: nothing is decided by it."""

    population: Words
    says: Words


class Loinc(Text):
    """A code for exchange with other systems. `verified` stays false until somebody has looked it up in LOINC itself."""

    code: Annotated[str, Field(pattern=r"^[0-9]{1,5}-[0-9]$")]
    meaning: Words
    verified: Literal[False]


class Measure(Signed):
    """One measure. `low`, `high` and `absolute` are in the units people read; `better` says which way is good.

    A change counts from `absolute` points and `share` of the first score on; None: that one is not asked for (both
    None: figures only, never a verdict). `by` says who gives it: the person on a screen, or a practitioner who types
    in the `total` of a form whose questions may not be shown here.

    `kind` is how it is answered: a `scale` from low to high; `scales` of 0 to 10, one for each of `items`, added up;
    `ticks` of `items` that apply, counted; a `task` the person names, on a scale; `choices` in words; a `total`.
    `asks` are its questions, `instruction` stands before the items; `low_words` and `high_words` name the scale's ends.

    `due_weeks` after the start it is asked, "weekly" for every week, empty for never by itself. `place` is its place
    in lists (1 first), `seconds` about how long it takes. Scores are kept as whole numbers, `times` what people read.
    `license` says who may use it, `attribution` what must stand beside it, `figures` what else was found.
    """

    name: Words
    in_short: Words
    kind: Kind
    by: Literal["person", "practitioner"]
    place: Annotated[int, Field(ge=1, le=99)]
    seconds: Annotated[int, Field(ge=5, le=900)]
    asks: Annotated[tuple[Words, ...], Field(min_length=1)]
    instruction: Words | None = None
    items: tuple[Words, ...] = ()
    choices: tuple[Choice, ...] = ()
    low: float
    high: float
    low_words: Words | None = None
    high_words: Words | None = None
    times: Literal[1, 10, 100, 1000] = 1
    better: Literal["lower", "higher"]
    absolute: Annotated[float, Field(gt=0)] | None = None
    share: Annotated[float, Field(gt=0, lt=1)] | None = None
    due_weeks: Literal["weekly"] | tuple[Week, ...] = ()
    figures: tuple[Figure, ...] = ()
    license: Words
    attribution: Words | None = None
    loinc: Loinc | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Measure:
        faults = [*_faults(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks after the start in which it is asked, ascending."""
        return tuple(range(LAST_WEEK + 1)) if self.due_weeks == "weekly" else self.due_weeks

    @property
    def when(self) -> str:
        """When it is asked, for example "at the start and after 6 and 12 weeks"."""
        if self.due_weeks == "weekly":
            return "every week"
        later = _listed([str(week) for week in self.weeks if week])
        parts = [*(["at the start"] if 0 in self.weeks else []), *([f"after {later} weeks"] if later else [])]
        return " and ".join(parts) or "when a practitioner gives it"

    def printed(self, score: int) -> str:
        """A kept score as people read it: 736 of the EQ-5D index is "0.736"."""
        places = len(str(self.times)) - 1
        return f"{Decimal(score) / self.times:.{places}f}"

    def kept(self, printed: Decimal) -> int:
        """What people read as the whole number that is kept, rounded half up."""
        return int((printed * self.times).to_integral_value(ROUND_HALF_UP))

    def to_engine(self) -> catalogue.Measure:
        """What the engine reads of it: whole numbers, thresholds rounded up (5.5 points are 6 whole ones)."""
        return catalogue.Measure(
            id=self.id,
            low=round(self.low * self.times),
            high=round(self.high * self.times),
            better=self.better,
            absolute=ceil(round(self.absolute * self.times, 6)) if self.absolute is not None else None,
            share=self.share,
            due_weeks=self.weeks,
            person=self.by == "person",
        )


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _faults(measure: Measure) -> Iterator[str]:
    """What contradicts itself: range, form, weeks, who gives it."""
    if measure.low >= measure.high:
        yield "high: must be above low"
    if (measure.kind == "total") != (measure.by == "practitioner"):
        yield "by: a practitioner gives totals, the person everything else"
    if list(measure.weeks) != sorted(set(measure.weeks)) or (measure.by == "practitioner" and measure.weeks):
        yield "due_weeks: ascending, and none where a practitioner decides"
    if (measure.kind in OFFERED) != (measure.low_words is not None and measure.high_words is not None):
        yield "low_words: both ends of a scale have words, nothing else has"
    yield from _form_faults(measure)


def _form_faults(measure: Measure) -> Iterator[str]:
    spans = {"ticks": len(measure.items), "scales": 10 * len(measure.items)}
    if bool(measure.items) != (measure.kind in spans):
        yield f"items: {measure.kind} has {'items' if measure.kind in spans else 'none'}"
    elif measure.items and (measure.low, measure.high) != (0, spans[measure.kind]):
        yield f"high: {len(measure.items)} items make 0 to {spans[measure.kind]}"
    scores = [choice.score for choice in measure.choices]
    if scores != ([*range(round(measure.low), round(measure.high) + 1)] if measure.kind == "choices" else []):
        yield "choices: one for each score from low to high, and only where answered in words"
