"""Cubic curves through point chains and their shortest SVG path text."""

import numpy as np

from backstride.figures.body.skeleton import Array

MOST_ROUNDS = 8
LINE_ERROR = 0.3
TANGENT_REACH = 5


def _unit(vector: Array) -> Array:
    length = float(np.hypot(*vector))
    return vector / length if length > 1e-12 else np.zeros(2)


def _bezier(control: Array, t: Array) -> Array:
    s = (1 - t)[:, None]
    t = t[:, None]
    return s**3 * control[0] + 3 * s**2 * t * control[1] + 3 * s * t**2 * control[2] + t**3 * control[3]


def _lengths(points: Array) -> Array:
    steps = np.hypot(*np.diff(points, axis=0).T)
    total = np.concatenate(([0.0], np.cumsum(steps)))
    return np.asarray(total / max(float(total[-1]), 1e-12))


def _fitted(points: Array, t: Array, start: Array, end: Array) -> Array:
    """Least-squares cubic with given end tangents (Schneider 1990)."""
    b1, b2 = 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t)
    fixed = np.outer((1 - t) ** 3 + b1, points[0]) + np.outer(t**3 + b2, points[-1])
    first, second = np.outer(b1, start), np.outer(b2, end)
    rest = points - fixed
    matrix = np.array(
        [[np.sum(first * first), np.sum(first * second)], [np.sum(first * second), np.sum(second * second)]]
    )
    wanted = np.array([np.sum(first * rest), np.sum(second * rest)])
    chord = float(np.hypot(*(points[-1] - points[0])))
    near, far = chord / 3, chord / 3
    if abs(np.linalg.det(matrix)) > 1e-9:
        near, far = np.linalg.solve(matrix, wanted)
    if min(near, far) < 0.02 * chord:
        near = far = chord / 3
    return np.stack((points[0], points[0] + near * start, points[-1] + far * end, points[-1]))


def _closer(control: Array, points: Array, t: Array) -> Array:
    """One Newton step of every parameter toward the nearest point of the curve."""
    offset = _bezier(control, t) - points
    s = 1 - t
    legs = np.diff(control, axis=0)
    speed = 3 * (np.outer(s**2, legs[0]) + np.outer(2 * s * t, legs[1]) + np.outer(t**2, legs[2]))
    bends = np.diff(legs, axis=0)
    change = 6 * (np.outer(s, bends[0]) + np.outer(t, bends[1]))
    slope = np.sum(speed * speed, axis=1) + np.sum(offset * change, axis=1)
    step = np.sum(offset * speed, axis=1) / np.where(np.abs(slope) < 1e-9, 1.0, slope)
    return np.clip(t - step, 0.0, 1.0)


def _tangent(points: Array, place: int) -> Array:
    reach = TANGENT_REACH
    return _unit(points[min(place + reach, len(points) - 1)] - points[max(place - reach, 0)])


def fit(points: Array, start: Array, end: Array, error: float) -> list[Array]:
    """Cubic pieces (4 control points each) within `error` of the chain; `start` and `end` point into it."""
    if len(points) <= 3:
        third = float(np.hypot(*(points[-1] - points[0]))) / 3
        return [np.stack((points[0], points[0] + third * start, points[-1] + third * end, points[-1]))]
    t = _lengths(points)
    worst, place = np.inf, len(points) // 2
    for _ in range(MOST_ROUNDS):
        control = _fitted(points, t, start, end)
        distance = np.hypot(*(_bezier(control, t) - points).T)
        worst, place = float(distance.max()), int(distance.argmax())
        if worst <= error:
            return [control]
        if worst > 6 * error:
            break
        t = _closer(control, points, t)
    place = min(max(place, 2), len(points) - 3) if len(points) > 5 else len(points) // 2
    tangent = _tangent(points, place)
    return [*fit(points[: place + 1], start, -tangent, error), *fit(points[place:], tangent, end, error)]


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
