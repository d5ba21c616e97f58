"""Parallel strokes cut to the shape of a mask, for paper: neither pattern nor clip path, which not every program knows."""

import numpy as np

from backstride.figures.drawing.contour import Mask

STEP = 17
SHORTEST = 5


def _runs(seen: Mask) -> list[tuple[int, int]]:
    """Start and length of every unbroken run that is long enough to draw."""
    change = np.flatnonzero(np.diff(np.concatenate(([False], seen, [False]))))
    return [(start, end - start) for start, end in change.reshape(-1, 2).tolist() if end - start >= SHORTEST]


def strokes(mask: Mask, step: int = STEP) -> str:
    """Path text of strokes rising to the right, `step` units apart along each axis."""
    last = mask.shape[1] - 1
    flipped, text = mask[:, ::-1], []
    for total in range(step, sum(mask.shape) - 1, step):
        offset = last - total
        row = max(0, -offset)
        for start, length in _runs(flipped.diagonal(offset)):
            text.append(f"M{total - row - start} {row + start}l{-length} {length}")
    return "".join(text)
