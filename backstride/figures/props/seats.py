"""Chair, stool, bed and car seat."""

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Box, Marks, Piece, Plane, Prop
from backstride.figures.props.solids import box_piece, outline, ribbon, soft

SIZE, HALF, LEG, PLATE, BACK = 0.42, 0.21, 0.034, 0.04, 0.44
ASIDE = 0.02
CUSHION, FRAME = 0.16, 0.10
WHEEL_CENTER, WHEEL_HALF, WHEEL_CORNERS = (0.44, 0.0, 0.72), 0.17, 14


def _chair(seat: float) -> list[Box]:
    """Front edge at x = 0, the back behind the sitter at negative x."""
    posts = [(near, y) for near in (0.015, SIZE - LEG) for y in (-HALF, HALF - LEG)]
    boxes: list[Box] = [((-SIZE, 0.0), (-HALF, HALF), (seat - PLATE, seat))]
    boxes += [((-near - LEG, -near), (y, y + LEG), (0.0, seat - PLATE)) for near, y in posts]
    boxes += [((-SIZE, -SIZE + LEG), (y, y + LEG), (seat, seat + BACK)) for y in (-HALF, HALF - LEG)]
    boxes.append(((-SIZE + 0.006, -SIZE + 0.028), (-HALF + LEG, HALF - LEG), (seat + 0.20, seat + 0.42)))
    return boxes


class Chair(Prop):
    """A plain chair: seat top at `seat`, front edge at `x`, middle at `y`.

    `turned`: its back is away from the viewer, its near side edge at `x`. `backward`: it faces the other way, its front
    edge at `x` and its back at larger x. `name` names its planes: `seat`, `seat_top` (the back rest), `seat_back`.
    """

    seat: float
    x: float = 0.0
    y: float = 0.0
    turned: bool = False
    backward: bool = False
    name: str = "seat"

    def _placed(self, box: Box) -> Box:
        (x_low, x_high), (y_low, y_high), height = box
        if self.turned:
            return (
                (y_low + HALF + self.x, y_high + HALF + self.x),
                (ASIDE - HALF - x_high + self.y, ASIDE - HALF - x_low + self.y),
                height,
            )
        if self.backward:
            x_low, x_high = -x_high, -x_low
        return (x_low + self.x, x_high + self.x), (y_low + self.y, y_high + self.y), height

    def planes(self) -> dict[str, Plane]:
        """The seat, the top of the back rest and its front."""
        found = {self.name: Plane(2, self.seat), f"{self.name}_top": Plane(2, self.seat + BACK)}
        if not self.turned:
            sign = -1.0 if self.backward else 1.0
            found[f"{self.name}_back"] = Plane(0, self.x - sign * (SIZE - LEG), sign)
        return found

    def blocks(self) -> tuple[Box, ...]:
        """The seat and the board of the back."""
        boxes = _chair(self.seat)
        return self._placed(boxes[0]), self._placed(boxes[-1])

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Seat, legs, posts and back."""
        return [box_piece(self._placed(box), toward) for box in _chair(self.seat)]


class Stool(Prop):
    """A firm stool, box or bench: its top at `height`, its middle at `x` and `y`, its size along x and y."""

    height: float
    x: float = 0.0
    y: float = 0.0
    deep: float = 0.36
    wide: float = 0.40
    name: str = "stool"

    def _box(self) -> Box:
        deep, wide = self.deep / 2, self.wide / 2
        return (self.x - deep, self.x + deep), (self.y - wide, self.y + wide), (0.0, self.height)

    def planes(self) -> dict[str, Plane]:
        """Its top."""
        return {self.name: Plane(2, self.height)}

    def blocks(self) -> tuple[Box, ...]:
        """All of it."""
        return (self._box(),)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A closed box."""
        return [box_piece(self._box(), toward)]


class FirmBox(Stool):
    """A firm box to squat onto or to lift onto."""

    name: str = "box"


class Step(Stool):
    """A low step; `x` is its front edge."""

    deep: float = 0.30
    wide: float = 0.60
    name: str = "step"

    def _box(self) -> Box:
        return (self.x, self.x + self.deep), (self.y - self.wide / 2, self.y + self.wide / 2), (0.0, self.height)


class Bed(Prop):
    """A bed along x: the mattress top at `height`, from `x` (its foot) to `x - length` (its head), middle at `y`."""

    height: float = 0.50
    x: float = 0.90
    length: float = 2.0
    y: float = 0.0
    wide: float = 0.90

    def _mattress(self) -> Box:
        return self._span((self.height - CUSHION, self.height))

    def _span(self, height: tuple[float, float]) -> Box:
        return (self.x - self.length, self.x), (self.y - self.wide / 2, self.y + self.wide / 2), height

    def planes(self) -> dict[str, Plane]:
        """The mattress."""
        return {"bed": Plane(2, self.height)}

    def blocks(self) -> tuple[Box, ...]:
        """Everything under the mattress top."""
        return (self._span((0.0, self.height)),)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Base, mattress and head board."""
        head = self.x - self.length
        board: Box = ((head - 0.05, head), (self.y - self.wide / 2, self.y + self.wide / 2), (0.0, self.height + 0.30))
        base = self._span((self.height - CUSHION - FRAME, self.height - CUSHION))
        return [box_piece(board, toward), [*box_piece(base, toward), *box_piece(self._mattress(), toward, "soft")]]


class CarSeat(Prop):
    """A car seat with its wheel: cushion top at `height`, the back rest's front at `back`; the rim of the wheel is 0.17 around (0.44, 0, 0.72)."""

    height: float = 0.30
    back: float = -0.16

    def planes(self) -> dict[str, Plane]:
        """The cushion, and the back rest taken as upright."""
        return {"car_seat": Plane(2, self.height), "car_back": Plane(0, self.back)}

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Cushion, raked back rest, head rest, steering wheel and its column."""
        low = self.height
        cushion = _slab(
            [(self.back - 0.10, low - 0.14), (self.back - 0.06, low - 0.01), (0.34, low + 0.05), (0.36, low - 0.10)],
            0.25,
        )
        rest = _slab(
            [
                (self.back - 0.12, low - 0.06),
                (self.back, low - 0.02),
                (self.back - 0.15, low + 0.66),
                (self.back - 0.27, low + 0.66),
            ],
            0.23,
        )
        head = np.array((self.back - 0.22, 0.0, low + 0.79))
        center = np.array(WHEEL_CENTER)
        tilt = np.array((-0.45, 0.0, 0.9)) * WHEEL_HALF
        angle = np.linspace(0, 2 * np.pi, WHEEL_CORNERS + 1)[:, None]
        rim = center + np.cos(angle) * np.array((0.0, WHEEL_HALF, 0.0)) + np.sin(angle) * tilt
        column = np.stack((center, center + (0.26, 0.0, -0.16)))
        return [
            [outline(rest, toward, 0.06, "soft")],
            soft(head, (0.06, 0.13, 0.10), toward),
            [outline(cushion, toward, 0.0, "soft")],
            ribbon(column, 0.05, toward, "metal"),
            ribbon(rim, 0.030, toward, "metal"),
        ]


def _slab(profile: list[tuple[float, float]], half: float) -> Array:
    """A profile in x and z, pulled out to both sides."""
    return np.array([(x, y, z) for x, z in profile for y in (-half, half)])
