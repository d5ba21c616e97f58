"""Mat, ground, chair, wall, stick, strap and bike as plain boxes and ribbons, in meters."""

from typing import Any, NamedTuple

import numpy as np
from scipy.spatial import ConvexHull

from backstride.figures.body.skeleton import Array
from backstride.figures.props import bike

Span = tuple[float, float]
Box = tuple[Span, Span, Span]
Props = tuple[tuple[str, dict[str, Any]], ...]
SIDES_OF_BOX = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
WALL_THICKNESS, MAT_THICKNESS = 0.07, 0.014
RIBBON_WIDTHS = {"strap": 0.026, "stick": 0.030}
STICK_OVERHANG = 0.10
ASIDE = 0.02
BAR_WIDTH, BOARD_WIDTH = 0.06, 0.03
NEAR_FLOOR = 0.30


class Face(NamedTuple):
    """One flat side of a prop: its corners in order and how dark it is (0 light to 1 dark)."""

    corners: Array
    tone: float


def planes(props: Props) -> dict[str, tuple[int, float, float]]:
    """Planes to lie, sit or lean on: name -> (axis, value, sign of the free side)."""
    found = {"floor": (2, 0.0, 1.0)}
    for kind, settings in props:
        if kind == "chair":
            found["seat"] = (2, float(settings["seat"]), 1.0)
        if kind == "wall":
            found["wall"] = (0, float(settings["x"]), -1.0)
        if kind == "bike":
            found["saddle"] = (2, bike.SADDLE_HEIGHT, 1.0)
    return found


def _chair(seat: float, x: float = 0.0, turned: bool = False) -> list[Box]:
    """A plain chair: seat top at `seat`, front edge at `x`, back behind the sitter.

    Turned, it stands with its back away from the viewer and its near side edge at `x`.
    """
    size, half, leg = 0.42, 0.21, 0.034
    posts = [(near, y) for near in (0.015, size - leg) for y in (-half, half - leg)]
    boxes: list[Box] = [((-size, 0.0), (-half, half), (seat - 0.04, seat))]
    for near, y in posts:
        boxes.append(((-near - leg, -near), (y, y + leg), (0.0, seat - 0.04)))
    for y in (-half, half - leg):
        boxes.append(((-size, -size + leg), (y, y + leg), (seat, seat + 0.44)))
    boxes.append(((-size + 0.006, -size + 0.028), (-half + leg, half - leg), (seat + 0.20, seat + 0.42)))
    return [_quarter_turned(box, x) if turned else _moved(box, x) for box in boxes]


def _moved(box: Box, x: float) -> Box:
    return (box[0][0] + x, box[0][1] + x), box[1], box[2]


def _quarter_turned(box: Box, x: float) -> Box:
    (x_low, x_high), (y_low, y_high), height = box
    return (y_low + 0.21 + x, y_high + 0.21 + x), (ASIDE - 0.21 - x_high, ASIDE - 0.21 - x_low), height


def _boxes(kind: str, settings: dict[str, Any]) -> list[Box]:
    if kind == "chair":
        return _chair(**settings)
    if kind == "wall":
        x = settings["x"]
        return [((x, x + WALL_THICKNESS), (-0.42, 0.42), (0.0, 1.72))]
    return [bike.SADDLE, *bike.FEET] if kind == "bike" else []


def _box_faces(box: Box, toward: Array) -> list[Face]:
    """The sides of a box that face the viewer."""
    corners = np.array([(x, y, z) for x in box[0] for y in box[1] for z in box[2]])
    faces = []
    for order in SIDES_OF_BOX:
        side = corners[list(order)]
        outward = side.mean(axis=0) - corners.mean(axis=0)
        normal = np.cross(side[1] - side[0], side[2] - side[1])
        normal = normal * np.sign(normal @ outward) / np.linalg.norm(normal)
        if normal @ toward > 1e-6:
            faces.append(Face(side, 0.0 if normal[2] > 0.5 else 0.10 if abs(normal[1]) > 0.5 else 0.22))
    return faces


def _bar_face(box: Box, toward: Array) -> Face:
    """The outline of a thin bar or board as one flat face."""
    corners = np.array([(x, y, z) for x in box[0] for y in box[1] for z in box[2]])
    right = np.cross((0.0, 0.0, 1.0), toward)
    right = right / np.linalg.norm(right)
    flat = np.stack((corners @ right, corners @ np.cross(toward, right)), axis=1)
    return Face(corners[ConvexHull(flat).vertices], 0.08)


