"""Capsules inside the skin of a body, and how deep parts of a posture lie in each other.

A capsule is all that lies within a radius of a segment; the radius may grow or shrink along it, as it does along a
thigh. Segments and radii come from the lofts, so every body has its own, and move with the joints as the skin does.
Lengths are meters.
"""

from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from backstride.figures.body.lofts import LOFT_NUMBER, Slice, lofts
from backstride.figures.body.skeleton import ORDER, PLACES, Array, Frames

TINY = 1e-12
BLOCK = 5_500


class Capsules(NamedTuple):
    """Segments from `start` along `way`, both (3, capsule, batch), and their radius at the start and what it gains."""

    start: Array
    way: Array
    radius: Array
    gain: Array


class _Stretch(NamedTuple):
    """A capsule of a part between two slices of a loft.

    Where the loft is broader than deep, or deeper than broad, two capsules with `side` -1 and 1 fill it together.
    `skip` is the share of the segment left out at its first end.
    """

    part: str
    loft: str
    first: int
    last: int
    side: int = 0
    skip: float = 0.0


class _Model(NamedTuple):
    """How the joints carry all stretches: start and way are `carry` times the frames; radius and gain, a row each."""

    carry: Array
    radius: Array
    gain: Array


def _twins(part: str, loft: str, first: int, last: int) -> tuple[_Stretch, _Stretch]:
    return _Stretch(part, loft, first, last, -1), _Stretch(part, loft, first, last, 1)


def _limbs(side: str) -> tuple[_Stretch, ...]:
    arm, hand, leg, shoe = (f"{loft}_{side}" for loft in ("arm", "hand", "leg", "shoe"))
    return (
        _Stretch(f"upper_arm_{side}", arm, 3, 9),
        _Stretch(f"forearm_{side}", arm, 10, 15),
        *_twins(f"hand_{side}", hand, 1, 4),
        *_twins(f"hand_{side}", hand, 4, 7),
        _Stretch(f"thigh_{side}", leg, 4, 11),
        _Stretch(f"shank_{side}", leg, 13, 19),
        _Stretch(f"foot_{side}", shoe, 3, 7),
        _Stretch(f"foot_{side}", shoe, 7, 9),
    )


BODY: tuple[_Stretch, ...] = (
    *_twins("head", "head", 4, 7),
    _Stretch("neck", "neck", 1, 3),
    *_twins("trunk", "trunk", 4, 5),
    *_twins("trunk", "trunk", 5, 8),
    *_twins("trunk", "trunk", 8, 12),
    *_limbs("R"),
    *_limbs("L"),
)
PARTS: tuple[str, ...] = tuple(dict.fromkeys(stretch.part for stretch in BODY))

# Neighbors that a bending joint presses together; limbs of different sides are no neighbors.
JOINED = {
    ("head", "neck"),
    ("neck", "trunk"),
    ("forearm", "upper_arm"),
    ("forearm", "hand"),
    ("shank", "thigh"),
    ("foot", "shank"),
}
# Shares left out near a joint where soft parts always touch; the round end of what is left reaches back over some of it.
SOFT = {("trunk", "upper_arm"): (0.0, 0.45), ("thigh", "trunk"): (0.4, 0.0), ("thigh", "thigh"): (0.3, 0.3)}


def _kind(part: str) -> tuple[str, str]:
    """The part without its side, and the side."""
    return (part[:-2], part[-1]) if part[-2:] in ("_R", "_L") else (part, "")


def _compared(one: _Stretch, other: _Stretch) -> tuple[_Stretch, _Stretch] | None:
    """What to compare of two capsules, sorted by part; None for parts that always touch."""
    one, other = sorted((one, other))
    (kind, side), (other_kind, other_side) = _kind(one.part), _kind(other.part)
    if one.part == other.part or ((kind, other_kind) in JOINED and side == other_side):
        return None
    skip, other_skip = SOFT.get((kind, other_kind), (0.0, 0.0))
    return one._replace(skip=skip), other._replace(skip=other_skip)


_MEETINGS = tuple(met for pair in combinations(BODY, 2) if (met := _compared(*pair)) is not None)
_STRETCHES = tuple(dict.fromkeys(stretch for met in _MEETINGS for stretch in met))
_FIRST, _SECOND = (np.array([_STRETCHES.index(met[end]) for met in _MEETINGS]) for end in (0, 1))
PAIRS: tuple[tuple[str, str], ...] = tuple((one.part, other.part) for one, other in _MEETINGS)


def _straight(slices: tuple[Slice, ...]) -> Array:
    """Half width, front and back at the first and the last slice on straight lines through all of them: (2, 3)."""
    centers = np.array([section.center for section in slices])
    along = np.linalg.norm(centers - centers[0], axis=1)
    sizes = np.array([(section.wide, section.front, section.back) for section in slices])
    line = np.polynomial.polynomial.polyfit(along, sizes, 1)
    return np.asarray(line[0] + along[[0, -1], None] * line[1])


def _inside(section: Slice, size: Array, side: int) -> tuple[Array, float]:
    """Center in the standing body and radius of the ball that fills the slice, or its half on one side."""
    wide, front, back = size
    deep = (front + back) / 2
    depth_axis = np.array((1.0, 0, 0) if section.upright else (0, 0, 1.0))
    longer = np.array((0, wide - deep, 0)) if wide > deep else depth_axis * (deep - wide)
    return np.array(section.center) + depth_axis * (front - back) / 2 + side * longer, min(wide, deep)


def _carried(section: Slice, point: Array) -> Array:
    """Weights with which the frames, as `_columns` lists them, carry a point as they carry the slice."""
    row = np.zeros((len(ORDER), 4))
    for joint, weight in ((section.first, 1 - section.share), (section.second, section.share)):
        row[ORDER[joint]] += weight * np.append(point - PLACES[ORDER[joint]], 1.0)
    return row.ravel()


