"""Finds the posture that meets contacts and reaches and stays near the authored angles (damped least squares)."""

from dataclasses import replace

import numpy as np

from backstride.figures.body.skeleton import COORDINATES, INDEX, ROOT_MOVES, Array, place
from backstride.figures.body.surface import sections
from backstride.figures.posing.figure import Figure, Pose
from backstride.figures.posing.residuals import THIN, Pins, Task, misses, pins, targets, task_of
from backstride.figures.props import catalogue

ROUNDS, TRIALS = 80, 6
SETTLED = 1e-6
STEP = 1e-4


def start(pose: Pose, body: str = "adult") -> Array:
    """The authored posture, lowered or lifted until its lowest point lies on the floor."""
    posture = targets(pose)[0]
    lowest = sections(place(posture[None], pose.base, body))[0, ..., 2].min()
    posture[INDEX["root.z"]] -= lowest
    return posture


_STEPS = np.array([STEP if name in ROOT_MOVES else STEP * 57.3 for name in COORDINATES])


def best(task: Task, posture: Array) -> Array:
    """The posture with the smallest sum of squared misses near the given one."""
    damping = 1e-2
    now = misses(task, posture[None])[0]
    for _ in range(ROUNDS):
        slope = ((misses(task, posture + np.diag(_STEPS)) - now) / _STEPS[:, None]).T
        normal = slope.T @ slope
        before = float(now @ now)
        for _ in range(TRIALS):
            change = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), slope.T @ now)
            trial = misses(task, (posture - change)[None])[0]
            if trial @ trial < before:
                break
            damping *= 6
        else:
            return posture
        posture, now, damping = posture - change, trial, damping / 4
        if before - float(now @ now) < SETTLED * before:
            return posture
    return posture


def _found(task: Task, posture: Array) -> Array:
    """The posture of a key pose: limbs may pass through each other on the way there, but not in the end."""
    through = replace(task, pressed=np.ones_like(task.pressed))
    return best(task, best(through, posture))


def steady(posture: Array) -> Array:
    """The posture to 0.1 mm and 0.01 degrees, so that tiny differences between machines do not reach the picture."""
    return np.concatenate((np.round(posture[: len(ROOT_MOVES)], 4), np.round(posture[len(ROOT_MOVES) :], 2)))


def shared_pins(figure: Figure, pose: Pose, earlier: Pose, posture: Array) -> Pins:
    """Where an earlier posture put the contacts that the pose shares with it; nothing for a person who moves on."""
    if figure.travels:
        return ()
    skin = sections(place(posture[None], earlier.base, figure.body), THIN)
    shared = (one for one in pose.contacts if one in earlier.contacts and one.region not in figure.slides)
    return pins(shared, catalogue.planes(figure.props), skin)


def solve(figure: Figure) -> tuple[Array, ...]:
    """Postures of all key poses of a figure; shared contacts stay where the pose before put them."""
    found: list[Array] = []
    for number, pose in enumerate(figure.poses):
        held = shared_pins(figure, pose, figure.poses[number - 1], found[-1]) if found else ()
        found.append(steady(_found(task_of(figure, pose, held), start(pose, figure.body))))
    return tuple(found)
