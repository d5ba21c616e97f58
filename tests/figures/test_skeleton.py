"""Forward kinematics: bones keep their length, joints bend the right way, left mirrors right."""

import numpy as np
import pytest

from backstride.figures.body.landmarks import where
from backstride.figures.body.skeleton import (
    BASES,
    INDEX,
    JOINTS,
    LIMITS,
    ORDER,
    PLACES,
    Array,
    mirrored,
    place,
    relaxed,
)
from backstride.figures.body.surface import sections

FLIP = np.array([1.0, -1.0, 1.0])


def _postures(count: int) -> Array:
    """Postures spread over all joint ranges, the same ones every time."""
    rows = np.tile(relaxed(), (count, 1))
    for number, (name, limit) in enumerate(LIMITS.items()):
        share = (np.arange(count) * (0.37 + 0.013 * number)) % 1.0
        rows[:, INDEX[name]] = limit.low + share * (limit.high - limit.low)
    return rows


def _bent(**angles: float) -> Array:
    row = relaxed()
    for name, value in angles.items():
        row[INDEX[name.replace("__", ".")]] = value
    return row[None]


@pytest.mark.parametrize("base", sorted(BASES))
def test_bones_keep_their_length(base: str) -> None:
    places = place(_postures(40), base).places
    for number, joint in enumerate(JOINTS[1:], 1):
        parent = ORDER[str(joint.parent)]
        length = np.linalg.norm(places[:, number] - places[:, parent], axis=1)
        assert length == pytest.approx(np.full(40, np.linalg.norm(PLACES[number] - PLACES[parent])), abs=1e-6)


@pytest.mark.parametrize("base", sorted(BASES))
def test_a_base_is_a_rotation(base: str) -> None:
    assert BASES[base] @ BASES[base].T == pytest.approx(np.eye(3))
    assert np.linalg.det(BASES[base]) == pytest.approx(1.0)


def test_mirrored_posture_is_the_mirror_image() -> None:
    postures = _postures(6)
    twins = np.stack([mirrored(row) for row in postures])
    for right, left in (("palm_R", "palm_L"), ("toe_R", "toe_L"), ("knee_out_R", "knee_out_L")):
        here, there = where(place(postures, "standing"), right), where(place(twins, "standing"), left)
        assert here * FLIP == pytest.approx(there, abs=1e-9)


def test_skin_of_a_symmetric_posture_is_symmetric() -> None:
    skin = sections(place(relaxed()[None], "standing"))[0]
    assert skin[..., 1].max() == pytest.approx(-skin[..., 1].min(), abs=1e-9)


@pytest.mark.parametrize(
    ("angle", "mark", "axis", "sign"),
    [
        ("knee_R__flexion", "toe_R", 0, -1),
        ("hip_R__flexion", "knee_front_R", 0, 1),
        ("hip_L__abduction", "knee_front_L", 1, 1),
        ("hip_R__rotation", "toe_R", 1, -1),
        ("elbow_L__flexion", "palm_L", 0, 1),
        ("shoulder_R__abduction", "palm_R", 1, -1),
        ("ankle_R__dorsiflexion", "toe_R", 2, 1),
        ("lumbar__flexion", "chin", 0, 1),
        ("neck__twist", "forehead", 1, -1),
    ],
)
def test_positive_angles_bend_the_clinical_way(angle: str, mark: str, axis: int, sign: int) -> None:
    straight, bent = _bent(**{angle: 0.0}), _bent(**{angle: 20.0})
    moved = where(place(bent, "standing"), mark) - where(place(straight, "standing"), mark)
    assert moved[0, axis] * sign > 0.005
