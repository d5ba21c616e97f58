"""The committed pictures are exactly what the poses and the renderer give."""

import gzip
import json
from pathlib import Path

import pytest

from backstride.figures import body_chart, build, manifest
from backstride.figures.body.skeleton import INDEX
from backstride.figures.drawing import chart
from backstride.figures.posing import files

# Every kind of position, prop and body; `backstride figures check --redraw` compares all of them.
SAMPLE = ("AER02", "BRG01", "COR07-knees", "FUN06", "HAM02", "HIP01", "REL03", "drive-seat")
SOLVED = ("BRG01", "FUN02", "HIP01", "REL06")
MOST_TRACKS = 30 * 1024


def test_every_pose_file_is_drawn_as_it_is_now() -> None:
    assert manifest.findings(files.all_ids()) == []


@pytest.mark.parametrize("figure_id", SAMPLE)
def test_drawing_again_gives_the_same_bytes(figure_id: str) -> None:
    assert build.compare(figure_id) == []


@pytest.mark.parametrize("figure_id", SOLVED)
def test_solving_again_gives_the_same_postures(figure_id: str) -> None:
    figure = files.read(figure_id)
    solved = build.solved(figure).frames
    for again, frame in zip(build.move(figure).frames, solved, strict=True):
        assert again.posture[3:] == pytest.approx(frame.posture[3:], abs=0.3)
        assert again.posture[:3] == pytest.approx(frame.posture[:3], abs=0.003)


@pytest.mark.parametrize(("name", "side"), [("body-back", "back"), ("body-front", "front")])
def test_body_charts_are_what_the_body_gives(name: str, side: str) -> None:
    assert chart.draw(name) == body_chart(side)


def test_a_picture_touched_by_hand_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in manifest.owned("REL01"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), encoding="utf-8")
    monkeypatch.setattr(manifest, "DRAWN", tmp_path)
    assert manifest.findings(["REL01"]) == []
    picture = tmp_path / "REL01-1.svg"
    picture.write_text(picture.read_text("utf-8").replace("M", "M ", 1), encoding="utf-8")
    assert [finding.part for finding in manifest.findings(["REL01"])] == ["REL01-1.svg"]


def test_a_pose_file_that_changed_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "content", lambda figure_id: {"id": figure_id})
    assert [finding.part for finding in manifest.findings(["REL01"])] == ["pose file"]


def test_tracks_hold_every_figure_and_stay_small() -> None:
    assert tuple(sorted(json.loads(build.TRACKS.read_text("utf-8")))) == files.all_ids()
    assert tuple(sorted(json.loads(build.TARGETS.read_text("utf-8")))) == files.all_ids()
    assert len(gzip.compress(build.TRACKS.read_bytes(), mtime=0)) <= MOST_TRACKS


def test_a_track_gives_the_angles_of_its_frames() -> None:
    track = json.loads(build.TRACKS.read_text("utf-8"))["BRG01"]
    frames = build.solved(files.read("BRG01")).frames
    steps = track["angles"]["hip_R.flexion"]
    angles = [sum(steps[: number + 1]) for number in range(len(steps))]
    wanted = [frame.posture[INDEX["hip_R.flexion"]] for frame in frames]
    assert angles == pytest.approx(wanted, abs=1.01)
    assert len(track["frames"]) == len(track["seconds"])
    assert sum(track["seconds"]) == pytest.approx(100 * sum(s.move + s.hold for s in files.read("BRG01").cycle), abs=15)
