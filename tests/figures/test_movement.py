"""Key poses and the frames between them: they touch what they should, nothing slides, and the order is the cycle's."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from backstride.figures.body.skeleton import INDEX, LIMITS, mirrored
from backstride.figures.posing.files import read
from backstride.figures.posing.movement import MOST_FRAMES, Movement, move

SYMMETRIC = ["REL03", "REL09", "BRG01"]


@cache
def _moved(figure_id: str) -> Movement:
    return move(read(figure_id))


@pytest.mark.parametrize("figure_id", SYMMETRIC)
def test_a_symmetric_movement_stays_symmetric(figure_id: str) -> None:
    angles = [INDEX[name] for name in LIMITS]
    for frame in _moved(figure_id).frames:
        assert frame.posture[angles] == pytest.approx(mirrored(frame.posture)[angles], abs=0.5)


def test_one_round_takes_as_long_as_its_steps() -> None:
    figure = read("BRG01")
    wanted = sum(step.move + step.hold for step in figure.cycle)
    assert sum(shown.seconds for shown in _moved("BRG01").cycle) == pytest.approx(wanted)


def test_the_way_back_is_the_way_there_backward() -> None:
    order = [shown.frame for shown in _moved("BRG01").cycle]
    top = order.index(1)
    assert order[0] == 0
    assert order[1:top] == order[top + 1 :][::-1]
    assert len(set(order)) == len(_moved("BRG01").frames) <= MOST_FRAMES


def test_the_held_pose_is_seen_longest() -> None:
    movement = _moved("BRG01")
    assert max(movement.cycle, key=lambda shown: shown.seconds).frame == 1


def test_the_second_half_of_walking_is_the_mirror_image_of_the_first() -> None:
    movement = _moved("AER02")
    half = len(movement.cycle) // 2
    frames = [movement.frames[shown.frame] for shown in movement.cycle]
    for first, second in zip(frames[:half], frames[half:], strict=True):
        assert second.twin
        assert second.posture == pytest.approx(mirrored(first.posture))


def test_frames_change_little_by_little() -> None:
    movement = _moved("BRG01")
    rows = np.stack([movement.frames[shown.frame].posture for shown in movement.cycle])[:, 3:]
    whole = np.ptp(rows, axis=0).max()
    assert np.abs(np.diff(rows, axis=0)).max() < 0.4 * whole


def test_solved_postures_are_taken_as_they_are() -> None:
    movement = _moved("BRG01")
    again = move(read("BRG01"), [frame.posture for frame in movement.frames])
    assert all((a.posture == b.posture).all() for a, b in zip(movement.frames, again.frames, strict=True))
    assert again.cycle == movement.cycle


def test_a_single_pose_does_not_move() -> None:
    assert _moved("REL01").cycle == ()


def test_poses_of_different_bases_are_not_joined() -> None:
    figure = read("BRG01")
    first, second = figure.poses
    assert move(replace(figure, poses=(first, replace(second, base="prone")))).cycle == ()