def _fitted(stretch: _Stretch, body: str) -> tuple[Array, Array, float, float]:
    """Weights of start and way, radius and gain of one stretch."""
    slices = lofts(body)[LOFT_NUMBER[stretch.loft]].slices[stretch.first : stretch.last + 1]
    ends = [
        (section, *_inside(section, size, stretch.side))
        for section, size in zip((slices[0], slices[-1]), _straight(slices), strict=True)
    ]
    (start, radius), (end, last_radius) = ((_carried(section, point), ball) for section, point, ball in ends)
    kept = 1 - stretch.skip
    gain = last_radius - radius
    return start + stretch.skip * (end - start), kept * (end - start), radius + stretch.skip * gain, kept * gain


@cache
def _model(body: str) -> _Model:
    starts, ways, radii, gains = zip(*(_fitted(stretch, body) for stretch in _STRETCHES), strict=True)
    return _Model(np.array([*starts, *ways]), np.array(radii)[:, None], np.array(gains)[:, None])


def _columns(frames: Frames) -> Array:
    """Turns and places as (axis, four of each joint, batch), so that one product moves all points of all postures."""
    both = np.concatenate((frames.turns, frames.places[..., None]), axis=3)
    return both.transpose(2, 1, 3, 0).reshape(3, -1, len(both))


def _met(points: Array, ways: Array, model: _Model, numbers: Array) -> Capsules:
    return Capsules(points[:, numbers], ways[:, numbers], model.radius[numbers], model.gain[numbers])


def _dot(one: Array, other: Array) -> Array:
    return np.asarray(one[0] * other[0] + one[1] * other[1] + one[2] * other[2])


def _root(square: Array) -> Array:
    return np.sqrt(np.maximum(square, 0.0))


def _from_point(square: Array, slope: Array, length: Array, gain: Array) -> Array:
    """Least distance minus gained radius between a point and a segment.

    `square` is the squared distance of the point from the start of the segment, `slope` the way times the vector from
    the point to that start, `length` the squared length of the segment.
    """
    away = _root(square - slope * slope / length)
    lean = gain / np.sqrt(length * np.maximum(length - gain * gain, TINY))
    share = np.clip(away * lean - slope / length, 0.0, 1.0)
    return _root(square + share * (2 * slope + share * length)) - gain * share


def depths(one: Capsules, other: Capsules) -> Array:
    """How deep capsules lie in each other, one pair a row: (pair, batch), meters, negative for a gap.

    Distance minus radii is convex over both segments: its least value lies either inside both or at one of the four
    ends, so the least of these five candidates is exact, also for parallel segments, and changes without jumps.
    """
    between = one.start - other.start
    square, cross = _dot(between, between), _dot(one.way, other.way)
    length, other_length = (np.maximum(_dot(way, way), TINY) for way in (one.way, other.way))
    slope, other_slope = _dot(between, one.way), -_dot(between, other.way)
    ends = (
        _from_point(square, slope, length, one.gain),
        _from_point(square + 2 * other_slope + other_length, slope - cross, length, one.gain) - other.gain,
        _from_point(square, other_slope, other_length, other.gain),
        _from_point(square + 2 * slope + length, other_slope - cross, other_length, other.gain) - one.gain,
    )
    inside = _inner(square, (slope, other_slope), (length, other_length), cross, (one.gain, other.gain))
    return one.radius + other.radius - np.minimum.reduce((*ends, inside))


def _inner(
    square: Array, slopes: tuple[Array, Array], lengths: tuple[Array, Array], cross: Array, gains: tuple[Array, Array]
) -> Array:
    """Distance minus gained radii where it is least on the two whole lines, moved into both segments."""
    (slope, other_slope), (length, other_length), (gain, other_gain) = slopes, lengths, gains
    area = np.maximum(length * other_length - cross * cross, TINY)
    share = -(cross * other_slope + slope * other_length) / area
    other_share = -(cross * slope + other_slope * length) / area
    away = _root(square + share * slope + other_share * other_slope)
    push, other_push = gain * other_length + other_gain * cross, gain * cross + other_gain * length
    away = away / np.sqrt(np.maximum(1 - (gain * push + other_gain * other_push) / area, TINY)) / area
    share = np.clip(share + away * push, 0.0, 1.0)
    other_share = np.clip(other_share + away * other_push, 0.0, 1.0)
    apart = square + share * (2 * slope + share * length) + other_share * (2 * other_slope + other_share * other_length)
    return _root(apart - 2 * share * other_share * cross) - gain * share - other_gain * other_share


def _blocks(batch: int) -> list[Array]:
    """Numbers of pairs in blocks whose arrays stay small enough to be reused instead of fetched anew."""
    return np.array_split(np.arange(len(PAIRS)), -(-len(PAIRS) * batch // BLOCK))


def overlaps(frames: Frames) -> Array:
    """How deep the two capsules of each of `PAIRS` lie in each other: (batch, pair), meters, negative for a gap."""
    model = _model(frames.body)
    points, ways = np.split(model.carry @ _columns(frames), 2, axis=1)
    found = [
        depths(_met(points, ways, model, _FIRST[block]), _met(points, ways, model, _SECOND[block]))
        for block in _blocks(len(frames.places))
    ]
    return np.concatenate(found).T


def deepest(frames: Frames) -> dict[tuple[str, str], float]:
    """For each two parts, how deep the first posture presses them into each other (meters, negative for a gap)."""
    found: dict[tuple[str, str], float] = {}
    for pair, depth in zip(PAIRS, overlaps(frames)[0].tolist(), strict=True):
        found[pair] = max(depth, found.get(pair, depth))
    return found
