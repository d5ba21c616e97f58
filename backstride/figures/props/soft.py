"""Cushions: pillow, bolster, and a roll for the hollow of the back."""

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Landmark, Landmarks, Marks, Piece, Plane, Prop, Two
from backstride.figures.props.solids import soft


class Pillow(Prop):
    """A cushion `under` a landmark, its top at `height` above the floor or above `on` (a height in meters), or one `between` two.

    `size` is its extent along x and y (`between`: its size and thickness); `shift` moves it along x and y.
    """

    under: Landmark | None = None
    between: Landmarks = ()
    height: float = 0.09
    on: float = 0.0
    size: Two = (0.40, 0.50)
    shift: Two = (0.0, 0.0)
    name: str = "pillow"

    def planes(self) -> dict[str, Plane]:
        """Its top, where something lies on it."""
        return {} if self.between else {self.name: Plane(2, self.on + self.height)}

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """One soft shape; a little higher than what lies in it."""
        if self.between:
            middle = np.stack([marks[name] for name in self.between]).mean(axis=0)
            apart = float(np.linalg.norm(marks[self.between[0]] - marks[self.between[1]]))
            return [soft(middle + (*self.shift, 0.0), (self.size[0] / 2, self.size[1] / 2, apart / 2 + 0.02), toward)]
        spot = (np.zeros(3) if self.under is None else marks[self.under]) * (1, 1, 0)
        half = (self.size[0] / 2, self.size[1] / 2, self.height / 2 + 0.012)
        return [soft(spot + (*self.shift, self.on + self.height / 2 + 0.006), half, toward)]


class Bolster(Pillow):
    """A firm roll, for example under the knees or the belly."""

    height: float = 0.16
    size: Two = (0.20, 0.56)
    name: str = "bolster"


class LumbarRoll(Prop):
    """A small roll behind the low back."""

    behind: Landmark = "low_back"

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """A roll across the back, half of it behind the body."""
        return [soft(marks[self.behind] - np.array((0.035, 0.0, 0.0)), (0.045, 0.20, 0.07), toward)]
