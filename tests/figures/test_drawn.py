"""The committed pictures as the pages get them: complete, faultless, of one shape, inline, moving, in a row, mirrored."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from backstride.figures import (
    DRAWN,
    UnknownPicture,
    UnknownTheme,
    body_chart,
    frames,
    mirrored,
    movement,
    one_picture,
    picture,
    poses,
    retimed,
    strip,
    themed,
)
from backstride.figures.checking.drawn import faults
from backstride.figures.posing import files
from backstride.figures.timing import recipe_of

SVG = "{http://www.w3.org/2000/svg}"
FILES = sorted(DRAWN.glob("*.svg"))
CHARTS = {"back": ("", 5), "front": ("front-", 3)}
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("figure_id", files.all_ids())
def test_every_figure_has_its_pictures(figure_id: str) -> None:
    figure = files.read(figure_id)
    assert poses(figure_id) == len(figure.poses)
    assert one_picture(figure_id)
    if len(figure.poses) == 1:
        assert frames(figure_id) == 0


def test_no_picture_without_a_figure() -> None:
    assert {file.stem.rpartition("-")[0] for file in FILES} - {"body"} == set(files.all_ids())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_has_no_faults(file: Path) -> None:
    assert list(faults(file)) == []


@pytest.mark.parametrize("file", [one for one in FILES if "body-" not in one.stem], ids=lambda file: file.stem)
def test_all_pictures_have_the_same_shape(file: Path) -> None:
    _, _, width, height = map(float, str(ElementTree.fromstring(file.read_text("utf-8")).get("viewBox")).split())
    assert width / height == pytest.approx(108 / 76)


@pytest.mark.parametrize("side", sorted(CHARTS))
def test_every_place_of_a_body_chart_can_be_tapped_and_has_a_band(side: str) -> None:
    prefix, count = CHARTS[side]
    root = ElementTree.fromstring(body_chart(side))
    found = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    places = [name.removeprefix("region-") for name in found if name.startswith("region-")]
    assert len(places) == 2 * count
    assert all(place.startswith(prefix) for place in places)
    assert all(found[f"region-{place}"].get("d") for place in places)
    assert all(found[f"reach-{place}"].get("display") == "none" for place in places)


@pytest.mark.parametrize(("side", "first"), [("back", "left"), ("front", "right")])
def test_left_is_where_the_viewer_finds_it(side: str, first: str) -> None:
    root, prefix = ElementTree.fromstring(body_chart(side)), CHARTS[side][0]
    start = {element.get("id"): str(element.get("d")) for element in root.iter(f"{SVG}path")}
    across = {one: int(re.findall(r"-?\d+", start[f"region-{prefix}foot-{one}"])[0]) for one in ("left", "right")}
    assert across[first] < 150 < max(across.values())


def test_inline_pictures_leave_their_colors_to_the_page() -> None:
    for read in (picture, movement, one_picture):
        assert "<style>" in read("BRG01")
        assert "<style>" not in read("BRG01", inline=True)
    assert "<style>" not in body_chart(inline=True)


def test_the_flip_book_can_be_slowed_down() -> None:
    slow = recipe_of(retimed("BRG01", move=4.0, hold=30.0))
    assert len({shown.frame for shown in slow.cycle}) == frames("BRG01") > 2
    held = max(slow.cycle, key=lambda shown: shown.seconds)
    assert held.frame == slow.held
    assert 30 < held.seconds < 34


def test_a_strip_shows_all_key_poses_in_order() -> None:
    root = ElementTree.fromstring(strip("BRG01"))
    assert len(root.findall(f"{SVG}svg")) == 2
    assert len(list(root.iter(f"{SVG}title"))) == len(list(root.iter(f"{SVG}style"))) == 1


def test_a_strip_can_have_fixed_colors_and_show_the_other_side() -> None:
    paper = strip("BRG01", "print", mirror=True)
    assert "var(" not in paper
    assert "seen from the left" in paper
    assert paper.count("matrix(-1 0 0 1 756 0)") == 2
    with pytest.raises(UnknownTheme):
        strip("BRG01", "sepia")


@pytest.mark.parametrize("kind", ["1", "one", "move"])
def test_every_kind_of_picture_can_be_themed_and_mirrored(kind: str) -> None:
    text = (DRAWN / f"BRG01-{kind}.svg").read_text("utf-8")
    other = ElementTree.fromstring(themed(mirrored(text), "dark"))
    assert other.findtext(f"{SVG}title") == "Bridge"
    assert len(other.findall(f"{SVG}g[@transform]")) == 1


@pytest.mark.parametrize(("figure_id", "pose"), [("HAM01", 3), ("XYZ99", 1), ("../poses/HAM01", 1)])
def test_unknown_picture_is_refused(figure_id: str, pose: int) -> None:
    with pytest.raises(UnknownPicture):
        picture(figure_id, pose)


def test_other_unknown_pictures_are_refused() -> None:
    for read in (movement, one_picture, strip, body_chart):
        with pytest.raises(UnknownPicture):
            read("XYZ99")
    with pytest.raises(UnknownPicture):
        retimed("REL01", 1.0, 1.0)


def test_reading_pictures_needs_the_standard_library_only() -> None:
    program = (
        "import sys, backstride.figures as f; f.strip('BRG01', 'print'); f.retimed('BRG01', 1, 1); f.body_chart();"
        "print([name for name in ('numpy', 'scipy', 'pydantic', 'ruamel', 'django') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["[]"]
