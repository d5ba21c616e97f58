"""The committed pictures: complete, safe to inline, small, colored by variables only, and described."""

import gzip
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from backstride.figures import DRAWN, UnknownPicture, body_chart, picture, poses

SVG = "{http://www.w3.org/2000/svg}"
STILL = {"REL01", "REL06", "COR01"}
MOVING = set(
    "REL02 REL03 REL04 REL07 REL08 REL09 REL10 MOB01 MOB03 MOB04 MOB06 NRV01 HAM01 HAM02 HAM04 GLU01 "
    "COR02 COR03 BRG01 HIP01 FUN01 FUN02 AER01 AER02 AER03".split()
)
FILES = sorted(DRAWN.glob("*.svg"))
FORBIDDEN = ("<script", "<image", "<foreignObject", "href", "url(", "data:", "@import", " on")
MOST_BYTES = 3 * 1024
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("exercise_id", sorted(STILL | MOVING))
def test_every_exercise_has_its_key_poses(exercise_id: str) -> None:
    assert poses(exercise_id) == (1 if exercise_id in STILL else 2)


def test_no_picture_without_an_exercise() -> None:
    assert {file.stem.split("-")[0] for file in FILES} - {"body"} == STILL | MOVING


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_is_a_described_picture(file: Path) -> None:
    root = ElementTree.fromstring(file.read_text("utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (root.findtext(f"{SVG}title") or "").strip()
    assert (root.findtext(f"{SVG}desc") or "").strip()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_holds_nothing_that_runs_or_loads(file: Path) -> None:
    drawing = re.sub(r"<(title|desc)>.*?</\1>", "", file.read_text("utf-8"))
    assert not [word for word in FORBIDDEN if word in drawing]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_takes_every_color_from_a_variable(file: Path) -> None:
    root = ElementTree.fromstring(file.read_text("utf-8"))
    paints = {element.get(name) for element in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert paints
    assert all(re.fullmatch(r"var\(--figure-[a-z]+,(#[0-9A-F]{6}|none|transparent)\)", str(paint)) for paint in paints)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_is_small(file: Path) -> None:
    assert len(gzip.compress(file.read_bytes(), mtime=0)) <= MOST_BYTES


@pytest.mark.parametrize("file", [file for file in FILES if file.stem != "body-back"], ids=lambda file: file.stem)
def test_all_pictures_have_the_same_shape(file: Path) -> None:
    _, _, width, height = map(float, str(ElementTree.fromstring(file.read_text("utf-8")).get("viewBox")).split())
    assert width / height == pytest.approx(108 / 76)


def test_body_chart_has_ten_places_to_tap_and_ten_bands() -> None:
    root = ElementTree.fromstring(body_chart())
    names = {
        f"{place}-{side}" for place in ("low-back", "buttock", "thigh", "calf", "foot") for side in ("left", "right")
    }
    found = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    assert {f"region-{name}" for name in names} <= set(found)
    assert all(found[f"region-{name}"].get("d") for name in names)
    assert all(found[f"reach-{name}"].get("display") == "none" for name in names)


def test_left_is_on_the_left_of_the_body_chart() -> None:
    root = ElementTree.fromstring(body_chart())
    start = {element.get("id"): element.get("d") for element in root.iter() if "foot" in str(element.get("id"))}
    across = [int(re.findall(r"-?\d+", str(start[f"region-foot-{side}"]))[0]) for side in ("left", "right")]
    assert across[0] < 150 < across[1]


def test_inline_picture_leaves_its_colors_to_the_page() -> None:
    assert "<style>" in picture("HAM01")
    assert "<style>" not in picture("HAM01", inline=True)
    assert "<style>" not in body_chart(inline=True)


@pytest.mark.parametrize(("exercise_id", "pose"), [("HAM01", 3), ("XYZ99", 1), ("../poses/HAM01", 1)])
def test_unknown_picture_is_refused(exercise_id: str, pose: int) -> None:
    with pytest.raises(UnknownPicture):
        picture(exercise_id, pose)


def test_reading_pictures_needs_no_numbers_library() -> None:
    program = (
        "import sys, backstride.figures as f; f.picture('HAM01'); print('numpy' in sys.modules, 'scipy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
