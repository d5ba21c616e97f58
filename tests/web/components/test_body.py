"""The body chart: two views, a band on the asked sides only, and no id that would stand twice on a page."""

import re
from collections.abc import Iterator

import pytest

from backstride.web.components import body
from backstride.web.components.body import views
from tests.web.components.test_figures import rendered
from tests.web.conftest import Draw

FRONT = ("nowhere", "thigh", "calf", "foot")
BACK = ("nowhere", "low-back", "buttock", "thigh", "calf", "foot")


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    """Views are kept for good; each test draws its own."""
    body._view.cache_clear()
    yield
    body._view.cache_clear()


def test_back_and_front_show_the_places_that_can_be_seen() -> None:
    assert [(view.id, view.places) for view in views(["right"])] == [("back", BACK), ("front", FRONT)]


@pytest.mark.parametrize(("sides", "bands"), [(["right"], 1), (["left"], 1), (["left", "right"], 2)])
def test_there_is_a_band_to_every_place_on_every_side_asked_about(sides: list[str], bands: int) -> None:
    for view in views(sides):
        for place in view.places[1:]:
            assert view.drawing.count(f'class="body-band reaches-{place}"') == bands


def test_left_and_right_are_different_bands() -> None:
    left, right = (views([side])[0].drawing for side in ("left", "right"))
    assert left != right


def test_no_id_and_no_style_comes_with_it() -> None:
    for view in views(["left", "right"]):
        assert not re.search(r"\sid=|<style|\sstyle=", view.drawing)


def test_every_place_in_every_view_is_a_label_of_its_radio() -> None:
    page = rendered('body_chart name="reach" question="How far?" side="left" value="calf"')
    for place in BACK:
        assert page.count(f'for="reach-{place}"') == (2 if place in FRONT else 1)
        assert f'id="reach-{place}"' in page
    assert 'value="calf" required checked' in page


def test_without_a_drawing_the_radios_remain(draw: Draw) -> None:
    assert views(["right"]) == ()
    assert 'value="thigh"' in rendered('body_chart name="reach" question="How far?"')


def test_the_back_alone_is_enough(draw: Draw) -> None:
    draw("body-back")
    assert [view.id for view in views(["right"])] == ["back"]
