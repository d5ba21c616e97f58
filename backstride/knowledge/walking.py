"""The walking plan: 17 levels, and the exercises that describe each form of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from backstride.engine import catalogue
from backstride.knowledge.text import ExerciseId, Signed, Text, Words


class Level(Text):
    """Minutes a day in `bouts` walks, with `brisk` bouts of `brisk_minutes` each inside them."""

    minutes: Annotated[int, Field(ge=1, le=120)]
    bouts: Annotated[int, Field(ge=1, le=6)]
    brisk: Annotated[int, Field(ge=0, le=20)] = 0
    brisk_minutes: Annotated[int, Field(ge=0, le=120)] = 0

    @model_validator(mode="after")
    def _brisk_fits(self) -> Level:
        if (self.brisk == 0) != (self.brisk_minutes == 0):
            raise ValueError("brisk: bouts and their minutes come together")
        if self.brisk * self.brisk_minutes >= self.minutes:
            raise ValueError("brisk: no easy minutes are left")
        return self

    def to_engine(self) -> catalogue.WalkLevel:
        """What the engine reads of it."""
        return catalogue.WalkLevel(self.minutes, self.bouts, self.brisk, self.brisk_minutes)


class Walking(Signed):
    """The 17 levels from 0 to 16. `continuous` and `interval` are exercises.

    `miles_per_hour` is the pace by which minutes are told as a distance.
    """

    name: Words
    in_short: Words
    continuous: ExerciseId
    interval: ExerciseId
    miles_per_hour: Annotated[float, Field(gt=1, lt=6)]
    kilometers_per_mile: Annotated[float, Field(gt=1.6, lt=1.61)]
    levels: Annotated[tuple[Level, ...], Field(min_length=17, max_length=17)]

    @property
    def forms(self) -> tuple[str, str]:
        """The exercises that describe walking, which sit on no ladder of their own."""
        return self.continuous, self.interval

    def distance(self, minutes: int) -> str:
        """About how far so many minutes take somebody, in both units, for example "1.5 miles, 2.4 km"."""
        miles = minutes * self.miles_per_hour / 60
        return f"{miles:.1f} miles, {miles * self.kilometers_per_mile:.1f} km"

    @model_validator(mode="after")
    def _each_level_is_longer(self) -> Walking:
        for place, (below, above) in enumerate(pairwise(self.levels), start=1):
            if above.minutes <= below.minutes:
                raise ValueError(f"levels.{place}: not longer than the level before")
        return self
