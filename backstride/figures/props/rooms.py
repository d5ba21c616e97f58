"""What stands in a room: wall, doorway, table, worktop, rail, trolley."""

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Box, Face, Marks, Piece, Plane, Prop
from backstride.figures.props.solids import box_piece, ribbon

THICK, WIDE, HIGH, LOW = 0.07, 0.84, 1.72, 0.30
TOP, LEG, TUBE = 0.035, 0.045, 0.026
POST, FRAME_HIGH = 0.10, 1.45


class Wall(Prop):
    """A wall in front of the person at `x`, behind at `x` with `behind`, or beside at `y` (positive: on the left).

    A wall on the viewer's side is drawn as a low strip, so that the person is seen. `high` and `wide` are its size.
    """

    x: float | None = None
    y: float | None = None
    behind: bool = False
    high: float = HIGH
    wide: float = WIDE
    center: float = 0.0

    def planes(self) -> dict[str, Plane]:
        """The side that faces the person."""
        if self.y is not None:
            return {"wall": Plane(1, self.y, -1.0 if self.y > 0 else 1.0)}
        return {"wall": Plane(0, self.x or 0.0, 1.0 if self.behind else -1.0)}

    def blocks(self) -> tuple[Box, ...]:
        """The wall, thicker than it is drawn."""
        plane = self.planes()["wall"]
        span = tuple(sorted((plane.value, plane.value - plane.sign * 0.5)))
        free = (-2.0, 2.0)
        return (((span[0], span[1]), free, (0.0, 2.2)) if plane.axis == 0 else (free, (span[0], span[1]), (0.0, 2.2)),)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A slab."""
        plane, half = self.planes()["wall"], self.wide / 2
        span = tuple(sorted((plane.value, plane.value - plane.sign * THICK)))
        along = (self.center - half, self.center + half)
        if plane.axis == 0:
            return [box_piece(((span[0], span[1]), along, (0.0, self.high)), toward, "wall")]
        high = LOW if plane.sign > 0 and toward[1] < 0 else self.high
        return [box_piece((along, (span[0], span[1]), (0.0, high)), toward, "wall")]


class Doorway(Prop):
    """A door frame for a person on the back: the post's near side at `x`, its middle at `y`; the other leg lies beside it."""

    x: float
    y: float = -0.09

    def planes(self) -> dict[str, Plane]:
        """The side of the post that the heel leans on."""
        return {"frame": Plane(0, self.x, -1.0)}

    def blocks(self) -> tuple[Box, ...]:
        """The post."""
        return (self._post(),)

    def _post(self) -> Box:
        return (self.x, self.x + 0.14), (self.y - POST / 2, self.y + POST / 2), (0.0, FRAME_HIGH)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """The post with a strip of wall on the far side of the opening."""
        far = self.y + 0.62
        other: Box = (self.x, self.x + 0.14), (far, far + POST), (0.0, FRAME_HIGH)
        return [box_piece(other, toward, "wall"), box_piece(self._post(), toward, "wall")]


class Table(Prop):
    """A table: its top at `height`, its near edge at `x`, so deep and wide, its middle at `y`."""

    height: float = 0.74
    x: float = 0.35
    y: float = 0.0
    deep: float = 0.55
    wide: float = 0.90
    name: str = "table"

    def _top(self) -> Box:
        return self._span((self.height - TOP, self.height))

    def _span(self, height: tuple[float, float]) -> Box:
        return (self.x, self.x + self.deep), (self.y - self.wide / 2, self.y + self.wide / 2), height

    def planes(self) -> dict[str, Plane]:
        """Its top, and its edge as a plane to lean on."""
        return {self.name: Plane(2, self.height), f"{self.name}_edge": Plane(0, self.x, -1.0)}

    def blocks(self) -> tuple[Box, ...]:
        """The top."""
        return (self._top(),)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """The top and four legs."""
        (x_low, x_high), (y_low, y_high), _ = self._top()
        legs: list[Box] = [
            ((x, x + LEG), (y, y + LEG), (0.0, self.height - TOP))
            for x in (x_low + 0.02, x_high - LEG - 0.02)
            for y in (y_low + 0.02, y_high - LEG - 0.02)
        ]
        return [box_piece(box, toward) for box in (*legs, self._top())]


class Worktop(Table):
    """A kitchen worktop over a closed cupboard."""

    height: float = 0.90
    x: float = 0.40
    deep: float = 0.45
    name: str = "worktop"

    def blocks(self) -> tuple[Box, ...]:
        """All of it."""
        return (self._span((0.0, self.height)),)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """The top on its cupboard."""
        (x, x_high), (y, y_high), _ = self._top()
        cupboard: Box = (x + 0.03, x_high), (y + 0.02, y_high - 0.02), (0.0, self.height - TOP)
        return [[*box_piece(cupboard, toward, "wall"), *box_piece(self._top(), toward)]]


class Rail(Prop):
    """A hand rail along x at `y` and `height`, from `x` on, on two posts."""

    height: float = 0.90
    x: float = 0.0
    y: float = 0.35
    length: float = 0.7

    def planes(self) -> dict[str, Plane]:
        """Its top."""
        return {"rail": Plane(2, self.height + TUBE / 2)}

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A tube and its posts."""
        ends = [np.array((x, self.y, self.height)) for x in (self.x, self.x + self.length)]
        posts = [np.stack((end, end * (1, 1, 0))) for end in ends]
        return [ribbon(points, TUBE, toward, "metal") for points in (*posts, np.stack(ends))]


class Trolley(Prop):
    """A shopping trolley or rollator: handles at (`x`, -0.22 and 0.22, `height`), wheels in front."""

    x: float = 0.36
    height: float = 0.92

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Two bent tubes, a seat and wheels, far side first."""
        found: list[Piece] = []
        for y in (0.24, -0.24):
            handle = np.array((self.x - 0.06, y, self.height))
            bend, front = np.array((self.x + 0.10, y, self.height)), np.array((self.x + 0.42, y, 0.08))
            rear = np.array((self.x + 0.02, y, 0.08))
            found.append(ribbon(np.stack((handle, bend, front)), TUBE, toward, "metal"))
            found.append(ribbon(np.stack((bend - (0, 0, 0.3), rear)), TUBE, toward, "metal"))
            found += [[_wheel(np.array((spot[0], y, 0.06)))] for spot in (front, rear)]
        seat: Box = (self.x + 0.06, self.x + 0.28), (-0.22, 0.22), (0.50, 0.54)
        return [*found, box_piece(seat, toward)]


def _wheel(center: Array) -> Face:
    angle = np.arange(14)[:, None] * (2 * np.pi / 14)
    return Face(center + 0.06 * (np.cos(angle) * (1, 0, 0) + np.sin(angle) * (0, 0, 1)), 0.45, "metal")
