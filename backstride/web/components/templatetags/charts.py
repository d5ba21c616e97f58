"""Drawings of numbers, made on the server: rungs of progress, the road of 17 levels, sparklines of pain."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template

register = template.Library()

ROAD_WIDTH = 288.0
ROAD_GAP = 2.4
SPARK_WIDTH, SPARK_HEIGHT = 116, 40
WORST = 10


@dataclass(frozen=True)
class Bar:
    """One rung of the road, in the drawing's units."""

    x: float
    y: float
    width: float
    height: float
    full: bool
    middle: float


@dataclass(frozen=True)
class Spot:
    """A place on a sparkline, in the drawing's units."""

    x: float
    y: float


@register.inclusion_tag("components/rungs.html")
def rungs(done: float, total: int, words: str = "") -> dict[str, object]:
    """Progress as rungs: `done` of `total` are full; a half done one is half full. `words` stand beside, such as "3 of 5"."""
    states = ["full" if place < int(done) else "half" if place < done else "hollow" for place in range(total)]
    return {"states": states, "done": int(done), "total": total, "words": words}


@register.inclusion_tag("components/road.html")
def road(
    level: int,
    levels: int = 17,
    start: str = "",
    middle: str = "",
    middle_level: int = 8,
    end: str = "",
    sentence: str = "",
) -> dict[str, object]:
    """The walking road: rungs that grow, full up to `level` (from 0 = not begun to `levels`).

    `start`, `middle` (under level `middle_level`) and `end` are the words below; `sentence` is the text alternative.
    """
    bars = [_bar(number, levels, level) for number in range(1, levels + 1)]
    here = bars[max(level, 1) - 1]
    return {
        "bars": bars,
        "here": round(min(max(here.middle, 14), ROAD_WIDTH - 14), 1),
        "middle_at": bars[middle_level - 1].middle if middle else 0,
        "start": start,
        "middle": middle,
        "end": end,
        "sentence": sentence,
        "first": bars[0].middle,
        "last": bars[-1].middle,
    }


def _bar(number: int, levels: int, level: int) -> Bar:
    width = (ROAD_WIDTH - ROAD_GAP * (levels - 1)) / levels
    height = 12 + 13 * (number - 1) / max(levels - 1, 1)
    x = (number - 1) * (width + ROAD_GAP)
    return Bar(
        x=round(x + 0.75, 2),
        y=round(45 - height, 2),
        width=round(width - 1.5, 2),
        height=round(height, 2),
        full=number <= level,
        middle=round(x + width / 2, 1),
    )


@register.inclusion_tag("components/sparkline.html")
def sparkline(values: Sequence[int | None], sentence: str, flares: Sequence[tuple[int, int]] = ()) -> dict[str, object]:
    """Pain 0 to 10, oldest first; a missing day is None and leaves a gap. `flares` are spans of indexes, both included."""
    count = max(len(values), 2)
    spots = [None if value is None else _spot(day, value, count) for day, value in enumerate(values)]
    drawn = [spot for spot in spots if spot]
    known = [value for value in values if value is not None]
    return {
        "paths": _runs(spots),
        "last": drawn[-1] if drawn else None,
        "now": known[-1] if known else None,
        "flares": [_span(first, last, count) for first, last in flares],
        "sentence": sentence,
        "width": SPARK_WIDTH,
        "height": SPARK_HEIGHT,
    }


def _spot(day: int, value: int, count: int) -> Spot:
    x = day / (count - 1) * (SPARK_WIDTH - 8)
    y = SPARK_HEIGHT - 2 - value / WORST * (SPARK_HEIGHT - 8)
    return Spot(round(x, 1), round(y, 1))


def _span(first: int, last: int, count: int) -> Spot:
    """Where a flare begins and how wide it is, as x and y of a spot."""
    begin, end = _spot(first, 0, count).x, _spot(last, 0, count).x
    return Spot(begin, round(max(end - begin, 3.0), 1))


def _runs(spots: Sequence[Spot | None]) -> list[str]:
    """The line as `points`, broken where days are missing."""
    runs: list[list[Spot]] = [[]]
    for spot in spots:
        if spot:
            runs[-1].append(spot)
        elif runs[-1]:
            runs.append([])
    # A day between two missing days is a point: a line from itself to itself, which the round ends make visible.
    return [" ".join(f"{spot.x},{spot.y}" for spot in (run * 2)[: max(len(run), 2)]) for run in runs if run]
