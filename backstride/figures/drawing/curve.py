"""Cubic curves through point chains and their shortest SVG path text."""

import math

import numpy as np

from backstride.figures.body.skeleton import Array

MOST_ROUNDS = 5
HOPELESS, FIRST_REACH = 6, 12
LINE_ERROR = 0.3
TANGENT_REACH = 3


def _unit(vector: Array) -> Array:
    length = float(np.hypot(*vector))
    return vector / length if length > 1e-12 else np.zeros(2)


def _shares(t: Array) -> Array:
    """How much each of the four control points counts at the parameters: (parameter, 4)."""
    s = 1 - t
    found = np.empty((len(t), 4))
    found[:, 0], found[:, 1], found[:, 2], found[:, 3] = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return found


def _lengths(points: Array) -> Array:
    steps = np.hypot(*np.diff(points, axis=0).T)
    total = np.concatenate(([0.0], np.cumsum(steps)))
    return np.asarray(total / max(float(total[-1]), 1e-12))


def _fitted(points: Array, shares: Array, start: Array, end: Array) -> Array:
    """Least-squares cubic with given end tangents (Schneider 1990)."""
    first, last = points[0], points[-1]
    one, two = shares[:, 1], shares[:, 2]
    rest = points - (shares[:, 0] + one)[:, None] * first - (two + shares[:, 3])[:, None] * last
    a, b, d = float(one @ one), float(one @ two) * float(start @ end), float(two @ two)
    p, q = float(one @ rest @ start), float(two @ rest @ end)
    chord, area = math.dist(first, last), a * d - b * b
    near, far = ((d * p - b * q) / area, (a * q - b * p) / area) if abs(area) > 1e-9 else (0.0, 0.0)
    if min(near, far) < 0.02 * chord:
        near = far = chord / 3
    return np.array((first, first + near * start, last + far * end, last))


def _closer(control: Array, offset: Array, t: Array) -> Array:
    """One Newton step of every parameter toward the nearest point of the curve; `offset` is what the curve is off."""
    s = (1 - t)[:, None]
    u = t[:, None]
    legs = control[1:] - control[:-1]
    bends = legs[1:] - legs[:-1]
    speed = 3 * (s * s * legs[0] + 2 * s * u * legs[1] + u * u * legs[2])
    change = 6 * (s * bends[0] + u * bends[1])
    slope = np.einsum("pi,pi->p", speed, speed) + np.einsum("pi,pi->p", offset, change)
    slope[np.abs(slope) < 1e-9] = 1.0
    return np.asarray((t - np.einsum("pi,pi->p", offset, speed) / slope).clip(0.0, 1.0))


def _tangent(points: Array, place: int) -> Array:
    reach = TANGENT_REACH
    return _unit(points[min(place + reach, len(points) - 1)] - points[max(place - reach, 0)])


def _one(points: Array, start: Array, end: Array, error: float) -> Array | None:
    """One cubic piece within `error` of the chain, or None."""
    if len(points) <= 3:
        third = float(np.hypot(*(points[-1] - points[0]))) / 3
        return np.stack((points[0], points[0] + third * start, points[-1] + third * end, points[-1]))
    t = _lengths(points)
    for _ in range(MOST_ROUNDS):
        shares = _shares(t)
        control = _fitted(points, shares, start, end)
        offset = shares @ control - points
        worst = math.sqrt(float(np.einsum("pi,pi->p", offset, offset).max()))
        if worst <= error:
            return control
        if worst > HOPELESS * error:
            break
        t = _closer(control, offset, t)
    return None


def _longest(points: Array, start: Array, error: float) -> tuple[Array, int]:
    """The piece from the first point that reaches farthest, and the place where it ends."""
    good, bad, step = 2, len(points) - 1, FIRST_REACH
    control = _one(points[:3], start, -_tangent(points, 2), error)
    while bad - good > 1:
        place = min(good + step, bad - 1) if step else (good + bad) // 2
        longer = _one(points[: place + 1], start, -_tangent(points, place), error)
        if longer is None:
            bad, step = place, 0
        else:
            control, good, step = longer, place, 2 * step
    assert control is not None
    return control, good


def fit(points: Array, start: Array, end: Array, error: float) -> list[Array]:
    """Few cubic pieces (4 control points each) within `error` of the chain; `start` and `end` point into it."""
    pieces: list[Array] = []
    while (last := _one(points, start, end, error)) is None:
        control, place = _longest(points, start, error)
        pieces.append(control)
        start, points = _tangent(points, place), points[place:]
    return [*pieces, last]


def open_curve(points: Array, error: float) -> list[Array]:
    """Cubic pieces along an open chain."""
    ahead = min(TANGENT_REACH, len(points) - 1)
    return fit(points, _unit(points[ahead] - points[0]), _unit(points[-1 - ahead] - points[-1]), error)


def closed_curve(points: Array, error: float) -> list[Array]:
    """Cubic pieces around a closed chain, smooth where it closes."""
    ring = np.concatenate((points, points[:1]))
    tangent = _unit(points[TANGENT_REACH % len(points)] - points[-TANGENT_REACH % len(points)])
    half = len(ring) // 2
    middle = _tangent(ring, half)
    return [*fit(ring[: half + 1], tangent, -middle, error), *fit(ring[half:], middle, -tangent, error)]


def _numbers(values: list[int]) -> str:
    text = ""
    for value in values:
        piece = str(value)
        text += piece if not text or piece[0] == "-" else f" {piece}"
    return text


def path(pieces: list[Array], closed: bool) -> str:
    """Path text in whole units, relative after the first point."""
    here = np.rint(pieces[0][0]).astype(int)
    text, last = f"M{_numbers(here.tolist())}", ""
    for control in pieces:
        corners = np.rint(control[1:]).astype(int)
        command, values = _shortest(here, corners)
        joined = _numbers(values)
        separator = " " if command == last and joined[0] != "-" else ""
        text += separator + joined if command == last else command + joined
        last, here = command, corners[2]
    return text + ("z" if closed else "")


def _shortest(here: Array, corners: Array) -> tuple[str, list[int]]:
    """A line where the curve is one within half a unit, a cubic elsewhere."""
    chord = corners[2] - here
    length = max(float(np.hypot(*chord)), 1e-9)
    off = [abs(float(chord[0] * (p - here)[1] - chord[1] * (p - here)[0])) / length for p in corners[:2]]
    if max(off) < LINE_ERROR:
        return "l", [int(v) for v in chord]
    return "c", [int(v) for v in (corners - here).ravel()]
