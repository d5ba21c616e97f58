"""Pictures side by side, and pictures of the other side of the body."""

from xml.etree import ElementTree

import pytest

from backstride.figures.arranging import mirrored, other_side, side_by_side

SVG = "{http://www.w3.org/2000/svg}"


def _picture(says: str, drawing: str, words: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 756 532" role="img"><title>Step up</title>'
        f"<desc>{says}</desc><style>@media print{{}}</style>{drawing}{words}</svg>\n"
    )


FIRST = _picture("A person standing, seen from the right. Lift the left foot.", '<path d="M1 1"/>')
SECOND = _picture("A person standing, seen from the right. Step up.", '<path d="M2 2"/>')
POINTED = _picture(
    "Bend the right knee.",
    '<path d="M1 1"/>',
    '<g class="words" fill="none"><text x="100" y="60" text-anchor="start">Right knee</text>'
    '<text x="700" y="90" text-anchor="end">Heel</text></g>',
)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Lift the left foot. Right knee!", "Lift the right foot. Left knee!"),
        ("Hip and knee at a right angle, left leg long.", "Hip and knee at a right angle, right leg long."),
        ("Stay upright.", "Stay upright."),
    ],
)
def test_right_and_left_are_exchanged(words: str, other: str) -> None:
    assert other_side(words) == other


def test_the_other_side_is_flipped_within_the_same_frame() -> None:
    root = ElementTree.fromstring(mirrored(FIRST))
    (group,) = root.findall(f"{SVG}g")
    assert group.get("transform") == "matrix(-1 0 0 1 756 0)"
    assert [path.get("d") for path in group] == ["M1 1"]
    assert root.findtext(f"{SVG}desc") == "A person standing, seen from the left. Lift the right foot."
    assert root.find(f"{SVG}style") is not None


def test_words_of_the_other_side_can_be_read() -> None:
    root = ElementTree.fromstring(mirrored(POINTED))
    flipped, words = root.findall(f"{SVG}g")
    assert not list(flipped.iter(f"{SVG}text"))
    assert words.get("transform") is None
    assert [(one.get("x"), one.get("text-anchor"), one.text) for one in words] == [
        ("656", "end", "Left knee"),
        ("56", "start", "Heel"),
    ]


def test_twice_the_other_side_says_the_same_again() -> None:
    root, again = (ElementTree.fromstring(one) for one in (POINTED, mirrored(mirrored(POINTED))))
    assert root.findtext(f"{SVG}desc") == again.findtext(f"{SVG}desc")
    places = [[(one.get("x"), one.text) for one in tree.iter(f"{SVG}text")] for tree in (root, again)]
    assert places[0] == places[1]


def test_side_by_side_says_each_sentence_once() -> None:
    root = ElementTree.fromstring(side_by_side([FIRST, SECOND]))
    assert root.get("role") == "img"
    assert [one.text for one in root.iter(f"{SVG}title")] == ["Step up"]
    assert [one.text for one in root.iter(f"{SVG}desc")] == [
        "A person standing, seen from the right. Lift the left foot. Step up."
    ]


def test_side_by_side_keeps_the_order_without_overlap() -> None:
    root = ElementTree.fromstring(side_by_side([FIRST, SECOND]))
    cells = root.findall(f"{SVG}svg")
    assert [cell[0].get("d") for cell in cells] == ["M1 1", "M2 2"]
    assert int(str(cells[1].get("x"))) >= int(str(cells[0].get("width")))
    assert str(root.get("viewBox")).split()[2:] == [str(int(str(cells[1].get("x"))) + 756), "532"]


def test_side_by_side_of_the_other_side_keeps_the_order() -> None:
    root = ElementTree.fromstring(side_by_side([mirrored(FIRST), mirrored(SECOND)]))
    assert [path.get("d") for path in root.iter(f"{SVG}path")] == ["M1 1", "M2 2"]


@pytest.mark.parametrize("pictures", [[], ["<svg/>"]])
def test_nothing_to_arrange_is_refused(pictures: list[str]) -> None:
    with pytest.raises(ValueError, match="no "):
        side_by_side(pictures)
