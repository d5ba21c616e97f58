"""An orthographic depth buffer in which every pixel also knows which point of the body it shows."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backstride.figures.body.skeleton import Array
from backstride.figures.body.surface import Mesh, Whole

CHUNK_SIZES = (4, 8, 16, 32, 64)
HAIRLINE_X = (-0.20, -0.060, -0.034, -0.024, 0.012, 0.020, 0.030, 0.060, 0.20)
HAIRLINE_Z = (1.545, 1.548, 1.560, 1.618, 1.618, 1.600, 1.650, 1.668, 1.676)


class Camera(NamedTuple):
    """Looks at the scene from `toward`; a world point lands at pixel `center + scale * (right, -up)`."""

    right: Array
    up: Array
    toward: Array
    scale: float
    center: Array


class View(NamedTuple):
    """What each pixel shows: depth toward the viewer, loft number (-1 for nothing), level, rest place, normal."""

    depth: Array
    loft: Whole
    level: Array
    rest: Array
    normal: Array


class _Fragments(NamedTuple):
    pixel: Whole
    depth: Array
    triangle: Whole
    weights: Array


def axes(azimuth: float, elevation: float) -> tuple[Array, Array, Array]:
    """Right, up and toward-viewer directions; azimuth 0 looks at the right side, 90 at the front of the standing person."""
    turn, rise = np.radians(azimuth), np.radians(elevation)
    toward = np.array([np.sin(turn) * np.cos(rise), -np.cos(turn) * np.cos(rise), np.sin(rise)])
    right = np.array([np.cos(turn), np.sin(turn), 0.0])
    return right, np.cross(toward, right), toward


def project(camera: Camera, points: Array) -> Array:
    """Pixel column, pixel row and depth of world points."""
    column = camera.center[0] + camera.scale * (points @ camera.right)
    row = camera.center[1] - camera.scale * (points @ camera.up)
    return np.stack((column, row, points @ camera.toward), axis=-1)


def _shares(corners: Array, columns: Array, rows: Array) -> tuple[Array, Array, Array]:
    """Barycentric shares of the three corners at pixel places: (triangle, pixel) each."""
    (ax, ay), (bx, by), (cx, cy) = (corners[:, n, :2].T[:, :, None] for n in range(3))
    area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    area = np.where(np.abs(area) < 1e-9, np.nan, area)
    columns, rows = columns - ax, rows - ay
    second = (columns * (cy - ay) - (cx - ax) * rows) / area
    third = ((bx - ax) * rows - columns * (by - ay)) / area
    return 1 - second - third, second, third


def _cover(corners: Array, numbers: Whole, size: int, shape: tuple[int, int]) -> _Fragments:
    """Pixels whose centers lie in triangles no larger than `size` pixels."""
    start = np.ceil(corners[:, :, :2].min(axis=1) - 0.5).astype(np.int64)
    spot = np.arange(size)
    columns = start[:, :1] + np.tile(spot, size)[None]
    rows = start[:, 1:] + np.repeat(spot, size)[None]
    shares = _shares(corners, columns + 0.5, rows + 0.5)
    inside = np.minimum(np.minimum(*shares[:2]), shares[2]) > -1e-9
    triangle, pixel = np.nonzero(inside)
    columns, rows = columns[triangle, pixel], rows[triangle, pixel]
    seen = (columns >= 0) & (columns < shape[1]) & (rows >= 0) & (rows < shape[0])
    weights = np.stack([share[triangle, pixel] for share in shares], axis=-1)[seen]
    depth = np.einsum("pk,pk->p", weights, corners[triangle[seen], :, 2])
    return _Fragments((rows * shape[1] + columns)[seen], depth, numbers[triangle[seen]], weights)


def _cover_large(corners: Array, number: int, shape: tuple[int, int]) -> _Fragments:
    """Pixels of one triangle of any size."""
    limits = np.array((shape[1], shape[0]))
    low = np.clip(np.floor(corners[number, :, :2].min(axis=0)), 0, limits).astype(np.int64)
    high = np.clip(np.ceil(corners[number, :, :2].max(axis=0)), 0, limits).astype(np.int64)
    columns, rows = (grid.ravel() for grid in np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1])))
    weights = np.stack(_shares(corners[[number]], columns[None] + 0.5, rows[None] + 0.5), axis=-1)[0]
    inside = (weights > -1e-9).all(axis=-1)
    depth = weights[inside] @ corners[number, :, 2]
    return _Fragments((rows * shape[1] + columns)[inside], depth, np.full(len(depth), number), weights[inside])


def _fragments(corners: Array, shape: tuple[int, int]) -> _Fragments:
    size = np.ptp(corners[:, :, :2], axis=1).max(axis=1) + 1
    parts, low = [], 0.0
    for high in CHUNK_SIZES:
        numbers = np.flatnonzero((size > low) & (size <= high))
        low = high
        for batch in np.array_split(numbers, len(numbers) * high * high // 4_000_000 + 1):
            if len(batch):
                parts.append(_cover(corners[batch], batch, high, shape))
    parts += [_cover_large(corners, number, shape) for number in np.flatnonzero(size > low).tolist()]
    return _Fragments(
        np.concatenate([part.pixel for part in parts]),
        np.concatenate([part.depth for part in parts]),
        np.concatenate([part.triangle for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


def _to_viewer(body: Mesh, corners: Array) -> Whole:
    """Numbers of the triangles that face the viewer; the others lie behind them in a closed skin.

    Whether a loft's triangles run clockwise is told by the sign of its volume.
    """
    a, b, c = (body.points[body.triangles[:, n]] for n in range(3))
    owner = body.loft[body.triangles[:, 0]]
    volume = np.bincount(owner, np.einsum("ti,ti->t", a, np.cross(b, c)))
    (ax, ay), (bx, by), (cx, cy) = (corners[:, n, :2].T for n in range(3))
    area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    return np.flatnonzero(area * np.sign(volume)[owner] < 0)


def _nearest(found: _Fragments, pixels: int) -> tuple[Array, Whole]:
    depth = np.full(pixels, -np.inf)
    np.maximum.at(depth, found.pixel, found.depth)
    winner = np.full(pixels, -1)
    front = np.flatnonzero(found.depth == depth[found.pixel])
    winner[found.pixel[front]] = front
    return depth, winner


def _mix(values: Array, triangles: Whole, weights: Array) -> Array:
    return np.einsum("pk...,pk->p...", values[triangles], weights)


def _without_shaved(found: _Fragments, body: Mesh, hair: int) -> _Fragments:
    """Drops hair below the hairline, pixel by pixel, so that its edge is smooth."""
    is_hair = body.loft[body.triangles[found.triangle, 0]] == hair
    rest = _mix(body.rest, body.triangles[found.triangle[is_hair]], found.weights[is_hair])
    keep = np.ones(len(found.pixel), dtype=bool)
    keep[is_hair] = rest[:, 2] > np.interp(rest[:, 0], HAIRLINE_X, HAIRLINE_Z)
    return _Fragments(found.pixel[keep], found.depth[keep], found.triangle[keep], found.weights[keep])


def _normals(body: Mesh, camera: Camera) -> Array:
    """Triangle normals in camera directions (right, up, toward), turned to the viewer."""
    a, b, c = (body.points[body.triangles[:, n]] for n in range(3))
    normal = np.cross(b - a, c - a)
    length = np.linalg.norm(normal, axis=1, keepdims=True)
    normal = normal / np.where(length < 1e-15, 1.0, length)
    seen = normal @ np.stack((camera.right, camera.up, camera.toward)).T
    return seen * np.where(seen[:, 2:] < 0, -1.0, 1.0)


def depth_of(corners: Array, camera: Camera, shape: tuple[int, int]) -> Array:
    """Depth buffer (rows, columns) of plain world triangles, minus infinity where there is nothing."""
    if not len(corners):
        return np.full(shape, -np.inf)
    return _nearest(_fragments(project(camera, corners), shape), shape[0] * shape[1])[0].reshape(shape)


def look(body: Mesh, camera: Camera, shape: tuple[int, int], hair: int) -> View:
    """Draw the body into pixels; `shape` is (rows, columns), `hair` the loft number that stops at the hairline."""
    corners = project(camera, body.points)[body.triangles]
    facing = _to_viewer(body, corners)
    found = _fragments(corners[facing], shape)
    found = _without_shaved(found._replace(triangle=facing[found.triangle]), body, hair)
    depth, winner = _nearest(found, shape[0] * shape[1])
    seen = winner >= 0
    chosen = winner[seen]
    triangles, weights = body.triangles[found.triangle[chosen]], found.weights[chosen]
    loft = np.full(len(depth), -1)
    level, rest, normal = np.zeros(len(depth)), np.zeros((len(depth), 3)), np.zeros((len(depth), 3))
    loft[seen] = body.loft[triangles[:, 0]]
    level[seen] = _mix(body.level, triangles, weights)
    rest[seen] = _mix(body.rest, triangles, weights)
    normal[seen] = _normals(body, camera)[found.triangle[chosen]]
    return View(
        depth.reshape(shape),
        loft.reshape(shape),
        level.reshape(shape),
        rest.reshape(*shape, 3),
        normal.reshape(*shape, 3),
    )


def grown(mask: NDArray[np.bool_], times: int = 1) -> NDArray[np.bool_]:
    """The mask with every pixel's four neighbors added, `times` over."""
    for _ in range(times):
        bigger = mask.copy()
        bigger[1:] |= mask[:-1]
        bigger[:-1] |= mask[1:]
        bigger[:, 1:] |= mask[:, :-1]
        bigger[:, :-1] |= mask[:, 1:]
        mask = bigger
    return mask
