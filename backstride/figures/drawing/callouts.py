"""Words beside the body: where they fit, the dot they belong to and the line between."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple
from xml.sax.saxutils import escape

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.drawing import svg
from backstride.figures.themes import WORDS_GROUP, color

LINE_HEIGHT, EDGE, PAD = 1.16, 10, 5
WRAPS = (40, 22, 16, 11)
GRID = 12
NARROW, WIDE = frozenset("ijl.,:;'|!tfrI ()-"), frozenset("mwMW@%")
NARROW_EM, WIDE_EM, CAPITAL_EM, PLAIN_EM = 0.36, 0.90, 0.70, 0.59
DOT_RADIUS, DOT_RING, LEADER_WIDTH = 7, 3, 2.6
SHORTEST_LEADER, LEADER_SAMPLES = 36.0, 16
COVER_COST, LEADER_COST, DOT_WEIGHT, TAKEN = 900.0, 0.35, 3.0, 4.0
GOOD = 240.0


class Callout(NamedTuple):
    """Words that belong to a point of the picture."""

    words: str
    x: float
    y: float


class Placed(NamedTuple):
    """A call-out with the upper left corner of its words, their lines, their size, and how bad the place is."""

    callout: Callout
    left: float
    top: float
    lines: tuple[str, ...]
    wide: float
    high: float
    cost: float


def wide(text: str, size: float) -> float:
    """About how wide a line of text is in a usual font without serifs, rather too wide than too narrow."""
    ems = (
        NARROW_EM if c in NARROW else WIDE_EM if c in WIDE else CAPITAL_EM if c.isupper() else PLAIN_EM for c in text
    )
    return size * sum(ems)


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """Lines of at most `most` characters where words allow it."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _covered(weights: Array, left: Array, top: Array, size: tuple[float, float]) -> Array:
    """Sum of weights under boxes of one size."""
    total = np.pad(weights.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    x, y = left.astype(int), top.astype(int)
    right, bottom = x + int(size[0]), y + int(size[1])
    return np.asarray(total[bottom, right] - total[y, right] - total[bottom, x] + total[y, x])


def _leaders(weights: Array, callout: Callout, ends: Array) -> Array:
    """How much lines from the dot to the ends run over, the dot's surroundings left out."""
    dot = np.array((callout.x, callout.y))
    share = np.linspace(0.0, 1.0, LEADER_SAMPLES)[None, :, None]
    points = dot + share * (ends[:, None] - dot)
    away = np.hypot(*np.moveaxis(points - dot, -1, 0)) > 2.5 * DOT_RADIUS
    rows = np.clip(points[..., 1].astype(int), 0, weights.shape[0] - 1)
    columns = np.clip(points[..., 0].astype(int), 0, weights.shape[1] - 1)
    length = np.hypot(*(ends - dot).T)
    return np.asarray((weights[rows, columns] * away).mean(axis=1) * length)


def _best(callout: Callout, weights: Array, size: float, lines: tuple[str, ...]) -> Placed | None:
    """The best place for words broken into these lines, or None where they are wider than the picture."""
    box = (max(wide(line, size) for line in lines) + 2 * PAD, len(lines) * size * LINE_HEIGHT + 2 * PAD)
    height, width = weights.shape
    across, down = (
        np.arange(EDGE, limit - EDGE - edge, GRID) for limit, edge in zip((width, height), box, strict=True)
    )
    if not len(across) or not len(down):
        return None
    left, top = (grid.ravel() for grid in np.meshgrid(across, down))
    ends = np.stack((np.clip(callout.x, left, left + box[0]), np.clip(callout.y, top, top + box[1])), axis=1)
    length = np.hypot(ends[:, 0] - callout.x, ends[:, 1] - callout.y)
    cost = COVER_COST * _covered(weights, left, top, box) / (box[0] * box[1]) + length
    cost += LEADER_COST * _leaders(weights, callout, ends) + 8 * np.maximum(0.0, SHORTEST_LEADER - length)
    n = int(cost.argmin())
    return Placed(callout, float(left[n]), float(top[n]), lines, box[0], box[1], float(cost[n]) + 4 * len(lines))


def _take(weights: Array, placed: Placed) -> Array:
    """The weights with the words and the line of a placed call-out taken."""
    taken = weights.copy()
    x, y = int(placed.left), int(placed.top)
    taken[y : y + int(placed.high), x : x + int(placed.wide)] = TAKEN
    _mark(taken, np.linspace((placed.callout.x, placed.callout.y), _end(placed), 60), 6, TAKEN)
    return taken


def _mark(weights: Array, points: Array, radius: int, value: float) -> None:
    for x, y in np.rint(points).astype(int).tolist():
        weights[max(0, y - radius) : y + radius, max(0, x - radius) : x + radius] = value


def _end(placed: Placed) -> tuple[float, float]:
    """Where the line meets the words."""
    callout = placed.callout
    return (
        min(max(callout.x, placed.left), placed.left + placed.wide),
        min(max(callout.y, placed.top), placed.top + placed.high),
    )


def _in_order(callouts: Sequence[Callout], weights: Array, size: float) -> list[Placed]:
    found: list[Placed] = []
    for callout in callouts:
        choices = {wrapped(callout.words, most) for most in WRAPS}
        placed = [one for lines in sorted(choices) if (one := _best(callout, weights, size, lines))]
        found.append(min(placed, key=lambda one: one.cost))
        weights = _take(weights, found[-1])
    return found


def place(callouts: Sequence[Callout], weights: Array, size: float) -> list[Placed]:
    """Places for all words: beside what `weights` (rows, columns) say is there, 0 free to 1 body, and beside each other."""
    weights = weights.copy()
    _mark(weights, np.array([(one.x, one.y) for one in callouts]), 2 * DOT_RADIUS, DOT_WEIGHT)
    orders = (
        callouts,
        callouts[::-1],
        sorted(callouts, key=lambda one: one.x),
        sorted(callouts, key=lambda one: one.y),
    )
    return min((_in_order(order, weights, size) for order in orders), key=lambda found: sum(one.cost for one in found))


def is_good(placed: Sequence[Placed]) -> bool:
    """Whether all words are near what they speak about and cover next to nothing."""
    return all(one.cost < GOOD for one in placed)


def lines_and_dots(placed: Sequence[Placed]) -> str:
    """The dots with lines to the words."""
    parts = []
    for one in placed:
        x, y = round(one.callout.x), round(one.callout.y)
        end_x, end_y = (round(value) for value in _end(one))
        parts.append(f'<path d="M{x} {y}l{end_x - x} {end_y - y}"/>')
    leaders = svg.group("".join(parts), fill="none", stroke=color("arrow"), stroke_width=LEADER_WIDTH)
    dots = "".join(
        f'<circle cx="{round(one.callout.x)}" cy="{round(one.callout.y)}" r="{DOT_RADIUS}"/>' for one in placed
    )
    return leaders + svg.group(dots, fill=color("arrow"), stroke=color("dot"), stroke_width=DOT_RING)


def _text(one: Placed, size: float) -> str:
    """The lines of one call-out, flush on the side of its dot."""
    to_right = one.left + one.wide / 2 >= one.callout.x
    x, anchor = (one.left + PAD, "start") if to_right else (one.left + one.wide - PAD, "end")
    tops = accumulate([size * LINE_HEIGHT] * (len(one.lines) - 1), initial=one.top + PAD + 0.88 * size)
    return "".join(
        f'<text x="{round(x)}" y="{round(y)}" text-anchor="{anchor}">{escape(line)}</text>'
        for y, line in zip(tops, one.lines, strict=True)
    )


def words(placed: Sequence[Placed], size: float) -> str:
    """The words as the last group of the drawing, apart from it so that the mirrored picture keeps them upright."""
    text = "".join(_text(one, size) for one in placed)
    return f'{WORDS_GROUP} fill="{color("ink")}" font-size="{size:g}">{text}</g>' if text else ""
