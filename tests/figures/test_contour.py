"""Tracing masks and borders, and fitting curves to them."""

import numpy as np
import pytest

from backstride.figures.drawing import svg
from backstride.figures.drawing.contour import area, chains, hysteresis, loops, smooth
from backstride.figures.drawing.curve import closed_curve, open_curve, path
from backstride.figures.drawing.layers import Borders, outer_borders


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


def test_curves_take_few_pieces() -> None:
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    ring = 100 + 80 * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    assert len(closed_curve(ring, 0.5)) <= 4


def test_every_piece_begins_where_the_last_one_ends() -> None:
    x = np.arange(300.0)
    pieces = open_curve(np.stack((x, 40 * np.sin(x / 20) + 9 * np.sin(x / 5)), axis=1), 0.6)
    assert len(pieces) > 3
    for before, after in zip(pieces, pieces[1:], strict=False):
        assert after[0] == pytest.approx(before[-1])
        bend = np.cross(np.append(before[3] - before[2], 0), np.append(after[1] - after[0], 0))[2]
        assert abs(bend) < 1e-6


def _borders(mask: np.ndarray) -> Borders:
    return Borders(mask[:, :-1] != mask[:, 1:], mask[:-1] != mask[1:])


def test_rings_that_would_fill_with_ink_are_left_out() -> None:
    everywhere = np.ones((60, 60), dtype=bool)
    assert svg.lines(_borders(_disc(60, 6)), everywhere) == ""
    assert svg.lines(_borders(_disc(60, 20)), everywhere) != ""


def test_lines_under_the_outline_are_left_out() -> None:
    body = np.zeros((60, 60), dtype=bool)
    body[10:50, 10:50] = True
    near_edge, inside = (Borders(np.zeros((60, 59), dtype=bool), np.zeros((59, 60), dtype=bool)) for _ in range(2))
    near_edge.beside[15:40, 12] = inside.beside[15:40, 30] = True
    assert svg.lines(near_edge, svg.deep(body)) == ""
    assert svg.lines(inside, svg.deep(body)) != ""


def test_the_outline_is_cut_where_a_prop_stands_before_the_body() -> None:
    body, hidden = np.zeros((40, 40), dtype=bool), np.zeros((40, 40), dtype=bool)
    body[10:30, 10:20] = hidden[10:30, 20:30] = True
    behind, before = outer_borders(body, hidden)
    assert before.beside.sum() == 20 and before.beside[10:30, 19].all()
    assert behind.beside[10:30, 9].all() and not behind.beside[:, 19].any()
