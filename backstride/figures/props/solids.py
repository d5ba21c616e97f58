"""Boxes, bars, bands and soft shapes as flat sides for one viewer; lengths in meters."""

from collections.abc import Iterable

import numpy as np
from scipy.spatial import ConvexHull

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Box, Face, Piece

SIDES_OF_BOX = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
TOP, SIDE, END = 0.0, 0.10, 0.22
BAR_WIDTH, BOARD_WIDTH = 0.06, 0.03
ROUND, SOFT_CORNERS, SOFT_POWER = 24, 26, 2.6


def corners_of(box: Box) -> Array:
    """The eight corners of a box."""
    return np.array([(x, y, z) for x in box[0] for y in box[1] for z in box[2]], dtype=float)


def box_faces(box: Box, toward: Array, paint: str = "prop") -> Piece:
    """The sides of a box that face the viewer."""
    corners = corners_of(box)
    faces = []
    for order in SIDES_OF_BOX:
        side = corners[list(order)]
        outward = side.mean(axis=0) - corners.mean(axis=0)
        normal = np.cross(side[1] - side[0], side[2] - side[1])
        normal = normal * np.sign(normal @ outward) / np.linalg.norm(normal)
        if normal @ toward > 1e-6:
            faces.append(Face(side, TOP if normal[2] > 0.5 else SIDE if abs(normal[1]) > 0.5 else END, paint))
    return faces


def seen_flat(points: Array, toward: Array) -> Array:
    """Points as the viewer sees them: across and up."""
    right = np.cross((0.0, 0.0, 1.0), toward)
    right = right / np.linalg.norm(right)
    return np.stack((points @ right, points @ np.cross(toward, right)), axis=1)


def outline(points: Array, toward: Array, tone: float, paint: str) -> Face:
    """The convex outline of points as one flat side."""
    return Face(points[ConvexHull(seen_flat(points, toward)).vertices], tone, paint)


def is_bar(box: Box) -> bool:
    """Whether a box is too thin for its sides to be told apart."""
    thin, middle, _ = sorted(high - low for low, high in box)
    return middle < BAR_WIDTH or thin < BOARD_WIDTH


def box_piece(box: Box, toward: Array, paint: str = "prop") -> Piece:
    """A box: its sides, or its outline alone when it is a thin bar or board."""
    return [outline(corners_of(box), toward, 0.08, paint)] if is_bar(box) else box_faces(box, toward, paint)


def ribbon(points: Array, width: float, toward: Array, paint: str) -> Piece:
    """A band through points, turned to the viewer."""
    faces = []
    for start, end in zip(points, points[1:], strict=False):
        aside = np.cross(end - start, toward)
        aside = aside / max(float(np.linalg.norm(aside)), 1e-9) * width / 2
        faces.append(Face(np.stack((start - aside, end - aside, end + aside, start + aside)), 0.0, paint))
    return faces


def disc(center: Array, across: Array, up: Array, tone: float, paint: str) -> Face:
    """A round plate: its center and two half axes."""
    angle = np.arange(ROUND)[:, None] * (2 * np.pi / ROUND)
    return Face(center + np.cos(angle) * across + np.sin(angle) * up, tone, paint)


def soft(
    center: Array, half: tuple[float, float, float], toward: Array, paint: str = "soft", turn: float = 0.0
) -> Piece:
    """A cushion: the outline of a rounded box with these half sizes, turned about the vertical by degrees."""
    around = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    across, along = (grid.ravel() for grid in np.meshgrid(around, np.linspace(-np.pi / 2, np.pi / 2, 13)))
    shape = np.stack(
        (
            _power(np.cos(along)) * _power(np.cos(across)),
            _power(np.cos(along)) * _power(np.sin(across)),
            _power(np.sin(along)),
        ),
        1,
    )
    angle = np.radians(turn)
    spun = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    whole = outline(center + (shape * half) @ spun.T, toward, 0.0, paint)
    keep = np.linspace(0, len(whole.corners), min(SOFT_CORNERS, len(whole.corners)), endpoint=False).astype(int)
    return [whole._replace(corners=whole.corners[keep])]


def _power(values: Array) -> Array:
    return np.asarray(np.sign(values) * np.abs(values) ** (2 / SOFT_POWER))


def near_order(pieces: Iterable[Piece], toward: Array) -> list[Piece]:
    """Pieces from the far one to the near one, by their middles; walls stand behind everything."""

    def depth(piece: Piece) -> tuple[bool, float]:
        middle = np.concatenate([face.corners for face in piece]).mean(axis=0)
        return any(face.paint != "wall" for face in piece), float(middle @ toward)

    return sorted((piece for piece in pieces if piece), key=depth)


def triangles(faces: Iterable[Face]) -> Array:
    """Faces cut into triangles, for the depth buffer."""
    cut = [face.corners[[0, k, k + 1]] for face in faces for k in range(1, len(face.corners) - 1)]
    return np.array(cut) if cut else np.zeros((0, 3, 3))
