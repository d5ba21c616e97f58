"""Which drawing shows an exercise: never one of another form, and none is nothing to stumble over."""

from pytest_django import Settings

from backstride.web.components.drawings import (
    Shown,
    address_of,
    figure_of,
    is_drawn,
    poses_of,
    shown,
    telling_pose,
    words_of,
)
from tests.web.conftest import Draw


def test_a_form_has_its_own_figure_and_the_exercise_its_own(draw: Draw) -> None:
    draw("COR06-1", "COR06-knees-1")
    assert figure_of("COR06") == "COR06"
    assert figure_of("COR06", "knees") == "COR06-knees"


def test_a_form_that_is_not_drawn_shows_nothing_in_place_of_a_wrong_position(draw: Draw) -> None:
    draw("COR06-1")
    assert figure_of("COR06", "wall") == ""
    assert shown("COR06", "wall", ("left",)).figure == ""


def test_nothing_drawn_is_no_figure_no_address_and_no_words(draw: Draw) -> None:
    for figure in ("COR06", ""):
        assert not is_drawn(figure)
        assert (figure_of(figure), address_of(figure), poses_of(figure), words_of(figure)) == ("", "", (), "")


def test_a_figure_is_turned_only_for_the_left_side_alone(draw: Draw) -> None:
    draw("NRV01-1")
    assert shown("NRV01", sides=("left",)) == Shown("NRV01", left=True)
    for sides in ((), ("right",), ("left", "right")):
        assert shown("NRV01", sides=sides) == Shown("NRV01")


def test_poses_are_counted_as_far_as_they_are_drawn(draw: Draw) -> None:
    draw("AER02-1", "AER02-2", "AER02-3", "AER02-move", "AER02-one")
    assert poses_of("AER02") == (1, 2, 3)
    assert address_of("AER02", "move") == "/static/figures/AER02-move.svg"


def test_a_drawing_says_in_words_what_it_shows(draw: Draw) -> None:
    draw("HAM01-1")
    assert words_of("HAM01") == "HAM01-1. The right leg of HAM01-1."


def test_the_most_telling_pose_is_the_one_that_the_movement_holds(draw: Draw, settings: Settings) -> None:
    draw("FUN01-1", "FUN01-2", "FUN01-3")
    assert telling_pose("FUN01") == 3
    groups = "".join(f'<g data-frame="{frame}" data-key="{frame + 1}"/>' for frame in range(3))
    (settings.FIGURES_DRAWN / "FUN01-move.svg").write_text(f'<svg data-cycle="0:1" data-hold="1">{groups}</svg>')
    assert telling_pose("FUN01") == 2
    assert telling_pose("FUN02") == 1


def test_a_movement_that_does_not_say_what_it_holds_shows_its_first_pose(draw: Draw) -> None:
    draw("FUN03-1", "FUN03-2", "FUN03-move")
    assert telling_pose("FUN03") == 1
