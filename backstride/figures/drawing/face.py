"""Eyes, brows and mouth as short strokes on the head, kept where the viewer can see them."""

import numpy as np

from backstride.figures.body.shape import HEAD
from backstride.figures.body.skeleton import ORDER, PLACES, Array, Frames
from backstride.figures.drawing.raster import Camera, View, project

# (sideways, height) points; mirrored for the other side
EYE = ((0.027, 1.6205), (0.033, 1.6215), (0.040, 1.6200))
BROW = ((0.018, 1.636), (0.030, 1.640), (0.044, 1.635))
MOUTH = ((-0.020, 1.5615), (-0.011, 1.5590), (0.0, 1.5585), (0.011, 1.5590), (0.020, 1.5615))
NEAR_SURFACE = 0.014
FINE = 5


def _strokes() -> list[Array]:
    flat = [np.array(EYE), np.array(BROW)]
    both = [stroke * (sign, 1.0) for sign in (-1.0, 1.0) for stroke in flat]
    return [_on_head(_finer(stroke)) for stroke in (*both, np.array(MOUTH))]


def _finer(stroke: Array) -> Array:
    places = np.arange(len(stroke))
    fine = np.linspace(0, len(stroke) - 1, FINE * (len(stroke) - 1) + 1)
    return np.stack([np.interp(fine, places, stroke[:, axis]) for axis in (0, 1)], axis=1)


def _on_head(stroke: Array) -> Array:
    """Forward place of each (sideways, height) point on the front of the head."""
    heights, *columns = np.array(HEAD).T
    center, wide, front = (np.interp(stroke[:, 1], heights, column) for column in columns[:3])
    x = center + front * np.sqrt(np.clip(1 - (stroke[:, 0] / wide) ** 2, 0, 1)) + 0.001
    return np.stack((x, stroke[:, 0], stroke[:, 1]), axis=1)


def _shown(points: Array, view: View) -> Array:
    """Pixels of the stroke that are not hidden and lie on the body."""
    rows = np.clip(np.rint(points[:, 1]).astype(int), 0, view.depth.shape[0] - 1)
    columns = np.clip(np.rint(points[:, 0]).astype(int), 0, view.depth.shape[1] - 1)
    near = view.depth[rows, columns] - points[:, 2] < NEAR_SURFACE
    return points[near & (view.loft[rows, columns] >= 0), :2]


def strokes(frames: Frames, camera: Camera, view: View) -> list[Array]:
    """Visible parts of the face as pixel chains."""
    joint = ORDER["neck2"]
    found = []
    for stroke in _strokes():
        world = frames.places[0, joint] + (stroke - PLACES[joint]) @ frames.turns[0, joint].T
        seen = _shown(project(camera, world), view)
        if len(seen) >= 4:
            found.append(seen)
    return found
