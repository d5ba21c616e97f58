"""What hands hold or legs wear: strap, towel, band, stick, bags, weights, a load, a vacuum cleaner; they follow landmarks."""

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Box, Landmark, Landmarks, Marks, Piece, Prop, Three, Two
from backstride.figures.props.solids import box_faces, outline, ribbon, soft

OVERHANG = 0.10
AROUND = {
    "knees": ("thigh_low_out_R", "thigh_low_R", "thigh_low_L", "thigh_low_out_L"),
    "thighs": ("thigh_out_R", "thigh_top_R", "thigh_top_L", "thigh_out_L"),
    "ankles": ("ankle_out_R", "shin_low_R", "shin_low_L", "ankle_out_L"),
}
Through = Annotated[Landmarks, Field(min_length=2)]


def _points(marks: Marks, names: tuple[str, ...]) -> Array:
    return np.stack([marks[name] for name in names])


class Strap(Prop):
    """A strap through landmarks, for example from hand to sole to hand."""

    through: Through

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """One flat band for each stretch."""
        return [ribbon(_points(marks, self.through), 0.026, toward, "strap")]


class Towel(Strap):
    """A rolled towel through landmarks."""

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Wider and softer than a strap."""
        return [ribbon(_points(marks, self.through), 0.042, toward, "soft")]


class Band(Prop):
    """A resistance band: a loop `around` both legs, or a line `through` landmarks, perhaps to an `anchor` point (meters)."""

    around: Literal["knees", "thighs", "ankles"] | None = None
    through: Landmarks = ()
    anchor: Three | None = None

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """The band, and a post where it is anchored."""
        points = _points(marks, AROUND[self.around] if self.around else self.through)
        if self.anchor is None:
            return [ribbon(points, 0.034, toward, "strap")]
        end = np.array(self.anchor)
        x, y, z = self.anchor
        post: Box = (x - 0.04, x + 0.04), (y - 0.04, y + 0.04), (0.0, z + 0.35)
        return [box_faces(post, toward, "wall"), ribbon(np.concatenate((points, end[None])), 0.030, toward, "strap")]


class Stick(Prop):
    """A stick through two landmarks, a little longer than the way between them."""

    through: Through

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """One bar."""
        points = _points(marks, self.through)
        ahead = (points[-1] - points[0]) / np.linalg.norm(points[-1] - points[0]) * OVERHANG
        return [ribbon(np.stack((points[0] - ahead, points[-1] + ahead)), 0.030, toward, "prop")]


class Bag(Prop):
    """A shopping bag that hangs straight down from a hand; `size` is its depth and height."""

    hangs: Landmark
    size: Two = (0.26, 0.30)

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Handles and a bag that is wider below."""
        hand, (deep, high) = marks[self.hangs], self.size
        top = hand - (0, 0, 0.13)
        bottom = top - (0, 0, high)
        rim = [top + (x, y, 0) for x in (-deep * 0.42, deep * 0.42) for y in (-0.05, 0.05)]
        foot = [bottom + (x, y, 0) for x in (-deep / 2, deep / 2) for y in (-0.06, 0.06)]
        handles = np.stack((rim[0], hand, rim[2]))
        return [[*ribbon(handles, 0.018, toward, "strap"), outline(np.stack((*rim, *foot)), toward, 0.0, "strap")]]


class Weight(Prop):
    """A small dumbbell in a fist, or held in both hands when two landmarks are named."""

    held: Annotated[Landmarks, Field(min_length=1, max_length=2)]

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A bar with two heads, along the forward axis."""
        middle = _points(marks, self.held).mean(axis=0)
        half = np.array((0.09, 0.0, 0.0))
        bar = ribbon(np.stack((middle - half, middle + half)), 0.026, toward, "metal")
        heads = [soft(middle + sign * half, (0.035, 0.045, 0.045), toward, "metal") for sign in (-1, 1)]
        return [[*bar, *heads[0], *heads[1]]]


class Load(Prop):
    """A carton between two hands, upright; `size` is its depth and height, `drop` how far its middle is below the hands."""

    held: Annotated[Landmarks, Field(min_length=2, max_length=2)]
    size: Two = (0.30, 0.24)
    drop: float = 0.0
    paint: Literal["prop", "strap", "metal"] = "prop"

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A box as wide as the hands are apart."""
        points = _points(marks, self.held)
        x, _, z = points.mean(axis=0) - (0, 0, self.drop)
        low, high = float(points[:, 1].min()) + 0.012, float(points[:, 1].max()) - 0.012
        deep, tall = self.size
        return [
            box_faces(((x - deep / 2, x + deep / 2), (low, high), (z - tall / 2, z + tall / 2)), toward, self.paint)
        ]


class Vacuum(Prop):
    """A vacuum cleaner's tube from a hand to its head on the floor at `head` (x, y)."""

    held: Landmark
    head: Two

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Handle, tube and floor head."""
        x, y = self.head
        hand, low = marks[self.held], np.array((x - 0.06, y, 0.05))
        ahead = (low - hand) / np.linalg.norm(low - hand)
        tube = np.stack((hand - ahead * 0.16 - (0.05, 0, 0.0), hand - ahead * 0.04, low))
        head: Box = (x - 0.09, x + 0.09), (y - 0.15, y + 0.15), (0.0, 0.06)
        return [ribbon(tube, 0.036, toward, "metal"), box_faces(head, toward, "metal")]
