"""Pose files are refused with file, pose and key when they say something unknown."""

from copy import deepcopy
from typing import Any

import pytest

from backstride.figures.posing.files import PoseError, all_ids, parse, read

GOOD: dict[str, Any] = {
    "id": "TST01",
    "name": "Test",
    "base": "supine",
    "camera": {"azimuth": 10, "elevation": 8},
    "props": ["mat"],
    "muscles": ["glutes_R"],
    "always": {"joints": {"knee": 90, "knee_L": 100}, "contacts": ["head"]},
    "poses": {"down": {"says": "Lie down.", "joints": {"hip": [50, 3]}, "contacts": ["pelvis"]}},
}


def _with(path: str, value: Any) -> dict[str, Any]:
    data = deepcopy(GOOD)
    *parents, last = path.split("/")
    target = data
    for key in parents:
        target = target[key]
    target[last] = value
    return data


def test_a_good_file_is_read() -> None:
    pose = parse("TST01.yaml", GOOD).poses[0]
    assert pose.angles["hip_L.abduction"] == 3
    assert [contact.region for contact in pose.contacts] == ["head", "pelvis"]


def test_one_side_wins_over_both() -> None:
    pose = parse("TST01.yaml", GOOD).poses[0]
    assert (pose.angles["knee_R.flexion"], pose.angles["knee_L.flexion"]) == (90, 100)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("colour", "red", ["colour"]),
        ("base", "floating", ["pose down", "base", "floating"]),
        ("camera/zoom", 2, ["zoom"]),
        ("props", ["trampoline"], ["props", "trampoline"]),
        ("props", [{"chair": {"height": 1}}], ["height"]),
        ("muscles", ["brain"], ["muscles", "brain"]),
        ("arrow", {"follow": "tail"}, ["arrow", "tail"]),
        ("arrow", {"follow": "chin", "color": "red"}, ["color"]),
        ("poses/down/joint", {}, ["pose down", "joint"]),
        ("poses/down/joints", {"knees": 3}, ["pose down", "knees"]),
        ("poses/down/joints", {"pelvis_R": 3}, ["pose down", "pelvis_R"]),
        ("poses/down/joints", {"knee": [1, 2]}, ["pose down", "knee", "flexion"]),
        ("poses/down/joints", {"knee": "bent"}, ["pose down", "knee"]),
        ("poses/down/contacts", ["wing"], ["pose down", "contacts", "wing"]),
        ("poses/down/contacts", ["head@moon"], ["pose down", "contacts", "moon"]),
        ("poses/down/reach", {"palm_R": "sky"}, ["pose down", "reach", "sky"]),
        ("poses/down/reach", {"palm_R": [1, 2]}, ["pose down", "reach", "palm_R"]),
        ("poses/down/soft", ["hip.wiggle"], ["pose down", "soft", "hip.wiggle"]),
    ],
)
def test_unknown_words_are_refused(path: str, value: Any, words: list[str]) -> None:
    with pytest.raises(PoseError) as refusal:
        parse("TST01.yaml", _with(path, value))
    assert all(word in str(refusal.value) for word in ["TST01.yaml", *words])


@pytest.mark.parametrize("key", ["id", "name", "base", "camera", "poses"])
def test_missing_keys_are_named(key: str) -> None:
    data = deepcopy(GOOD)
    del data[key]
    with pytest.raises(PoseError, match=f"TST01.yaml, key {key}: is missing"):
        parse("TST01.yaml", data)


def test_the_id_is_the_file_name() -> None:
    with pytest.raises(PoseError, match="OTHER.yaml, key id"):
        parse("OTHER.yaml", GOOD)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(PoseError, match=r"NONE\.yaml"):
        read("NONE")


@pytest.mark.parametrize("exercise_id", all_ids())
def test_every_pose_says_what_to_do(exercise_id: str) -> None:
    assert all(pose.says.endswith(".") and pose.says[0].isupper() for pose in read(exercise_id).poses)
