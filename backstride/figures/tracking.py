"""What a camera could be told: joint angles frame by frame, and where the joints appear in the picture."""

from typing import Any

import numpy as np

from backstride.figures.body.landmarks import where
from backstride.figures.body.skeleton import INDEX, LIMITS, ORDER, SIDES, Array, Frames, place
from backstride.figures.drawing.raster import project
from backstride.figures.drawing.scene import Stage
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Movement

JOINTS = tuple(f"{part}_{side}" for part in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle") for side in SIDES)
MARKS = tuple(f"{part}_{side}" for part in ("ear", "heel", "toe") for side in SIDES)
STILL = 1.5


def _steps(values: Array) -> list[int]:
    """Whole numbers as the first one and then the change from each to the next: short to store."""
    whole = np.rint(values).astype(int)
    return [int(whole[0]), *np.diff(whole).tolist()]


def angle_track(figure: Figure, movement: Movement) -> dict[str, Any]:
    """Joint angles of all frames of one figure in whole degrees, each as a first value and changes.

    `seconds` says when in the cycle each shown frame begins (hundredths), `frames` which frame it is; frames beyond the
    listed angles are their mirror images (left and right exchanged). Angles that stay within 1.5 degrees are one number.
    """
    rows = np.stack([frame.posture for frame in movement.frames if not frame.twin])
    angles: dict[str, int | list[int]] = {}
    for name in LIMITS:
        values = rows[:, INDEX[name]]
        if np.ptp(values) > STILL:
            angles[name] = _steps(values)
        elif abs(values[0]) > STILL:
            angles[name] = int(np.rint(values[0]))
    lasts = np.rint(100 * np.array([shown.seconds for shown in movement.cycle])).astype(int).tolist()
    return {
        "frames": [shown.frame for shown in movement.cycle],
        "seconds": lasts,
        "angles": angles,
        "check": figure.check,
    }


def _points(frames: Frames) -> Array:
    joints = frames.places[0, [ORDER[name] for name in JOINTS]]
    return np.concatenate((joints, np.stack([where(frames, name)[0] for name in MARKS])))


def picture_targets(stage: Stage, movement: Movement) -> dict[str, Any]:
    """Where joints and landmarks appear in the picture: for each name its x and y in every frame, coded like angles."""
    figure, found = stage.figure, []
    for frame in movement.frames:
        if not frame.twin:
            placed = place(frame.posture[None], frame.base, figure.body)
            found.append(project(stage.camera, _points(placed))[:, :2])
    spots = np.stack(found)
    return {name: [_steps(spots[:, n, 0]), _steps(spots[:, n, 1])] for n, name in enumerate((*JOINTS, *MARKS))}
