"""The skin of a posed body: sections turned with the joints, then a fine mesh that knows where it came from."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backstride.figures.body.lofts import LOFT_NUMBER, Slice, lofts
from backstride.figures.body.skeleton import INDEX, ORDER, PLACES, Array, Frames, place, relaxed

AROUND = 32
STEPS = 4
Whole = NDArray[np.int64]


class Mesh(NamedTuple):
    """Triangles of the whole body: world points, their place in the star posture, level along the loft, loft number."""

    points: Array
    rest: Array
    level: Array
    loft: Whole
    triangles: Whole


@dataclass(frozen=True)
class _Rig:
    """All sections as arrays: outline offsets, centers seen from both joints, blend and loft of each."""

    outline: Array
    first: Whole
    second: Whole
    from_first: Array
    from_second: Array
    share: Array
    loft: Whole


def _outline(section: Slice, around: int = AROUND) -> Array:
    angle = np.arange(around) * (2 * np.pi / around)
    power = 2.0 / section.square
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power * section.wide
    along = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power
    along = along * np.where(along > 0, section.front, section.back)
    zero = np.zeros(around)
    return np.stack((along, across, zero) if section.upright else (zero, across, along), axis=1)


@cache
def _rig(body: str) -> _Rig:
    sections = [section for loft in lofts(body) for section in loft.slices]
    centers = np.array([section.center for section in sections])
    first = np.array([ORDER[section.first] for section in sections])
    second = np.array([ORDER[section.second] for section in sections])
    return _Rig(
        outline=np.stack([_outline(section) for section in sections]),
        first=first,
        second=second,
        from_first=centers - PLACES[first],
        from_second=centers - PLACES[second],
        share=np.array([section.share for section in sections]),
        loft=np.array([number for number, loft in enumerate(lofts(body)) for _ in loft.slices]),
    )


def _upright(matrix: Array) -> Array:
    """The rotation nearest to a blend of two rotations; keeps the hinge axis exact."""
    side = matrix[..., 1] / np.linalg.norm(matrix[..., 1], axis=-1, keepdims=True)
    front = matrix[..., 0] - np.sum(matrix[..., 0] * side, axis=-1, keepdims=True) * side
    front = front / np.linalg.norm(front, axis=-1, keepdims=True)
    return np.stack((front, side, np.cross(front, side)), axis=-1)


def _moved(frames: Frames, joints: Whole, offsets: Array) -> Array:
    return frames.places[:, joints] + np.einsum("bsij,sj->bsi", frames.turns[:, joints], offsets)


def sections(frames: Frames, every: int = 1) -> Array:
    """Outline points of every section in every posture: (batch, section, point, 3); `every` thins the outline."""
    rig = _rig(frames.body)
    share = rig.share[None, :, None]
    center = (
        _moved(frames, rig.first, rig.from_first) * (1 - share) + _moved(frames, rig.second, rig.from_second) * share
    )
    share = share[..., None]
    turn = _upright(frames.turns[:, rig.first] * (1 - share) + frames.turns[:, rig.second] * share)
    return center[:, :, None, :] + np.einsum("bsij,spj->bspi", turn, rig.outline[:, ::every])


def section_lofts() -> Whole:
    """Loft number of every section, in the order of `sections`."""
    return _rig("adult").loft


def _refined(rows: Array) -> Array:
    """Catmull-Rom rows between the given rows, `STEPS` per gap, ends included."""
    padded = np.concatenate((2 * rows[:1] - rows[1:2], rows, 2 * rows[-1:] - rows[-2:-1]))
    before, start, end, after = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    fine = []
    for step in range(STEPS):
        t = step / STEPS
        fine.append(
            0.5
            * (
                2 * start
                + (end - before) * t
                + (2 * before - 5 * start + 4 * end - after) * t**2
                + (3 * start - before - 3 * end + after) * t**3
            )
        )
    woven = np.stack(fine, axis=1).reshape(-1, *rows.shape[1:])
    return np.concatenate((woven, rows[-1:]))


def _capped(rows: Array) -> Array:
    low = np.broadcast_to(rows[:1].mean(axis=1, keepdims=True), rows[:1].shape)
    high = np.broadcast_to(rows[-1:].mean(axis=1, keepdims=True), rows[-1:].shape)
    return np.concatenate((low, rows, high))


def _grid_triangles(rows: int, start: int) -> Whole:
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(AROUND), indexing="ij")
    beside = (column + 1) % AROUND
    a, b = row * AROUND + column, row * AROUND + beside
    c, d = a + AROUND, b + AROUND
    pairs = np.stack((np.stack((a, b, d), axis=-1), np.stack((a, d, c), axis=-1)), axis=2)
    return pairs.reshape(-1, 3) + start


def _fine_points(outlines: Array) -> list[Array]:
    owner = section_lofts()
    return [_capped(_refined(outlines[owner == number])) for number in range(len(LOFT_NUMBER))]


def star() -> Array:
    """The rest posture in which no two distant parts of the skin are near each other."""
    row = relaxed()
    for side in ("R", "L"):
        for name, value in (("shoulder", 75.0), ("hip", 25.0)):
            row[INDEX[f"{name}_{side}.flexion"]] = 0.0
            row[INDEX[f"{name}_{side}.rotation"]] = 0.0
            row[INDEX[f"{name}_{side}.abduction"]] = value
    return row


@cache
def _rest_points(body: str) -> tuple[Array, Array, Whole, Whole]:
    shapes = _fine_points(sections(place(star()[None], "standing", body))[0])
    levels, numbers, triangles, start = [], [], [], 0
    for number, points in enumerate(shapes):
        rows = len(points)
        level = np.clip((np.arange(rows) - 1) / STEPS, 0, (rows - 3) / STEPS)
        levels.append(np.repeat(level, AROUND))
        numbers.append(np.full(rows * AROUND, number))
        triangles.append(_grid_triangles(rows, start))
        start += rows * AROUND
    rest = np.concatenate([points.reshape(-1, 3) for points in shapes])
    return rest, np.concatenate(levels), np.concatenate(numbers), np.concatenate(triangles)


def mesh(frames: Frames) -> Mesh:
    """The fine mesh of the first posture in `frames`."""
    rest, level, loft, triangles = _rest_points(frames.body)
    points = np.concatenate([rows.reshape(-1, 3) for rows in _fine_points(sections(frames)[0])])
    return Mesh(points, rest, level, loft, triangles)
