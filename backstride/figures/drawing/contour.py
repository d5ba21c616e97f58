"""From pixel masks and pixel borders to smooth point chains on the lattice of pixel corners."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from backstride.figures.body.skeleton import Array

Mask = NDArray[np.bool_]
Node = tuple[int, int]
SMOOTHING = 3.0


def _directed(mask: Mask) -> dict[Node, list[Node]]:
    """Border steps of a mask with the inside on the right hand, as start -> ends."""
    padded = np.pad(mask, 1)
    steps: dict[Node, list[Node]] = defaultdict(list)
    for row_shift, column_shift, start, end in (
        (-1, 0, (0, 0), (0, 1)),
        (0, 1, (0, 1), (1, 1)),
        (1, 0, (1, 1), (1, 0)),
        (0, -1, (1, 0), (0, 0)),
    ):
        outside = ~np.roll(padded, (-row_shift, -column_shift), (0, 1))
        rows, columns = np.nonzero(padded & outside)
        for row, column in zip((rows - 1).tolist(), (columns - 1).tolist(), strict=True):
            steps[(row + start[0], column + start[1])].append((row + end[0], column + end[1]))
    return steps


def _sharpest_right(here: Node, came: Node, ends: list[Node]) -> Node:
    """At a corner shared by two loops, stay with the pixel on the right hand."""
    down, across = here[0] - came[0], here[1] - came[1]
    right = (here[0] + across, here[1] - down)
    return right if right in ends else ends[0]


def loops(mask: Mask, smallest: float = 30.0) -> list[Array]:
    """Closed borders of a mask as (x, y) lattice points, outer ones clockwise; drops loops under `smallest` square pixels."""
    steps = _directed(mask)
    found = []
    while steps:
        start = min(steps)
        chain, here, came = [start], start, (start[0], start[1] - 1)
        while True:
            ends = steps[here]
            following = _sharpest_right(here, came, ends)
            ends.remove(following)
            if not ends:
                del steps[here]
            came, here = here, following
            if here == start:
                break
            chain.append(here)
        points = np.array(chain, dtype=float)[:, ::-1]
        if abs(area(points)) >= smallest:
            found.append(points)
    return found


def area(points: Array) -> float:
    """Signed area of a closed chain."""
    x, y = points.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def _links(beside: Mask, below: Mask) -> dict[Node, list[Node]]:
    """Undirected border steps: `beside[r, c]` between columns c and c + 1, `below[r, c]` between rows r and r + 1."""
    links: dict[Node, list[Node]] = defaultdict(list)
    for row, column in np.argwhere(beside).tolist():
        _join(links, (row, column + 1), (row + 1, column + 1))
    for row, column in np.argwhere(below).tolist():
        _join(links, (row + 1, column), (row + 1, column + 1))
    return links


def _join(links: dict[Node, list[Node]], a: Node, b: Node) -> None:
    links[a].append(b)
    links[b].append(a)


def _walk(links: dict[Node, list[Node]], start: Node) -> list[Node]:
    """Follow unused steps from `start`, straight on where there is a choice, until there are none."""
    chain = [start]
    while links.get(chain[-1]):
        here = chain[-1]
        ends = links[here]
        ahead = (2 * here[0] - chain[-2][0], 2 * here[1] - chain[-2][1]) if len(chain) > 1 else ends[0]
        following = ahead if ahead in ends else min(ends)
        ends.remove(following)
        links[following].remove(here)
        chain.append(following)
    return chain


def chains(beside: Mask, below: Mask, shortest: int = 8) -> list[Array]:
    """Open lines along pixel borders as (x, y) lattice points; drops those under `shortest` steps."""
    links = _links(beside, below)
    found: list[Array] = []
    while True:
        alive = [node for node, ends in links.items() if ends]
        if not alive:
            return found
        odd = [node for node in alive if len(links[node]) % 2]
        chain = _walk(links, min(odd or alive))
        if len(chain) > shortest:
            found.append(np.array(chain, dtype=float)[:, ::-1])


def smooth(points: Array, closed: bool, sigma: float = SMOOTHING) -> Array:
    """Gaussian smoothing along the chain; open ends stay where they are."""
    if closed:
        return np.asarray(gaussian_filter1d(points, sigma, axis=0, mode="wrap"))
    reach = min(len(points) - 1, int(4 * sigma) + 1)
    before = 2 * points[0] - points[reach:0:-1]
    after = 2 * points[-1] - points[-2 : -reach - 2 : -1]
    padded = np.concatenate((before, points, after))
    return np.asarray(gaussian_filter1d(padded, sigma, axis=0, mode="nearest")[reach : reach + len(points)])


def hysteresis(strength: Array, low: float, high: float, shape_shift: tuple[int, int]) -> Mask:
    """Border steps above `high`, continued along neighbors above `low` (along and across the border direction)."""
    strong, weak = strength > high, strength > low
    down, across = shape_shift
    while True:
        bigger = strong.copy()
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                if abs(row) <= max(down, 1) and abs(column) <= max(across, 1):
                    bigger |= np.roll(strong, (row, column), (0, 1))
        bigger &= weak
        if (bigger == strong).all():
            return strong
        strong = bigger
