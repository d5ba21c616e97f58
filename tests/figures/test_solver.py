"""Solved postures touch what they should, stay in joint range and keep their symmetry."""

import numpy as np
import pytest

from backstride.figures.body.skeleton import INDEX, LIMITS, SIDES, mirrored, place
from backstride.figures.body.surface import sections
from backstride.figures.posing.files import all_ids, read
from backstride.figures.posing.solver import faults, solve

SYMMETRIC = ["REL03", "REL08", "BRG01"]


@pytest.mark.parametrize("exercise_id", all_ids())
def test_nothing_floats_sinks_or_overbends(exercise_id: str) -> None:
    figure = read(exercise_id)
    postures = solve(figure)
    assert faults(figure, postures) == []
    for posture in postures:
        over = [n for n, limit in LIMITS.items() if not limit.low - 1 <= posture[INDEX[n]] <= limit.high + 1]
        assert over == []


@pytest.mark.parametrize("exercise_id", SYMMETRIC)
def test_a_symmetric_pose_stays_symmetric(exercise_id: str) -> None:
    for posture in solve(read(exercise_id)):
        angles = [INDEX[name] for name in LIMITS]
        assert posture[angles] == pytest.approx(mirrored(posture)[angles], abs=0.5)


def test_a_shared_contact_does_not_slide() -> None:
    figure = read("BRG01")
    down, up = (sections(place(row[None], "supine"))[0] for row in solve(figure))
    feet = [number for number, center in enumerate(down.mean(axis=1)) if center[2] < 0.06 and center[0] > 0.3]
    slide = np.linalg.norm(down[feet].mean(axis=(0, 1)) - up[feet].mean(axis=(0, 1)))
    assert len(feet) > len(SIDES)
    assert slide < 0.008
