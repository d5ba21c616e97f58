"""SVG text: elements, polygons, and masks or borders traced into curves."""

import numpy as np
from scipy.ndimage import binary_erosion

from backstride.figures.body.skeleton import Array
from backstride.figures.drawing import contour, curve
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.layers import Borders
from backstride.figures.themes import color

FIT_ERROR = 0.7
# Smoothed points lie closer together than curves need.
EVERY = 2
SMALLEST_PATCH = 60.0
SHORTEST_LINE = 8
SMALLEST_RING, OUTLINE_REACH = 18, 5


def attributes(**values: str | float) -> str:
    """Attributes in the given order; underscores become hyphens."""
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in values.items())


def drawn(data: str, **values: str | float) -> str:
    """A path element, or nothing when there is nothing to draw."""
    return f'<path{attributes(**values)} d="{data}"/>' if data else ""


def veil(data: str, strength: float) -> str:
    """A path that darkens what is below it with the line color."""
    return drawn(data, fill=color("line"), fill_opacity=strength)


def group(content: str, **values: str | float) -> str:
    """A group element, or nothing when it is empty."""
    return f"<g{attributes(**values)}>{content}</g>" if content else ""


def polygon(points: Array) -> str:
    """Path text of a closed polygon in whole units."""
    corners = np.rint(points).astype(int)
    steps = np.diff(corners, axis=0).tolist()
    return f"M{corners[0][0]} {corners[0][1]}" + "".join(f"l{x} {y}" for x, y in steps) + "z"


def area(mask: Mask, smallest: float = SMALLEST_PATCH, error: float = FIT_ERROR) -> str:
    """Path text around a mask, holes included."""
    text = []
    for loop in contour.loops(mask, smallest):
        points = contour.smooth(loop, closed=True)[::EVERY]
        text.append(curve.path(curve.closed_curve(points, error), closed=True))
    return "".join(text)


def _matters(chain: Array, body: Mask) -> bool:
    """Whether a line inside the body is neither a ring that would fill with ink nor hidden under the outline."""
    rows, columns = (chain[:, ::-1].astype(int) - 1).clip(0).T
    closed = (chain[0] == chain[-1]).all() and np.ptp(chain, axis=0).max() < SMALLEST_RING
    return not closed and bool(body[rows, columns].any())


def deep(body: Mask) -> Mask:
    """Pixels of the body that its outline does not cover."""
    return np.asarray(binary_erosion(body, iterations=OUTLINE_REACH))


def lines(borders: Borders, within: Mask | None = None, shortest: int = SHORTEST_LINE, error: float = FIT_ERROR) -> str:
    """Path text along borders between pixels; only those that come `within` a mask, where one is given."""
    text = []
    for chain in contour.chains(borders.beside, borders.below, shortest):
        if within is not None and not _matters(chain, within):
            continue
        points = contour.smooth(chain, closed=False)
        text.append(curve.path(curve.open_curve(points, error), closed=False))
    return "".join(text)