def _is_bar(box: Box) -> bool:
    thin, middle, _ = sorted(high - low for low, high in box)
    return middle < BAR_WIDTH or thin < BOARD_WIDTH


def _ribbon_faces(points: Array, width: float, toward: Array) -> list[Face]:
    """A band through the points, turned to the viewer."""
    faces = []
    for start, end in zip(points, points[1:], strict=False):
        aside = np.cross(end - start, toward)
        aside = aside / max(float(np.linalg.norm(aside)), 1e-9) * width / 2
        faces.append(Face(np.stack((start - aside, end - aside, end + aside, start + aside)), 0.0))
    return faces


def _stretched(points: Array, by: float) -> Array:
    ahead = (points[-1] - points[0]) / np.linalg.norm(points[-1] - points[0]) * by
    return np.stack((points[0] - ahead, points[-1] + ahead))


def _bike_faces(marks: dict[str, Array], toward: Array) -> list[Face]:
    """Bars, wheel and cranks of the bike, far parts first."""
    bars = [np.array(bar) for bar in bike.BARS]
    cranks = [bike.crank(marks[f"sole_{side}"]) for side in ("L", "R")]
    return [
        *_ribbon_faces(cranks[0], bike.CRANK_WIDTH, toward),
        *(face for bar in bars for face in _ribbon_faces(bar, bike.BAR_WIDTH, toward)),
        Face(bike.wheel(), 0.10),
        *_ribbon_faces(np.array(bike.HANDLEBAR), bike.CRANK_WIDTH, toward),
        *_ribbon_faces(cranks[1], bike.CRANK_WIDTH, toward),
    ]


def solid_faces(props: Props, marks: dict[str, Array], toward: Array) -> list[Face]:
    """Sides of all props that can cover the body, far ones first; `marks` are world places of landmarks."""
    boxes = [box for kind, settings in props for box in _boxes(kind, settings)]
    boxes.sort(key=lambda box: float(np.array(box).mean(axis=1) @ toward))
    faces: list[Face] = []
    for box in boxes:
        faces += [_bar_face(box, toward)] if _is_bar(box) else _box_faces(box, toward)
    for kind, settings in props:
        if kind in RIBBON_WIDTHS:
            points = np.stack([marks[name] for name in settings["through"]])
            points = _stretched(points, STICK_OVERHANG) if kind == "stick" else points
            faces += _ribbon_faces(points, RIBBON_WIDTHS[kind], toward)
        if kind == "bike":
            faces += _bike_faces(marks, toward)
    return faces


def _footprint(props: Props, body: Array) -> Array:
    """Everything that stands or lies on the floor, as points."""
    boxes = [box for kind, settings in props for box in _boxes(kind, settings)]
    corners = [(x, y, 0.0) for box in boxes for x in box[0] for y in box[1] if box[2][0] <= 0.0]
    low = body[body[:, 2] < NEAR_FLOOR]
    return np.concatenate((low, np.array(corners))) if corners else low


def floor_faces(props: Props, body: Array, toward: Array) -> list[Face]:
    """The mat under all given body points, or a flat patch of ground under body and props, or nothing."""
    for kind, _ in props:
        if kind in ("mat", "ground"):
            low = body[body[:, 2] < NEAR_FLOOR] if kind == "mat" else _footprint(props, body)
            along = float(low[:, 0].min()) - 0.07, float(low[:, 0].max()) + 0.07
            middle = float(low[:, 1].min() + low[:, 1].max()) / 2
            half = max(0.33, float(np.ptp(low[:, 1])) / 2 + 0.05)
            thick = MAT_THICKNESS if kind == "mat" else 1e-6
            faces = _box_faces((along, (middle - half, middle + half), (-thick, 0.0)), toward)
            return faces if kind == "mat" else faces[-1:]
    return []


def triangles(faces: list[Face]) -> Array:
    """The faces cut into triangles, for the depth buffer."""
    cut = [face.corners[[0, k, k + 1]] for face in faces for k in range(1, len(face.corners) - 1)]
    return np.array(cut) if cut else np.zeros((0, 3, 3))
