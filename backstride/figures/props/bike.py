"""A stationary bike: frame bars, flywheel, saddle, handlebar, and cranks that follow the feet; lengths in meters."""

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props.prop import Box, Marks, Piece, Plane, Prop
from backstride.figures.props.solids import box_faces, disc, ribbon

SADDLE_HEIGHT = 0.85
CRANK_CENTER = (0.19, 0.0, 0.29)
CRANK_LENGTH = 0.165
WHEEL_CENTER, WHEEL_RADIUS = (0.56, 0.0, 0.31), 0.22
BAR_WIDTH, CRANK_WIDTH, SADDLE_DEPTH = 0.05, 0.03, 0.05
SADDLE: Box = ((-0.14, 0.12), (-0.08, 0.08), (SADDLE_HEIGHT - SADDLE_DEPTH, SADDLE_HEIGHT))
FEET: tuple[Box, ...] = (
    ((-0.32, -0.25), (-0.24, 0.24), (0.0, 0.06)),
    ((0.78, 0.85), (-0.24, 0.24), (0.0, 0.06)),
)
BARS = (
    ((-0.29, 0.0, 0.05), (0.82, 0.0, 0.05)),
    ((0.19, 0.0, 0.29), (-0.02, 0.0, 0.82)),
    ((0.08, 0.0, 0.06), (0.19, 0.0, 0.29)),
    ((0.19, 0.0, 0.29), (0.62, 0.0, 0.72)),
    ((0.70, 0.0, 0.08), (0.58, 0.0, 1.06)),
)
HANDLEBAR = ((0.56, -0.24, 1.06), (0.56, 0.24, 1.06))


def crank(sole: Array) -> Array:
    """The crank from its center to below a foot, beside that foot."""
    center = np.array(CRANK_CENTER)
    inside = np.array((0.0, np.sign(sole[1]) * 0.045, 0.0))
    toward = (sole - center) * (1, 0, 1)
    return np.stack((center + inside, center + inside + toward / np.linalg.norm(toward) * CRANK_LENGTH))


class Bike(Prop):
    """The bike; its handlebar runs through (0.56, -0.24 to 0.24, 1.06), the cranks turn around (0.19, 0, 0.29)."""

    def planes(self) -> dict[str, Plane]:
        """The saddle."""
        return {"saddle": Plane(2, SADDLE_HEIGHT)}

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """Feet and saddle; then the far crank, bars, wheel, handlebar and the near crank as one, in this order."""
        near, far = ("R", "L") if toward[1] < 0 else ("L", "R")
        bars = [face for bar in BARS for face in ribbon(np.array(bar), BAR_WIDTH, toward, "prop")]
        wheel = disc(
            np.array(WHEEL_CENTER), np.array((WHEEL_RADIUS, 0, 0)), np.array((0, 0, WHEEL_RADIUS)), 0.10, "prop"
        )
        whole = [
            *ribbon(crank(marks[f"sole_{far}"]), CRANK_WIDTH, toward, "prop"),
            *bars,
            wheel,
            *ribbon(np.array(HANDLEBAR), CRANK_WIDTH, toward, "prop"),
            *ribbon(crank(marks[f"sole_{near}"]), CRANK_WIDTH, toward, "prop"),
        ]
        return [*(box_faces(box, toward) for box in (*FEET, SADDLE)), whole]
