"""Posed bodies with their props in front of one camera."""

from typing import NamedTuple

import numpy as np

from backstride.figures.body.landmarks import LANDMARKS, where
from backstride.figures.body.skeleton import Array, Frames, place
from backstride.figures.body.surface import mesh
from backstride.figures.drawing import arrow
from backstride.figures.drawing.layers import number
from backstride.figures.drawing.raster import Camera, View, axes, depth_of, look
from backstride.figures.posing.files import Figure
from backstride.figures.props import furniture

WIDTH, HEIGHT, MARGIN = 756, 532, 16


class Scene(NamedTuple):
    """One posed body, the camera, what the pixels show, and the flat sides of floor and props; size is (width, height)."""

    size: tuple[int, int]
    frames: Frames
    camera: Camera
    view: View
    floor: list[furniture.Face]
    solid: list[furniture.Face]
    arrow: Array | None = None


def frame_camera(directions: tuple[Array, Array, Array], points: Array, size: tuple[int, int]) -> Camera:
    """The camera that shows all points as large as the picture allows, in its middle."""
    right, up, toward = directions
    across, rise = points @ right, points @ up
    scale = min((size[0] - 2 * MARGIN) / np.ptp(across), (size[1] - 2 * MARGIN) / np.ptp(rise))
    middle = (across.min() + across.max()) / 2, (rise.min() + rise.max()) / 2
    center = np.array((size[0] / 2 - scale * middle[0], size[1] / 2 + scale * middle[1]))
    return Camera(right, up, toward, float(scale), center)


def _uncovered(view: View, solid: list[furniture.Face], camera: Camera) -> View:
    """The view without body pixels that a prop covers."""
    hidden = depth_of(furniture.triangles(solid), camera, view.depth.shape) > view.depth
    return view._replace(loft=np.where(hidden, -1, view.loft), depth=np.where(hidden, -np.inf, view.depth))


def _marks(frames: Frames) -> dict[str, Array]:
    return {name: where(frames, name)[0] for name in LANDMARKS}


def scenes(figure: Figure, postures: tuple[Array, ...], size: tuple[int, int] = (WIDTH, HEIGHT)) -> list[Scene]:
    """All key poses of a figure, seen by one camera so that they can be compared."""
    directions = axes(figure.azimuth, figure.elevation)
    framed = [place(posture[None], pose.base) for pose, posture in zip(figure.poses, postures, strict=True)]
    bodies = [mesh(frames) for frames in framed]
    skin = np.concatenate([body.points for body in bodies])
    floor = furniture.floor_faces(figure.props, skin, directions[2])
    solids = [furniture.solid_faces(figure.props, _marks(frames), directions[2]) for frames in framed]
    edges = [face.corners for faces in (floor, *solids) for face in faces]
    ways = [arrow.way(figure, figure.arrow, postures)] if figure.arrow else []
    camera = frame_camera(directions, np.concatenate((skin, *edges, *ways)), size)
    found = []
    for frames, body, solid in zip(framed, bodies, solids, strict=True):
        view = look(body, camera, size[::-1], number("hair"))
        found.append(Scene(size, frames, camera, _uncovered(view, solid, camera), floor, solid))
    return [*found[:-1], found[-1]._replace(arrow=ways[0])] if ways else found
