"""One picture that says it all: ghost, arrow, and words that can be read beside the body."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from backstride.figures.drawing import callouts
from backstride.figures.drawing.callouts import Callout
from backstride.figures.drawing.holding import held_pose, pose_before
from backstride.figures.drawing.pointing import pointed
from backstride.figures.posing.figure import Step
from backstride.figures.posing.files import read
from backstride.figures.posing.movement import Movement, move

SVG = "{http://www.w3.org/2000/svg}"
SAID = {"knee_front_R": "Knees as wide as your hips", "belly": "Ribs stay down", "occiput": "Head rests"}


@pytest.fixture(scope="module")
def movement() -> Movement:
    """The bridge, solved once."""
    return move(read("BRG01"))


@pytest.fixture(scope="module")
def drawn(movement: Movement) -> ElementTree.Element:
    """The bridge with three call-outs."""
    return ElementTree.fromstring(pointed(replace(read("BRG01"), callouts=SAID), movement))


def _lines(root: ElementTree.Element) -> list[ElementTree.Element]:
    return list(root.iter(f"{SVG}text"))


def test_every_call_out_is_said_by_eye_and_by_ear(drawn: ElementTree.Element) -> None:
    written = " ".join(str(one.text) for one in _lines(drawn))
    described = str(drawn.findtext(f"{SVG}desc"))
    assert all(words in written and words in described for words in SAID.values())


def test_every_call_out_has_a_dot_and_a_line(drawn: ElementTree.Element) -> None:
    assert len(list(drawn.iter(f"{SVG}circle"))) == len(SAID)
    assert all(0 < float(str(dot.get("cx"))) < 756 for dot in drawn.iter(f"{SVG}circle"))


def test_words_are_the_last_group_and_large_enough(drawn: ElementTree.Element) -> None:
    assert drawn[-1].get("class") == "words"
    assert float(str(drawn[-1].get("font-size"))) >= 24
    assert str(drawn[-1].get("fill")).startswith("var(--figure-ink,")


def _box(line: ElementTree.Element, size: float) -> tuple[float, float, float, float]:
    x, y, wide = float(str(line.get("x"))), float(str(line.get("y"))), callouts.wide(str(line.text), size)
    left = x if line.get("text-anchor") == "start" else x - wide
    return left, y - 0.8 * size, left + wide, y + 0.1 * size


def test_words_stay_in_the_picture_and_apart(drawn: ElementTree.Element) -> None:
    boxes = [_box(line, float(str(drawn[-1].get("font-size")))) for line in _lines(drawn)]
    assert all(left >= 0 and top >= 0 and right <= 756 and bottom <= 532 for left, top, right, bottom in boxes)
    for n, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_start_is_a_dashed_ghost_behind_the_body(drawn: ElementTree.Element) -> None:
    paths = list(drawn.iter(f"{SVG}path"))
    (ghost,) = [n for n, path in enumerate(paths) if path.get("stroke-dasharray")]
    body = next(n for n, path in enumerate(paths) if str(path.get("fill")).startswith("var(--figure-skin"))
    assert ghost < body


def test_a_still_pose_without_words_is_just_drawn() -> None:
    figure = replace(read("REL01"), callouts={})
    text = pointed(figure, move(figure))
    assert not re.search("dasharray|<text|<circle|figure-arrow", text)


def test_the_held_pose_is_the_longest_and_the_later_of_two() -> None:
    figure = read("BRG01")
    assert (held_pose(figure), pose_before(figure)) == (1, 0)
    longer = replace(figure, cycle=(Step(0, 1.0, 9.0), Step(1, 1.0, 3.0)))
    assert (held_pose(longer), pose_before(longer)) == (0, 1)
    assert pose_before(read("REL01")) is None


def _free(shape: tuple[int, int] = (532, 756)) -> np.ndarray:
    return np.zeros(shape)


def test_words_avoid_the_body() -> None:
    weights = _free()
    weights[150:400, 150:600] = 1.0
    for placed in callouts.place(
        [Callout("Shoulders relaxed", 300, 250), Callout("Knees soft", 500, 380)], weights, 28
    ):
        box = weights[
            int(placed.top) : int(placed.top + placed.high), int(placed.left) : int(placed.left + placed.wide)
        ]
        assert box.sum() == 0


def test_words_go_to_the_near_side() -> None:
    weights = _free()
    weights[:, 300:450] = 1.0
    left, right = callouts.place([Callout("Left", 310, 260), Callout("Right", 440, 260)], weights, 28)
    assert left.left + left.wide <= 300
    assert right.left >= 450


def test_a_place_under_the_body_is_not_good() -> None:
    assert callouts.is_good(callouts.place([Callout("Here", 300, 250)], _free(), 28))
    assert not callouts.is_good(callouts.place([Callout("Here", 300, 250)], np.ones((532, 756)), 28))


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("Stick touches head and tail", 16, ("Stick touches", "head and tail")),
        ("Unbreakable", 4, ("Unbreakable",)),
        ("Two words", 40, ("Two words",)),
    ],
)
def test_lines_break_between_words(text: str, most: int, lines: tuple[str, ...]) -> None:
    assert callouts.wrapped(text, most) == lines
