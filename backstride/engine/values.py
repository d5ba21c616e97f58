"""Small values that every part of the engine speaks in: sites, sides, colors, urgencies, doses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Refused(ValueError):
    """Input the engine does not accept; the message names the field, the value and what was expected."""


class Site(IntEnum):
    """How far down the leg the pain reaches (clinical.md §4); a larger number is further down."""

    NOWHERE = 0
    BACK = 1
    BUTTOCK = 2
    THIGH = 3
    CALF = 4
    FOOT = 5


class Side(StrEnum):
    """Which leg hurts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Color(IntEnum):
    """The verdict on one session or walk; a larger number is worse."""

    GREEN = 0
    GREEN_C = 1
    SOFT_AMBER = 2
    HARD_AMBER = 3
    RED = 4

    @property
    def is_green(self) -> bool:
        """Whether this color counts toward progress."""
        return self <= Color.GREEN_C


class Urgency(IntEnum):
    """What a red flag asks for (clinical.md §3): W watch, V pause for review, U same day, E emergency."""

    WATCH = 1
    PAUSE = 2
    SAME_DAY = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """Its name as decisions carry it, for example same-day."""
        return self.name.lower().replace("_", "-")

    @property
    def locks(self) -> bool:
        """Whether no exercise at all is given at this urgency."""
        return self >= Urgency.SAME_DAY


class Direction(StrEnum):
    """The direction of lumbar movement that eases, or an end-range exercise's direction."""

    EXTENSION = "extension"
    FLEXION = "flexion"
    NEUTRAL = "neutral"


class Settled(StrEnum):
    """How long the session's extra pain took to fade, as told the next morning."""

    WITHIN_HOUR = "within-hour"
    WITHIN_DAY = "within-day"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets of repetitions, each held `hold` seconds (0: not held); `rest` seconds between sets; `per_day` times a day."""

    sets: int
    reps: int
    hold: int = 0
    rest: int = 30
    per_day: int = 1

    def __post_init__(self) -> None:
        within("sets", self.sets, 1, 10)
        within("reps", self.reps, 1, 60)
        within("hold", self.hold, 0, 3600)
        within("rest", self.rest, 0, 300)
        within("per_day", self.per_day, 1, 12)

    def seconds(self, pace: int, sides: int) -> int:
        """Time one bout takes, for `pace` seconds of movement a repetition on `sides` sides (1 or 2)."""
        work = self.sets * self.reps * (self.hold + pace)
        return sides * work + (self.sets * sides - 1) * self.rest

    def reduced(self, keep: float) -> Dose:
        """This dose less volume, sets first and then repetitions, keeping the fraction `keep` (0-1); of one long hold, its time."""
        if self.sets > 1:
            return Dose(max(1, int(self.sets * keep)), self.reps, self.hold, self.rest, self.per_day)
        if self.reps == 1:
            return Dose(1, 1, int(self.hold * keep), self.rest, self.per_day)
        return Dose(1, max(1, int(self.reps * keep)), self.hold, self.rest, self.per_day)


def within(name: str, value: int, low: int, high: int) -> None:
    """Refuse a number outside `low`..`high`, naming it."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise Refused(f"{name}: {value!r} is not a whole number from {low} to {high}")


def score(name: str, value: int | None) -> None:
    """Refuse a pain or effort score outside 0-10; None is an answer not given."""
    if value is not None:
        within(name, value, 0, 10)
