"""What everything stands on or in: mat, ground, water."""

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Face, Prop
from backstride.figures.props.solids import box_faces

THICK, THIN = 0.014, 1e-6
BEYOND, LEAST_HALF, ASIDE = 0.07, 0.33, 0.05
POOL = 1.0
MOST_MAT = 0.55


def _patch(low: Array, thick: float, toward: Array, most: float = 2.0) -> list[Face]:
    along = float(low[:, 0].min()) - BEYOND, float(low[:, 0].max()) + BEYOND
    middle = float(low[:, 1].min() + low[:, 1].max()) / 2
    half = min(max(LEAST_HALF, float(np.ptp(low[:, 1])) / 2 + ASIDE), most)
    return box_faces((along, (middle - half, middle + half), (-thick, 0.0)), toward, "mat")


class Mat(Prop):
    """An exercise mat under the whole body."""

    def floor(self, low: Array, toward: Array) -> list[Face]:
        """A thin slab."""
        return _patch(low, THICK, toward, MOST_MAT)


class Ground(Prop):
    """A patch of ground under body and props."""

    def floor(self, low: Array, toward: Array) -> list[Face]:
        """Only its top."""
        return _patch(low, THIN, toward)[-1:]


class Water(Prop):
    """Water up to a level, seen from its near side."""

    level: float

    def veils(self, toward: Array) -> list[Face]:
        """The surface and the near side of the water."""
        x, y, z = (-POOL, POOL), (-POOL * 0.4, POOL * 0.4), self.level
        top = np.array([(x[0], y[0], z), (x[1], y[0], z), (x[1], y[1], z), (x[0], y[1], z)])
        near = np.array([(x[0], y[0], 0.0), (x[1], y[0], 0.0), (x[1], y[0], z), (x[0], y[0], z)])
        return [Face(near, 0.0, "water"), Face(top, 0.0, "water")]
