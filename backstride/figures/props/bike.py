"""A stationary bike: frame bars, flywheel, saddle, handlebar, and cranks that follow the feet; lengths in meters."""

import numpy as np

from backstride.figures.body.skeleton import Array

SADDLE_HEIGHT = 0.85
CRANK_CENTER = (0.19, 0.0, 0.29)
CRANK_LENGTH = 0.165
WHEEL_CENTER, WHEEL_RADIUS, WHEEL_CORNERS = (0.56, 0.0, 0.31), 0.22, 20
BAR_WIDTH, CRANK_WIDTH, SADDLE_DEPTH = 0.05, 0.03, 0.05
SADDLE = ((-0.14, 0.12), (-0.08, 0.08), (SADDLE_HEIGHT - SADDLE_DEPTH, SADDLE_HEIGHT))
FEET = (
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


def wheel() -> Array:
    """The rim of the flywheel as a polygon."""
    angle = np.arange(WHEEL_CORNERS) * (2 * np.pi / WHEEL_CORNERS)
    x, y, z = WHEEL_CENTER
    return np.stack(
        (x + WHEEL_RADIUS * np.cos(angle), np.full(WHEEL_CORNERS, y), z + WHEEL_RADIUS * np.sin(angle)), axis=1
    )


def crank(sole: Array) -> Array:
    """The crank from its center to below a foot, beside that foot."""
    center = np.array(CRANK_CENTER)
    inside = np.array((0.0, np.sign(sole[1]) * 0.045, 0.0))
    toward = (sole - center) * (1, 0, 1)
    return np.stack((center + inside, center + inside + toward / np.linalg.norm(toward) * CRANK_LENGTH))
