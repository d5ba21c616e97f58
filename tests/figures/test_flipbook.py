"""Flip-books: what is in them, when each frame is seen, and another pace."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from backstride.figures import timing
from backstride.figures.drawing.flipbook import flipbook
from backstride.figures.posing.files import read
from backstride.figures.posing.movement import Movement, Shown, move
from backstride.figures.themes import themed, without_style
from backstride.figures.timing import Recipe, recipe_of, retimed

SVG = "{http://www.w3.org/2000/svg}"
SECONDS = {0: 1.5, 1: 2.5, 2: 0.5, 3: 0.5}


@pytest.fixture(scope="module")
def book() -> str:
    """The bridge with two frames between its two poses."""
    figure = read("BRG01")
    frames = move(figure).frames
    cycle = [Shown(frame, SECONDS[frame]) for frame in (0, 2, 3, 1, 3, 2)]
    return flipbook(figure, Movement((*frames[:2], frames[4], frames[8]), tuple(cycle)))


def _groups(svg: str) -> list[ElementTree.Element]:
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}g") if one.get("data-frame")]


def test_the_recipe_says_what_is_shown(book: str) -> None:
    assert recipe_of(book) == Recipe(tuple(timing.Shown(n, SECONDS[n]) for n in (0, 2, 3, 1, 3, 2)), 1)


def test_without_style_only_the_held_frame_is_visible(book: str) -> None:
    groups = _groups(without_style(book))
    assert {one.get("data-frame") for one in groups} == {"0", "1", "2", "3"}
    assert {one.get("data-frame") for one in groups if one.get("visibility") != "hidden"} == {"1"}


def test_key_poses_carry_their_number(book: str) -> None:
    assert {(one.get("data-frame"), one.get("data-key")) for one in _groups(book)} == {
        ("0", "1"),
        ("1", "2"),
        ("2", None),
        ("3", None),
    }


def test_the_mat_is_drawn_once(book: str) -> None:
    assert book.count("var(--figure-mat,") == 1


def test_names_begin_with_the_figure(book: str) -> None:
    assert {name.rpartition("-")[0] for name in re.findall(r"@keyframes (\S+?)\{", book)} == {"BRG01"}
    assert {one.get("class", "").rpartition("-")[0] for one in _groups(book)} == {"BRG01"}


def test_frames_are_drawn_as_the_key_poses_are(book: str) -> None:
    plain = themed(book, "print")
    assert "var(" not in plain
    assert len(_groups(plain)) == 4


def test_a_whole_movement_is_small() -> None:
    figure = read("FUN01")
    assert len(gzip.compress(flipbook(figure, move(figure)).encode(), 9, mtime=0)) <= 27 * 1024


def test_a_figure_that_does_not_move_has_none() -> None:
    figure = read("COR01")
    with pytest.raises(ValueError, match="COR01"):
        flipbook(figure, move(figure))


def _visible(css: str, share: float) -> list[str]:
    """Names of the frames that the style shows at a share (percent) of the round."""
    found = []
    for name, rules in re.findall(r"@keyframes (\S+?)\{((?:[\d.]+%\{visibility:\w+\})+)\}", css):
        steps = [(float(at), state) for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", rules)]
        if [state for at, state in steps if at <= share][-1] == "visible":
            found.append(name)
    return found


def test_exactly_one_frame_is_seen_at_any_time(book: str) -> None:
    assert all(len(_visible(book, share / 7)) == 1 for share in range(700))


def test_frames_are_seen_in_order(book: str) -> None:
    middles = [0.75, 1.75, 2.25, 3.75, 5.25, 5.75]
    seen = [_visible(book, 100 * at / 6.0)[0].rpartition("-m")[2] for at in middles]
    assert seen == ["0", "2", "3", "1", "3", "2"]


def test_another_pace_keeps_the_other_hold(book: str) -> None:
    slow = retimed(book, move=3.0, hold=20.0)
    assert [shown.seconds for shown in recipe_of(slow).cycle] == [2.0, 1.0, 1.0, 21.0, 1.0, 1.0]
    assert "animation:27s" in slow
    assert _visible(slow, 100 * 10 / 27) == ["BRG01-m1"]


def test_the_authored_pace_changes_nothing(book: str) -> None:
    assert retimed(book, move=1.5, hold=2.0) == book


def test_another_pace_without_style_changes_the_recipe_only(book: str) -> None:
    assert without_style(retimed(book, 3.0, 20.0)) == retimed(without_style(book), 3.0, 20.0)


@pytest.mark.parametrize(("move_for", "hold_for"), [(0.0, 1.0), (-1.0, 1.0), (1.0, -0.1)])
def test_an_impossible_pace_is_refused(book: str, move_for: float, hold_for: float) -> None:
    with pytest.raises(ValueError, match="must last"):
        retimed(book, move_for, hold_for)


def test_a_picture_that_is_no_flipbook_is_refused() -> None:
    with pytest.raises(ValueError, match="no flip-book"):
        retimed("<svg/>", 1.0, 1.0)
