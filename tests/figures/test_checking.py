"""Every check finds what was broken on purpose, and names the figure, the pose, the frame and the part."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from backstride.figures.body.skeleton import INDEX
from backstride.figures.checking import drawn, posed
from backstride.figures.commands import main
from backstride.figures.posing import files
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Movement, move

GOOD = "BRG01"
MIDDLE = 5


@cache
def _good() -> tuple[Figure, Movement]:
    figure = files.read(GOOD)
    return figure, move(figure)


def _bent(number: int, **changes: float) -> list[str]:
    """Findings after some coordinates of one frame were changed by so much."""
    figure, movement = _good()
    frames = list(movement.frames)
    posture = frames[number].posture.copy()
    for name, change in changes.items():
        posture[INDEX[name.replace("__", ".")]] += change
    frames[number] = frames[number]._replace(posture=posture)
    return [str(finding) for finding in posed.findings(figure, replace(movement, frames=tuple(frames)))]


def test_a_good_figure_passes() -> None:
    assert posed.findings(*_good()) == []


@pytest.mark.parametrize(
    ("frame", "changes", "words"),
    [
        (1, {"knee_R__flexion": 70.0}, r"BRG01, pose up, frame 1, knee_R.flexion: \+\d+\.\d degrees beyond its limit"),
        (1, {"knee_R__flexion": 14.0}, r"BRG01, pose up, frame 1, knee_R.flexion: is \+1\d degrees from the authored"),
        (0, {"root__z": 0.02}, r"BRG01, pose down, frame 0, foot_R@floor: contact gap \+\d+ mm"),
        (0, {"root__z": -0.02}, r"BRG01, pose down, frame 0, floor: the body is \d+ mm below it"),
        (MIDDLE, {"root__x": 0.006}, r"BRG01, pose down to up, frame 5, foot_R@floor: slides [5-7]\.\d mm"),
        (MIDDLE, {"knee_L__flexion": 20.0}, r"BRG01, pose down to up, frame \d, knee_L.flexion: a jolt of"),
        (
            1,
            {"shoulder_R__abduction": -75.0},
            r"BRG01, pose up, frame 1, forearm_R and trunk: \d+ mm inside each other",
        ),
    ],
)
def test_what_is_broken_is_named(frame: int, changes: dict[str, float], words: str) -> None:
    assert [finding for finding in _bent(frame, **changes) if re.search(words, finding)], _bent(frame, **changes)


def test_a_body_part_that_presses_on_purpose_is_left_alone() -> None:
    figure, movement = _good()
    frames = list(movement.frames)
    posture = frames[1].posture.copy()
    posture[INDEX["shoulder_R.abduction"]] -= 75.0
    frames[1] = frames[1]._replace(posture=posture)
    allowed = replace(figure, overlaps=frozenset({("forearm_R", "trunk")}))
    found = posed.findings(allowed, replace(movement, frames=tuple(frames)))
    assert not [one for one in found if one.part == "forearm_R and trunk"]


def test_one_wrong_number_in_a_copy_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (files.FOLDER / f"{GOOD}.yaml").read_text("utf-8")
    (tmp_path / f"{GOOD}.yaml").write_text(re.sub(r"knee: 96", "knee: 30", text), encoding="utf-8")
    assert main(["check", "--folder", str(tmp_path), GOOD]) == 1
    said = capsys.readouterr().out
    assert re.search(r"BRG01, pose up, frame 1, knee_[RL]\.flexion: is \+\d+ degrees from the authored 30", said), said


def test_a_wrong_word_in_a_copy_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (files.FOLDER / f"{GOOD}.yaml").read_text("utf-8")
    (tmp_path / f"{GOOD}.yaml").write_text(text.replace("knee: 96", "kneee: 96"), encoding="utf-8")
    assert main(["check", "--folder", str(tmp_path), GOOD]) == 1
    assert "BRG01.yaml, pose up, key joints.kneee" in capsys.readouterr().err


def test_an_unknown_figure_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "NONE"]) == 1
    assert "NONE: there is no such pose file" in capsys.readouterr().err


SOUND = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80" role="img"><title>A</title><desc>B</desc>{}</svg>'
PATH = '<path fill="var(--figure-skin,#F3C9A5)" d="M10 10l20 20c1 1 2 2 3 3z"/>'


def _broken(file: Path, change: Callable[[str], str]) -> list[str]:
    file.write_text(change(SOUND.format(PATH)), encoding="utf-8")
    return list(drawn.faults(file))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text, ""),
        (lambda text: text[:-3], "well-formed"),
        (lambda text: text.replace(' role="img"', ""), "role img"),
        (lambda text: text.replace("<title>A</title>", ""), "no title"),
        (lambda text: text.replace("<desc>B</desc>", "<desc> </desc>"), "no desc"),
        (lambda text: text.replace("<path", "<script>1</script><path"), "contains <script"),
        (lambda text: text.replace("<path", '<image href="a.png"/><path'), "contains <image"),
        (lambda text: text.replace("<path", '<g fill="url(http://a.b/c#d)"/><path'), "contains url("),
        (lambda text: text.replace("<path", '<path onclick="a()"'), "event handler"),
        (lambda text: text.replace("var(--figure-skin,#F3C9A5)", "#F3C9A5"), "no color variable: #F3C9A5"),
        (lambda text: text.replace("l20 20", "l200 20"), "outside the view box"),
        (lambda text: text.replace("B</desc>", "".join(map(chr, range(0x4E00, 0x4E00 + 2000))) + "</desc>"), "compressed"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said(change: Callable[[str], str], words: str, tmp_path: Path) -> None:
    said = _broken(tmp_path / "TST01-1.svg", change)
    assert said == [] if not words else any(words in one for one in said), said
