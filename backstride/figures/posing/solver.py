"""Finds the posture that meets contacts and reaches and stays near the authored angles (damped least squares)."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from backstride.figures.body.landmarks import REGIONS, facing, region_sections, where
from backstride.figures.body.skeleton import COORDINATES, INDEX, LIMITS, ROOT_MOVES, Array, Frames, place, relaxed
from backstride.figures.body.surface import sections
from backstride.figures.posing.files import Contact, Figure, Pose
from backstride.figures.props.furniture import planes

ROUNDS = 80
SETTLED = 1e-6
STEP = 1e-4
AUTHORED, AUTHORED_TRUNK, SOFT = 5.0, 2.0, 28.0
CONTACT, PIN, REACH, FACING, DEPTH = 0.002, 0.004, 0.006, 0.35, 0.004
ALLOWED_DEPTH = 0.014
THIN = 4


class Plane(NamedTuple):
    """Points with `sign * (coordinate[axis] - value) >= 0` are on the free side."""

    axis: int
    value: float
    sign: float


@dataclass(frozen=True)
class _Task:
    """Everything one posture has to satisfy."""

    pose: Pose
    planes: dict[str, Plane]
    wanted: Array
    give: Array
    pins: tuple[tuple[Contact, Array], ...]


def _targets(pose: Pose) -> tuple[Array, Array]:
    wanted, give = relaxed(), np.full(len(COORDINATES), 0.6)
    for name, limit in LIMITS.items():
        give[INDEX[name]] = limit.give
    for name, value in pose.angles.items():
        trunk = name.split(".")[0] in ("lumbar", "thoracic", "neck", "pelvis")
        wanted[INDEX[name]] = value
        give[INDEX[name]] = SOFT if name in pose.soft else AUTHORED_TRUNK if trunk else AUTHORED
    wanted[INDEX["root.x"]], wanted[INDEX["root.y"]] = pose.at
    give[INDEX["root.y"]] = 0.05
    return wanted, give


def start(pose: Pose) -> Array:
    """The authored posture, lowered or lifted until its lowest point lies on the floor."""
    posture = _targets(pose)[0]
    lowest = sections(place(posture[None], pose.base))[0, ..., 2].min()
    posture[INDEX["root.z"]] -= lowest
    return posture


def _distance(points: Array, plane: Plane) -> Array:
    return plane.sign * (points[..., plane.axis] - plane.value)


def _contact_misses(task: _Task, skin: Array) -> list[Array]:
    found = []
    for contact in task.pose.contacts:
        for group in region_sections(contact.region):
            gap = _distance(skin[:, group], task.planes[contact.plane]).min(axis=(1, 2))
            found.append((gap + REGIONS[contact.region].sink) / CONTACT)
    return found


def _center(skin: Array, region: str) -> Array:
    return np.asarray(skin[:, np.concatenate(region_sections(region))].mean(axis=(1, 2)))


def _pin_misses(task: _Task, skin: Array) -> list[Array]:
    found = []
    for contact, spot in task.pins:
        offset = (_center(skin, contact.region) - spot) / PIN
        found += [offset[:, axis] for axis in range(3) if axis != task.planes[contact.plane].axis]
    return found


def _reach_misses(task: _Task, frames: Frames) -> list[Array]:
    found = []
    for reach in task.pose.reaches:
        fixed = not isinstance(reach.target, str)
        goal = np.array(reach.target) if fixed else where(frames, str(reach.target))
        found += list(((where(frames, reach.landmark) - goal) / REACH).T)
        if not fixed and reach.landmark.startswith(("palm", "grip", "hand_back")):
            found += list(((facing(frames, reach.landmark) + facing(frames, str(reach.target))) / FACING).T)
    return found


def _limit_misses(postures: Array) -> list[Array]:
    angles = postures[:, 3:]
    low = np.array([limit.low for limit in LIMITS.values()])
    high = np.array([limit.high for limit in LIMITS.values()])
    over = np.maximum(angles - high, 0.0) + np.minimum(angles - low, 0.0)
    return list((over / 0.5).T)


def _depth_misses(skin: Array) -> list[Array]:
    below = np.minimum(skin[..., 2].min(axis=2) + ALLOWED_DEPTH, 0.0)
    return list((below / DEPTH).T)


def _misses(task: _Task, postures: Array) -> Array:
    """All residuals of a batch of postures: (batch, residual)."""
    frames = place(postures, task.pose.base)
    skin = sections(frames, THIN)
    columns = [
        *((postures - task.wanted) / task.give).T,
        *_contact_misses(task, skin),
        *_pin_misses(task, skin),
        *_reach_misses(task, frames),
        *_limit_misses(postures),
        *_depth_misses(skin),
    ]
    return np.stack(columns, axis=1)


def _steps() -> Array:
    return np.array([STEP if name in ROOT_MOVES else STEP * 57.3 for name in COORDINATES])


def _solve(task: _Task, posture: Array) -> Array:
    damping, steps = 1e-2, _steps()
    best = _misses(task, posture[None])[0]
    for _ in range(ROUNDS):
        moved = _misses(task, posture + np.diag(steps))
        slope = ((moved - best) / steps[:, None]).T
        normal = slope.T @ slope
        before = float(best @ best)
        for _ in range(6):
            change = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), slope.T @ best)
            trial = _misses(task, (posture - change)[None])[0]
            if trial @ trial < before:
                break
            damping *= 6
        else:
            return posture
        posture, best, damping = posture - change, trial, damping / 4
        if before - float(best @ best) < SETTLED * before:
            return posture
    return posture


def _pins(pose: Pose, earlier: Pose, posture: Array) -> tuple[tuple[Contact, Array], ...]:
    skin = sections(place(posture[None], earlier.base), THIN)
    return tuple(
        (contact, _center(skin, contact.region)[0]) for contact in pose.contacts if contact in earlier.contacts
    )


def _steady(posture: Array) -> Array:
    """The posture to 0.1 mm and 0.01 degrees, so that tiny differences between machines do not reach the picture."""
    return np.concatenate((np.round(posture[: len(ROOT_MOVES)], 4), np.round(posture[len(ROOT_MOVES) :], 2)))


def solve(figure: Figure) -> tuple[Array, ...]:
    """Postures of all key poses of a figure; shared contacts stay where the first pose put them."""
    known = {name: Plane(*values) for name, values in planes(figure.props).items()}
    found: list[Array] = []
    for number, pose in enumerate(figure.poses):
        pins = _pins(pose, figure.poses[number - 1], found[-1]) if found else ()
        task = _Task(pose, known, *_targets(pose), pins)
        found.append(_steady(_solve(task, start(pose))))
    return tuple(found)


def faults(figure: Figure, postures: tuple[Array, ...]) -> list[str]:
    """What an author should look at: missed contacts and reaches, angles far from those authored, sunken skin."""
    known = {name: Plane(*values) for name, values in planes(figure.props).items()}
    found = []
    for pose, posture in zip(figure.poses, postures, strict=True):
        task = _Task(pose, known, *_targets(pose), ())
        found += [f"{figure.id} {pose.name}: {text}" for text in _pose_faults(task, posture)]
    return found


def _pose_faults(task: _Task, posture: Array) -> list[str]:
    frames = place(posture[None], task.pose.base)
    skin = sections(frames, THIN)
    gaps = [float(miss[0]) * CONTACT for miss in _contact_misses(task, skin)]
    texts = [f"contact gap {gap * 1000:.0f} mm" for gap in gaps if abs(gap) > 0.008]
    for reach in task.pose.reaches:
        goal = np.array(reach.target) if not isinstance(reach.target, str) else where(frames, reach.target)[0]
        miss = float(np.linalg.norm(where(frames, reach.landmark)[0] - goal))
        texts += [f"{reach.landmark} misses by {miss * 1000:.0f} mm"] if miss > 0.025 else []
    for name, value in task.pose.angles.items():
        off = float(posture[INDEX[name]]) - value
        texts += [f"{name} is {off:+.0f} from {value:.0f}"] if abs(off) > 10 and name not in task.pose.soft else []
    lowest = float(skin[..., 2].min())
    return texts + ([f"{lowest * 1000:.0f} mm below the floor"] if lowest < -0.02 else [])
