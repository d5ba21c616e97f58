"""The tags of figures: drawn into the page, linked in a box of fixed shape, turned for the left, moving only when opened."""

import re

from django.template import engines

from backstride.web.components.drawings import Shown
from tests.web.conftest import Draw

LEFT = Shown("HAM01", left=True)


def rendered(tag: str, **context: object) -> str:
    """What a tag writes."""
    return engines["django"].from_string(f"{{% {tag} %}}").render(context).strip()


def test_a_figure_in_the_page_has_no_style_of_its_own(draw: Draw) -> None:
    draw("HAM01-1")
    page = rendered('figure "HAM01"')
    assert "<svg" in page and "<desc>The right leg" in page and "<style" not in page


def test_on_the_left_a_figure_in_the_page_is_mirrored_with_its_words(draw: Draw) -> None:
    draw("HAM01-1")
    page = rendered("figure left", left=LEFT)
    assert "matrix(-1 0 0 1 756 0)" in page and "<desc>The left leg" in page


def test_the_pointed_picture_is_that_of_the_pose_where_there_is_none(draw: Draw) -> None:
    draw("HAM01-1")
    assert "HAM01-1" in rendered('figure "HAM01" "one"')
    draw("HAM02-1", "HAM02-one")
    assert "HAM02-one" in rendered('figure "HAM02" "one"')


def test_a_linked_figure_has_the_shape_of_the_drawing_before_it_arrives(draw: Draw) -> None:
    draw("HAM01-1")
    row = rendered("figure_row left", left=LEFT)
    assert 'src="/static/figures/HAM01-1.svg"' in row and 'alt=""' in row
    assert 'width="756" height="532" loading="lazy"' in row
    assert "figure-left" in row and "figure-left" not in rendered('figure_row "HAM01"')


def test_a_described_figure_speaks_for_itself(draw: Draw) -> None:
    draw("lift-floor-1")
    assert 'alt="lift-floor-1. The right leg of lift-floor-1."' in rendered('figure_image "lift-floor"')
    assert 'alt="Lifting"' in rendered('figure_image "lift-floor" name="Lifting"')


def test_a_movement_waits_closed_and_lazy_and_is_not_offered_where_there_is_none(draw: Draw) -> None:
    draw("HAM01-1", "HAM02-1", "HAM02-move")
    assert rendered('figure_motion "HAM01"') == ""
    page = rendered('figure_motion "HAM02"')
    assert re.search(r"<details[^>]*>.*HAM02-move.svg.*</details>", page, re.S)
    assert "open" not in re.findall(r"<details[^>]*>", page)[0] and 'loading="lazy"' in page


def test_what_is_not_drawn_leaves_the_mat_with_the_name(draw: Draw) -> None:
    for tag in ('figure "HAM01" name="Stretch"', 'figure_row "" name="Stretch"', 'figure "HAM01" 7 name="Stretch"'):
        page = rendered(tag)
        assert "figure-missing" in page and "Stretch" in page
