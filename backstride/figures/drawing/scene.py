"""A stage that all frames of a figure share, and one posed body with its props in front of the camera."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.ndimage import label

from backstride.figures.body.landmarks import LANDMARKS, where
from backstride.figures.body.skeleton import ORDER, SIDES, Array, Frames, place
from backstride.figures.body.surface import mesh, sections
from backstride.figures.drawing import arrow
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.layers import number
from backstride.figures.drawing.raster import Camera, View, axes, depth_of, look
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Frame
from backstride.figures.props import catalogue
from backstride.figures.props.prop import Face
from backstride.figures.props.solids import triangles

WIDTH, HEIGHT, MARGIN = 756, 532, 16
EVERY = 2
SPECK = 80
FAR = 0.04
LIMBS = {"arm": ("shoulder", "elbow", "wrist"), "leg": ("hip", "knee", "ankle")}


class Stage(NamedTuple):
    """What does not change from frame to frame: the figure, size (width, height), camera, floor, far limbs, arrow's way."""

    figure: Figure
    size: tuple[int, int]
    camera: Camera
    floor: list[Face]
    far: tuple[str, ...]
    way: Array | None


class Scene(NamedTuple):
    """One posed body on its stage: what the pixels show, the sides of props, and veils in front of all.

    `hidden` are the pixels where a prop stands in front of the body; the view shows no body there.
    """

    stage: Stage
    frames: Frames
    view: View
    hidden: Mask
    solid: list[Face]
    veils: list[Face]


def frame_camera(directions: tuple[Array, Array, Array], points: Array, size: tuple[int, int]) -> Camera:
    """The camera that shows all points as large as the picture allows, in its middle."""
    right, up, toward = directions
    across, rise = points @ right, points @ up
    scale = min((size[0] - 2 * MARGIN) / np.ptp(across), (size[1] - 2 * MARGIN) / np.ptp(rise))
    middle = (across.min() + across.max()) / 2, (rise.min() + rise.max()) / 2
    center = np.array((size[0] / 2 - scale * middle[0], size[1] / 2 + scale * middle[1]))
    return Camera(right, up, toward, float(scale), center)


def _placed(figure: Figure, frame: Frame) -> Frames:
    return place(frame.posture[None], frame.base, figure.body)


def _marks(frames: Frames) -> dict[str, Array]:
    return {name: where(frames, name)[0] for name in LANDMARKS}


def stage(figure: Figure, frames: Sequence[Frame], size: tuple[int, int] = (WIDTH, HEIGHT)) -> Stage:
    """The stage on which all frames of a figure fit, seen by one camera so that they can be compared."""
    directions = axes(figure.azimuth, figure.elevation)
    placed = [_placed(figure, frame) for frame in frames]
    skin = np.concatenate([sections(one, EVERY)[0].reshape(-1, 3) for one in placed])
    floor = catalogue.floor_faces(figure.props, skin, directions[2])
    solid = [face for one in placed for face in catalogue.solid_faces(figure.props, _marks(one), directions[2])]
    keys = tuple(frame.posture for frame in frames if frame.is_key and not frame.twin)
    way = arrow.way(figure, figure.arrow, keys) if figure.arrow else None
    edges = [face.corners for face in (*floor, *solid)]
    points = np.concatenate((skin, *edges, *([] if way is None else [way])))
    return Stage(
        figure, size, frame_camera(directions, points, size), floor, _far_limbs(figure, placed, directions[2]), way
    )


def _far_limbs(figure: Figure, placed: Sequence[Frames], toward: Array) -> tuple[str, ...]:
    """The arm and the leg that are clearly farther from the viewer than their twins, over all frames together."""
    found = []
    for limb, joints in LIMBS.items():
        depth = {
            side: float(
                np.mean([one.places[0, ORDER[f"{joint}_{side}"]] @ toward for one in placed for joint in joints])
            )
            for side in SIDES
        }
        if abs(depth["R"] - depth["L"]) > FAR:
            found.append(f"{limb}_{min(depth, key=lambda side: depth[side])}")
    # The side that works is never the paler one.
    return tuple(one for one in found if not (figure.sided and one.endswith("_R")))


def _hidden(view: View, solid: list[Face], camera: Camera) -> Mask:
    """Body pixels that a prop covers, without specks."""
    hidden = (depth_of(triangles(solid), camera, view.depth.shape) > view.depth) & (view.loft >= 0)
    pieces, _ = label(hidden)
    return np.asarray(hidden & (np.bincount(pieces.ravel()) >= SPECK)[pieces])


def scene(on: Stage, frame: Frame) -> Scene:
    """One frame of the figure on its stage."""
    frames, camera = _placed(on.figure, frame), on.camera
    marks = _marks(frames)
    solid = catalogue.solid_faces(on.figure.props, marks, camera.toward)
    view = look(mesh(frames), camera, on.size[::-1], number("hair"))
    hidden = _hidden(view, solid, camera)
    view = view._replace(loft=np.where(hidden, -1, view.loft), depth=np.where(hidden, -np.inf, view.depth))
    return Scene(on, frames, view, hidden, solid, catalogue.veil_faces(on.figure.props, camera.toward))
