"""The way a landmark takes from the first key pose to the last, beside the body, as an arrow."""

import numpy as np

from backstride.figures.body.landmarks import where
from backstride.figures.body.skeleton import Array, place
from backstride.figures.drawing import curve, svg
from backstride.figures.drawing.raster import Camera, axes, project
from backstride.figures.posing.figure import Arrow, Figure
from backstride.figures.themes import color

SAMPLES = 40
LINE_WIDTH, HEAD_LENGTH, HEAD_HALF = 6, 22, 12
FIT_ERROR = 2.0


def way(figure: Figure, arrow: Arrow, postures: tuple[Array, ...]) -> Array:
    """World points of the arrow: the landmark's path, moved beside the body."""
    right, up, _ = axes(figure.azimuth, figure.elevation)
    share = np.linspace(arrow.start, arrow.end, SAMPLES)[:, None]
    rows = postures[0] + share * (postures[-1] - postures[0])
    points = where(place(rows, figure.poses[-1].base, figure.body), arrow.follow)
    ahead = np.gradient(points, axis=0)
    across, rise = ahead @ right, ahead @ up
    length = np.maximum(np.hypot(across, rise), 1e-9)[:, None]
    points = points + arrow.shift[0] * right + arrow.shift[1] * up
    return np.asarray(points + arrow.aside * (np.outer(-rise, right) + np.outer(across, up)) / length)


def draw(points: Array, camera: Camera) -> str:
    """The arrow as a line and a head."""
    flat = project(camera, points)[:, :2]
    steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(flat, axis=0).T))))
    tip, neck = flat[-1], _along(flat, steps, steps[-1] - HEAD_LENGTH)
    back = (tip - neck) / np.hypot(*(tip - neck))
    side = np.array((-back[1], back[0])) * HEAD_HALF
    even = np.stack([_along(flat, steps, at) for at in np.linspace(0, steps[-1] - HEAD_LENGTH * 0.6, SAMPLES)])
    line = curve.path(curve.open_curve(even, FIT_ERROR), closed=False)
    head = svg.polygon(np.stack((tip, neck + side, neck - side)))
    return svg.drawn(
        line, fill="none", stroke=color("arrow"), stroke_width=LINE_WIDTH, stroke_linecap="round"
    ) + svg.drawn(head, fill=color("arrow"))


def _along(flat: Array, steps: Array, at: float) -> Array:
    return np.array([np.interp(at, steps, flat[:, axis]) for axis in (0, 1)])
