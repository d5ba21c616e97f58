"""Eyes, brows, nose and mouth as short strokes on the head, and fingers on the hands, where the viewer can see them."""

import math

import numpy as np

from backstride.figures.body.lofts import LOFT_NUMBER
from backstride.figures.body.shape import HEAD
from backstride.figures.body.skeleton import ORDER, PLACES, SIDES, Array, Frames
from backstride.figures.body.surface import section_lofts, sections
from backstride.figures.drawing.raster import Camera, View, project

# (sideways, height) points; mirrored for the other side
EYE = ((0.027, 1.6205), (0.033, 1.6215), (0.040, 1.6200))
BROW = ((0.018, 1.636), (0.030, 1.640), (0.044, 1.635))
MOUTH = ((-0.020, 1.5615), (-0.011, 1.5590), (0.0, 1.5585), (0.011, 1.5590), (0.020, 1.5615))
FOLD = ((0.029, 1.5825), (0.036, 1.5750), (0.038, 1.5670))
# forward, sideways, height: the nose stands out of the head
NOSE = ((0.113, -0.009, 1.5850), (0.116, 0.0, 1.5825), (0.113, 0.009, 1.5850))
NEAR_SURFACE, NEAR_FINGERS = 0.014, 0.007
FINE = 5
# hand sections from the knuckles to the tips; outline points between the fingers, on the palm and on the back
KNUCKLES, TIPS = 5, 8
GAPS = ((5, 8, 11), (21, 24, 27))
LEAST_APART, SHORTEST_FINGER = 4.5, 9.0
FACING, HALF_FACING = 0.75, 0.45


def _strokes(facing: float, older: bool) -> list[Array]:
    """Strokes on the standing head; the nose and the folds of age are drawn when the face turns to the viewer."""
    folds = [np.array(FOLD)] if older and facing > HALF_FACING else []
    both = [stroke * (sign, 1.0) for sign in (-1.0, 1.0) for stroke in (np.array(EYE), np.array(BROW), *folds)]
    nose = [_finer(np.array(NOSE))] if facing > FACING else []
    return [*(_on_head(_finer(stroke)) for stroke in (*both, np.array(MOUTH))), *nose]


def _finer(stroke: Array) -> Array:
    places = np.arange(len(stroke))
    fine = np.linspace(0, len(stroke) - 1, FINE * (len(stroke) - 1) + 1)
    return np.stack([np.interp(fine, places, column) for column in stroke.T], axis=1)


def _on_head(stroke: Array) -> Array:
    """Forward place of each (sideways, height) point on the front of the head."""
    heights, *columns = np.array(HEAD).T
    center, wide, front = (np.interp(stroke[:, 1], heights, column) for column in columns[:3])
    x = center + front * np.sqrt(np.clip(1 - (stroke[:, 0] / wide) ** 2, 0, 1)) + 0.001
    return np.stack((x, stroke[:, 0], stroke[:, 1]), axis=1)


def _shown(points: Array, view: View, near_surface: float = NEAR_SURFACE) -> Array:
    """Pixels of the stroke that are not hidden and lie on the body."""
    rows = np.clip(np.rint(points[:, 1]).astype(int), 0, view.depth.shape[0] - 1)
    columns = np.clip(np.rint(points[:, 0]).astype(int), 0, view.depth.shape[1] - 1)
    near = view.depth[rows, columns] - points[:, 2] < near_surface
    return points[near & (view.loft[rows, columns] >= 0), :2]


def strokes(frames: Frames, camera: Camera, view: View) -> list[Array]:
    """Visible parts of the face as pixel chains."""
    joint = ORDER["neck2"]
    turn, found = frames.turns[0, joint], []
    for stroke in _strokes(float(turn[:, 0] @ camera.toward), frames.body == "older"):
        world = frames.places[0, joint] + (stroke - PLACES[joint]) @ turn.T
        seen = _shown(project(camera, world), view)
        if len(seen) >= 4:
            found.append(seen)
    return found


def fingers(frames: Frames, camera: Camera, view: View) -> list[Array]:
    """Visible lines between the fingers as pixel chains, where the hand is seen broadly enough."""
    skin, owner, found = sections(frames)[0], section_lofts(), []
    for side in SIDES:
        hand = skin[owner == LOFT_NUMBER[f"hand_{side}"]][KNUCKLES : TIPS + 1]
        for gaps in GAPS:
            lines = [project(camera, _finer(hand[:, gap])) for gap in gaps]
            if _apart(lines) >= LEAST_APART:
                seen = [_shown(line, view, NEAR_FINGERS) for line in lines]
                found += [one for one in seen if len(one) >= 4 and math.dist(one[0], one[-1]) >= SHORTEST_FINGER]
    return found


def _apart(lines: list[Array]) -> float:
    """The smallest distance of neighboring lines at their middles, in pixels, across their direction."""
    ahead = lines[1][-1, :2] - lines[1][0, :2]
    length = max(float(np.hypot(*ahead)), 1e-9)
    middles = [line[len(line) // 2, :2] for line in lines]
    steps = [after - before for before, after in zip(middles, middles[1:], strict=False)]
    return min(abs(float(step[0] * ahead[1] - step[1] * ahead[0])) / length for step in steps)
