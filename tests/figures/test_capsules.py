"""Capsules fill the skin, meet nowhere in a relaxed person and tell how deep which parts are inside each other."""

import numpy as np
import pytest

from backstride.figures.body.capsules import PAIRS, PARTS, Capsules, deepest, depths, overlaps
from backstride.figures.body.landmarks import where
from backstride.figures.body.skeleton import BASES, INDEX, LIMITS, ORDER, Array, Frames, mirrored, place, relaxed
from backstride.figures.body.surface import sections

SAMPLES, ROUNDS = 41, 8
HAND = [ORDER[f"{joint}_R"] for joint in ("wrist", "fingers", "fingertips")]


def _spread(count: int) -> Array:
    """Postures within all joint ranges, the same ones every time."""
    shares = np.random.default_rng(7).uniform(0.1, 0.9, (count, len(LIMITS)))
    low, high = (np.array([getattr(limit, end) for limit in LIMITS.values()]) for end in ("low", "high"))
    rows = np.tile(relaxed(), (count, 1))
    rows[:, [INDEX[name] for name in LIMITS]] = low + shares * (high - low)
    return rows


def _invented(seed: int, count: int, thickest: float) -> Capsules:
    numbers = np.random.default_rng(seed)
    start, way = numbers.uniform(-1, 1, (2, 3, count, 1))
    radius, last_radius = numbers.uniform(0, thickest, (2, count, 1))
    return Capsules(start, way, radius, last_radius - radius)


def _searched(one: Capsules, other: Capsules, pair: int) -> float:
    """The deepest overlap at many places of both segments, searched again more finely around the best ones."""
    low, high = np.zeros(2), np.ones(2)
    for _ in range(ROUNDS):
        first, second = np.meshgrid(*np.linspace(low, high, SAMPLES).T, indexing="ij")
        here = one.start[:, pair, :, None] + one.way[:, pair, :, None] * first
        there = other.start[:, pair, :, None] + other.way[:, pair, :, None] * second
        radii = one.radius[pair] + one.gain[pair] * first + other.radius[pair] + other.gain[pair] * second
        depth = radii - np.linalg.norm(here - there, axis=0)
        best = np.unravel_index(depth.argmax(), depth.shape)
        middle, reach = np.array((first[best], second[best])), (high - low) / 8
        low, high = np.maximum(middle - reach, 0), np.minimum(middle + reach, 1)
    return float(depth.max())


@pytest.mark.parametrize("thickest", [0.0, 0.3])
def test_depth_equals_a_search_along_both_segments(thickest: float) -> None:
    one, other = _invented(1, 200, thickest), _invented(2, 200, thickest)
    assert depths(one, other)[:, 0] == pytest.approx([_searched(one, other, pair) for pair in range(200)], abs=1e-6)


def _upright(start: tuple[float, float, float], tilt: float, radius: float, gain: float) -> Capsules:
    place, way = (np.array(vector).reshape(3, 1, 1) for vector in (start, (0.0, tilt, 1.0)))
    return Capsules(place, way, np.array([[radius]]), np.array([[gain]]))


@pytest.mark.parametrize("tilt", [0.0, 1e-9, 1e-7, 1e-5, 1e-3])
@pytest.mark.parametrize(("shift", "depth"), [(0.0, 0.07), (0.5, 0.06), (-0.5, 0.07), (1.2, -0.0736)])
def test_parallel_capsules_make_no_jump(tilt: float, shift: float, depth: float) -> None:
    """They stand 0.1 apart; the first thins out from 0.12 to 0.10, the second is 0.05 thick all along."""
    one, other = _upright((0.0, 0.0, 0.0), 0.0, 0.12, -0.02), _upright((0.1, 0.0, shift), tilt, 0.05, 0.0)
    assert depths(one, other)[0, 0] == pytest.approx(depth, abs=1e-4)


def test_ten_times_smaller_steps_change_depths_ten_times_less() -> None:
    first, last = _spread(2)
    coarse, fine = (
        np.abs(np.diff(overlaps(place(np.linspace(first, last, count + 1), "standing")), axis=0)).max(axis=0)
        for count in (200, 2000)
    )
    assert np.all(fine < 0.15 * coarse)


def test_a_batch_gives_what_each_posture_gives_alone() -> None:
    rows = _spread(70)
    alone = [overlaps(place(row[None], "prone"))[0] for row in rows]
    assert overlaps(place(rows, "prone")) == pytest.approx(np.array(alone), abs=1e-12)


@pytest.mark.parametrize("base", sorted(BASES))
def test_a_relaxed_person_overlaps_nowhere(base: str) -> None:
    assert overlaps(place(relaxed()[None], base)).max() < 0.008


def test_the_fuller_body_has_thicker_capsules() -> None:
    slim, full = (overlaps(place(relaxed()[None], "standing", body))[0] for body in ("adult", "older"))
    trunk = np.array(["trunk" in pair for pair in PAIRS])
    assert np.all(full[trunk] > slim[trunk] + 0.002)
    assert np.all(full > slim - 0.002)


def _with_hand_before_chest(sink: float) -> Frames:
    """A standing person whose right palm lies flat on the chest, `sink` meters behind its skin."""
    row = relaxed()
    row[[INDEX["forearm_R.pronation"], INDEX["fingers_R.flexion"]]] = 175.0, 0.0
    frames = place(row[None], "standing")
    skin = sections(frames)[0].reshape(-1, 3)
    near = skin[np.all(np.abs(skin[:, 1:] - (-0.05, 1.25)) < 0.03, axis=1)]
    goal = np.array((near[:, 0].max() - sink, -0.05, 1.25))
    frames.places[:, HAND] += goal - where(frames, "palm_R")
    return frames


@pytest.mark.parametrize("sink", [-0.05, 0.0, 0.03, 0.06])
def test_a_hand_in_the_chest_is_told_as_deep_as_it_is(sink: float) -> None:
    found = deepest(_with_hand_before_chest(sink))
    assert found["hand_R", "trunk"] == pytest.approx(sink, abs=0.01)
    assert max((depth, pair) for pair, depth in found.items() if "hand_R" in pair)[1] == ("hand_R", "trunk")
    assert found["hand_L", "trunk"] < 0


def _other_side(part: str) -> str:
    return part[:-1] + {"R": "L", "L": "R"}[part[-1]] if part[-2:] in ("_R", "_L") else part


def test_the_mirrored_posture_overlaps_on_the_other_side() -> None:
    for row in _spread(5):
        found, twin = (deepest(place(one[None], "standing")) for one in (row, mirrored(row)))
        swapped = {tuple(sorted(map(_other_side, pair))): depth for pair, depth in twin.items()}
        assert swapped == pytest.approx(found, abs=1e-9)


def test_pairs_are_sorted_and_name_every_part() -> None:
    assert all(one < other for one, other in PAIRS)
    assert {part for pair in PAIRS for part in pair} == set(PARTS)


@pytest.mark.parametrize(
    "pair", [("head", "neck"), ("neck", "trunk"), ("shank_R", "thigh_R"), ("forearm_L", "upper_arm_L")]
)
def test_neighbors_are_not_compared(pair: tuple[str, str]) -> None:
    assert pair not in PAIRS


@pytest.mark.parametrize(
    "pair", [("shank_L", "thigh_R"), ("foot_R", "shank_L"), ("hand_L", "hand_R"), ("head", "trunk")]
)
def test_limbs_of_both_sides_and_distant_parts_are_compared(pair: tuple[str, str]) -> None:
    assert pair in PAIRS
