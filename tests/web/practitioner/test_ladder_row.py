"""The rows of the editor: the form behind an exercise, equipment and teaching, further causes, and composing by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backstride.engine.event import Adjusted, Taught
from backstride.web.records.models import Episode
from tests.web.conftest import Draw
from tests.web.practitioner.conftest import KIT, page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def editor(desk: Client, episode: Episode) -> Any:
    return desk.get(page("program", episode)).context["screen"]


def row(desk: Client, episode: Episode, ladder: str) -> Any:
    return next(one for one in editor(desk, episode).rows if one.ladder == ladder)


def in_phase_3(opened: Episode) -> Episode:
    tell(opened, Adjusted(opened.today(), "Alice", "phase", "phase", 3))
    return opened


def test_the_form_stands_behind_the_exercise_with_what_it_needs(desk: Client, approved: Opener) -> None:
    side = row(desk, in_phase_3(approved()), "side-trunk")
    assert (side.exercise_name, side.needs) == ("Side plank, at the wall", "With a free wall")


def test_the_picture_is_that_of_the_form(desk: Client, approved: Opener, draw: Draw) -> None:
    episode = in_phase_3(approved())
    draw("COR07-1")
    assert row(desk, episode, "side-trunk").shown.figure == ""
    draw("COR07-wall-1")
    assert row(desk, episode, "side-trunk").shown.figure == "COR07-wall"
    assert "COR07-wall-1.svg" in desk.get(page("program", episode)).content.decode()


def test_another_form_is_given_where_equipment_is_missing(desk: Client, approved: Opener) -> None:
    calf = row(desk, approved(kit=("chair", "towel")), "calf")
    assert calf.exercise_name == "Calf stretch at the wall, on a chair with a towel"
    assert calf.needs == "With a firm chair and a towel"


def test_without_any_of_its_forms_a_ladder_waits_and_says_what_each_needs(desk: Client, approved: Opener) -> None:
    calf = row(desk, approved(kit=()), "calf")
    assert calf.chip == "waits" and calf.place == 0
    assert "As usual: It needs a free wall, not recorded at home." in calf.waits.words
    assert "On a chair with a strap: It needs a firm chair and a strap or belt" in calf.waits.words


def test_a_ladder_that_only_the_phase_opened_names_the_phase(desk: Client, approved: Opener) -> None:
    bridge = row(desk, in_phase_3(approved()), "bridge")
    assert bridge.why_title == "Since phase 3" and bridge.why.subject == "phase"


def test_a_form_that_must_be_taught_is_passed_over_until_it_was(desk: Client, approved: Opener) -> None:
    episode = in_phase_3(approved(kit=(*KIT, "weights")))
    passed = "Stand up and sit down, with a light load. It has to be taught first."
    assert passed in row(desk, episode, "functional").left_out
    tell(episode, Taught(episode.today(), "Alice", "FUN02", form="loaded"))
    assert passed not in row(desk, episode, "functional").left_out


def test_a_taught_exercise_says_so(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert row(desk, episode, "relief-lateral").waits.words == "It has to be taught first."
    tell(episode, Taught(episode.today(), "Alice", "REL05"))
    assert row(desk, episode, "relief-lateral").needs == "With a free wall, taught"


def test_steps_of_other_causes_are_not_counted_nor_offered(desk: Client, approved: Opener) -> None:
    stenosis = row(desk, approved("A", cause="spinal-stenosis"), "abdominal")
    disc = row(desk, approved("B"), "abdominal")
    words = " ".join(one.words for one in stenosis.ceilings)
    assert "with a flat back" in words and "with a flat back" not in " ".join(one.words for one in disc.ceilings)
    assert len(stenosis.ceilings) == stenosis.of


def test_a_further_cause_that_bars_an_exercise_is_named(desk: Client, approved: Opener) -> None:
    episode = approved(also=("spinal-stenosis",))
    back = row(desk, episode, "relief-extension")
    assert back.waits.title == "Spinal stenosis"
    assert back.waits.words.startswith("Spinal stenosis, a further cause. ")
    assert back.waits.sources


def test_a_finding_that_bars_an_exercise_is_named(desk: Client, approved: Opener) -> None:
    thigh = row(desk, approved(contraindications=("dizzy-on-back",)), "hamstring")
    assert thigh.waits.title == "Light-headed on your back"


def test_riding_and_water_have_a_row_only_for_those_who_do_them(desk: Client, approved: Opener) -> None:
    everything = (*KIT, "bike", "pool")
    walking = {one.ladder for one in editor(desk, approved("A", kit=everything)).rows}
    in_water = {one.ladder for one in editor(desk, approved("B", kit=everything, aerobic="water")).rows}
    between = {one.ladder for one in editor(desk, approved("C", kit=everything, cause="spinal-stenosis")).rows}
    assert not {"bike", "water"} & walking
    assert "water" in in_water and "bike" not in in_water
    assert "bike" in between


def test_a_ride_that_is_not_open_yet_says_so_beside_the_walk(desk: Client, approved: Opener) -> None:
    kit = (*KIT, "bike")
    disc = editor(desk, approved("A", kit=kit, aerobic="bike")).walk
    assert disc.wish == "Exercise bike: It opens in phase 2, Restore."
    stenosis = editor(desk, approved("B", kit=kit, aerobic="bike", cause="spinal-stenosis")).walk
    assert stenosis.wish == "" and stenosis.chip_word == "Today: exercise bike"


@pytest.fixture
def slip(assessed: Opener) -> Episode:
    """A slip of unknown grade."""
    return assessed(cause="spondylolisthesis")


def test_nothing_is_proposed_by_hand_and_the_page_says_why(desk: Client, slip: Episode) -> None:
    screen = editor(desk, slip)
    assert screen.title == "A program to compose for Bob"
    assert ("Grade of the slip", "Not known") in screen.by_hand.facts
    assert screen.by_hand.rule == "composing/by_hand"
    assert {one.chip_word for one in screen.rows} == {"Not open"}
    assert all(one.place == 0 and one.first is not None for one in screen.rows)
    assert screen.leads == ()


def test_the_practitioner_places_the_first_rung_of_each_ladder(desk: Client, slip: Episode) -> None:
    first = row(desk, slip, "abdominal").first
    assert desk.post(page("program", slip), {"do": f"rung:abdominal:{first}"}).status_code == 302
    abdominal = row(desk, slip, "abdominal")
    assert (abdominal.place, abdominal.first, abdominal.chip) == (1, None, "up")
    assert [state.ladder for state in reload(slip).ladders if state.rung >= 0] == ["abdominal"]


def test_what_is_ruled_out_is_not_placed(desk: Client, slip: Episode) -> None:
    answer = desk.post(page("program", slip), {"do": "rung:nerve:6"})
    assert answer.status_code == 422
    assert all(state.rung == -1 for state in reload(slip).ladders)


def test_a_known_low_grade_is_proposed_as_usual(desk: Client, assessed: Opener) -> None:
    screen = editor(desk, assessed(cause="spondylolisthesis", grade=2))
    assert screen.by_hand is None and any(one.place == 1 for one in screen.rows)


def test_a_high_grade_beside_another_cause_is_composed_by_hand(desk: Client, assessed: Opener) -> None:
    screen = editor(desk, assessed(also=("spondylolisthesis",), grade=3))
    assert ("Grade of the slip", "Grade 3") in screen.by_hand.facts


def test_a_relapse_is_decided_by_going_back_or_staying(desk: Client, relapsed: Episode) -> None:
    screen = editor(desk, relapsed)
    assert screen.title == "Build up again from phase 2?" and screen.phase.back
    assert screen.phase.why.reason.rule == "phase/relapse"
    desk.post(page("program", relapsed), {"do": "phase:phase:2"})
    assert (reload(relapsed).phase, reload(relapsed).phase_proposed) == (2, 0)


def test_a_relapse_can_be_declined(desk: Client, relapsed: Episode) -> None:
    desk.post(page("program", relapsed), {"do": "phase:phase:4"})
    assert (reload(relapsed).phase, reload(relapsed).phase_proposed) == (4, 0)
