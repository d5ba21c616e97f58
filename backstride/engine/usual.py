"""What is usual for this person: the median of their last answered mornings outside flares (§13.11, §13.27)."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from backstride.engine.program import Program


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual morning: median leg and back, 0-10."""

    leg: float
    back: float


def usual(program: Program, mornings: float, skip: int) -> Usual:
    """Over the last `mornings` answered ones, leaving out the newest `skip` dates; the assessment's values before any."""
    legs: list[int] = []
    backs: list[int] = []
    for day in reversed(program.window[: len(program.window) - skip]):
        if day.leg is None or day.flare:
            continue
        legs.append(day.leg)
        if day.back is not None:
            backs.append(day.back)
        if len(legs) == mornings:
            break
    return Usual(median(legs or [program.assessment.leg]), median(backs or [program.assessment.back]))
