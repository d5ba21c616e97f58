"""Tracing masks and borders, and fitting curves to them."""

import numpy as np
import pytest

from backstride.figures.drawing.contour import area, chains, hysteresis, loops, smooth
from backstride.figures.drawing.curve import closed_curve, open_curve, path


def _disc(size: int, radius: float) -> np.ndarray:
    rows, columns = np.indices((size, size)) + 0.5
    return (rows - size / 2) ** 2 + (columns - size / 2) ** 2 < radius**2


def test_a_mask_is_enclosed_once() -> None:
    mask = _disc(60, 20)
    (loop,) = loops(mask)
    assert abs(area(loop)) == mask.sum()


def test_a_hole_runs_the_other_way() -> None:
    mask = _disc(80, 30) & ~_disc(80, 12)
    signs = {np.sign(area(loop)) for loop in loops(mask)}
    assert signs == {-1.0, 1.0}


def test_touching_corners_make_two_loops() -> None:
    mask = np.zeros((20, 20), dtype=bool)
    mask[2:9, 2:9] = mask[9:16, 9:16] = True
    assert sorted(abs(area(loop)) for loop in loops(mask)) == [49, 49]


def test_small_spots_are_left_out() -> None:
    mask = np.zeros((20, 20), dtype=bool)
    mask[3:5, 3:5] = True
    assert loops(mask) == []


def test_a_border_becomes_one_chain() -> None:
    beside = np.zeros((20, 9), dtype=bool)
    beside[4:16, 5] = True
    (chain,) = chains(beside, np.zeros((19, 10), dtype=bool))
    assert chain[:, 0] == pytest.approx(np.full(13, 6.0))


def test_smoothing_keeps_open_ends() -> None:
    points = np.stack((np.arange(30.0), np.arange(30) % 2), axis=1)
    smoothed = smooth(points, closed=False)
    assert smoothed[0] == pytest.approx(points[0])
    assert smoothed[-1] == pytest.approx(points[-1])
    assert np.ptp(smoothed[10:20, 1]) < 0.2


def test_weak_borders_live_only_beside_strong_ones() -> None:
    strength = np.array([[0.0, 0.7, 1.2, 0.7, 0.0, 0.7]])
    assert hysteresis(strength, 0.5, 1.0, (1, 0)).tolist() == [[False, True, True, True, False, False]]


@pytest.mark.parametrize("error", [0.3, 1.0])
def test_curves_stay_near_a_circle(error: float) -> None:
    angle = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    ring = 100 + 50 * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    t = np.linspace(0, 1, 30)[:, None]
    for a, b, c, d in closed_curve(ring, error):
        curve = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
        assert np.abs(np.hypot(*(curve - 100).T) - 50).max() < error + 0.05


def test_a_straight_line_is_written_as_one() -> None:
    points = np.stack((np.arange(50.0), np.full(50, 7.0)), axis=1)
    assert path(open_curve(points, 0.5), closed=False) == "M0 7l49 0"
