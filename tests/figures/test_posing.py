"""Pose files are refused with file, pose and key when they say something unknown."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from backstride.figures.posing.figure import PoseError, Step
from backstride.figures.posing.files import USUAL_HOLD, USUAL_MOVE, all_ids, parse, read

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
        ("base", "floating", ["base", "floating"]),
        ("poses/down/base", "floating", ["pose down", "base", "floating"]),
        ("body", "giant", ["body", "adult", "older"]),
        ("cycle", [{"pose": "up", "move": 1}], ["cycle", "up"]),
        ("cycle", [{"pose": "down", "move": 0}], ["cycle", "move"]),
        ("cycle", [{"pose": "down", "move": 1, "wait": 2}], ["cycle", "wait"]),
        ("overlaps", [["hand_R", "wing"]], ["overlaps", "wing"]),
        ("slides", ["wing"], ["slides", "wing"]),
        ("callouts", {"tail": "Tuck it"}, ["callouts", "tail"]),
        ("callouts", {"chin": "x" * 41}, ["callouts", "chin"]),
        ("check", {"view": "above"}, ["check", "view"]),
        ("always", {"joint": {}}, ["pose always", "joint"]),
        ("camera/zoom", 2, ["zoom"]),
        ("props", ["trampoline"], ["props", "trampoline"]),
        ("props", [{"chair": {"seat": 0.4, "height": 1}}], ["props.chair.height"]),
        ("props", [{"chair": {"seat": 0.4}}, {"chair": {"seat": 0.5}}], ["props", "plane seat"]),
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


def test_a_form_takes_over_what_it_does_not_change(tmp_path: Path) -> None:
    write = YAML(typ="safe").dump
    write(GOOD, tmp_path / "TST01.yaml")
    change = {"id": "TST01-small", "like": "TST01", "muscles": None, "poses": {"down": {"joints": {"hip": 20}}}}
    write(change, tmp_path / "TST01-small.yaml")
    form = read("TST01-small", tmp_path)
    assert form.muscles == ()
    assert form.poses[0].angles["hip_R.flexion"] == 20
    assert form.poses[0].angles["knee_L.flexion"] == 100
    assert [contact.region for contact in form.poses[0].contacts] == ["head", "pelvis"]


@pytest.mark.parametrize("like", ["TST01", "NONE"])
def test_a_form_of_nothing_is_refused(like: str, tmp_path: Path) -> None:
    YAML(typ="safe").dump({"id": "TST01", "like": like}, tmp_path / "TST01.yaml")
    with pytest.raises(PoseError, match="TST01.yaml, key like"):
        read("TST01", tmp_path)


def test_poses_without_a_cycle_follow_each_other() -> None:
    assert parse("TST01.yaml", GOOD).cycle == (Step(0, USUAL_MOVE, USUAL_HOLD),)


@pytest.mark.parametrize("exercise_id", all_ids())
def test_every_pose_says_what_to_do(exercise_id: str) -> None:
    assert all(pose.says.endswith(".") and pose.says[0].isupper() for pose in read(exercise_id).poses)
