"""The public page of an exercise."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library
from tests.web.conftest import Draw

pytestmark = pytest.mark.django_db


def page_of(client: Client, exercise: str) -> str:
    """The page of this exercise as a person reads it."""
    return unescape(client.get(f"/exercise/{exercise}/").content.decode())


def test_it_has_pictures_steps_cues_and_when_to_stop(client: Client, draw: Draw) -> None:
    draw("HAM01-1", "HAM01-2")
    page = page_of(client, "HAM01")
    words = library().exercises["HAM01"]
    for line in (words.name, words.feel, *words.steps, *words.cues, *words.errors, *words.stop_when):
        assert line in page
    assert page.count('<figure class="hero">') == 2
    assert "<svg" in page.split('<figure class="hero">')[1]


def test_one_pointed_picture_takes_the_place_of_two_poses_but_not_of_three(client: Client, draw: Draw) -> None:
    draw("HAM01-1", "HAM01-2", "HAM01-one", "AER02-1", "AER02-2", "AER02-3", "AER02-one")
    page = page_of(client, "HAM01")
    assert page.count('<figure class="hero">') == 1 and "The right leg of HAM01-one." in page
    assert page_of(client, "AER02").count('<figure class="hero">') == 4


def test_the_movement_is_offered_closed_where_there_is_one(client: Client, draw: Draw) -> None:
    draw("HAM01-1")
    assert "See it move" not in page_of(client, "HAM01")
    draw("HAM01-move")
    page = page_of(client, "HAM01")
    assert page.index("See it move") < page.index("HAM01-move.svg") < page.index("</details>")


def test_other_ways_show_their_own_pictures(client: Client, draw: Draw) -> None:
    draw("COR06-1", "COR06-wall-1")
    ways = page_of(client, "COR06").split("Other ways to do it")[1]
    assert "COR06-wall-1.svg" in ways and "COR06-1.svg" not in ways and "COR06-knees" not in ways


def test_it_leads_to_its_causes_and_sources_and_says_it_is_proposed(client: Client) -> None:
    page = page_of(client, "NRV01")
    assert 'href="/cause/disc-herniation/"' in page
    assert 'href="/evidence/s34/"' in page
    assert "No clinician has signed it yet." in page and "exercises/NRV01.yaml" in page
    assert "Not given for" in page


@pytest.mark.parametrize("exercise", sorted(library().exercises))
def test_it_names_the_causes_that_open_and_deny_it(client: Client, exercise: str) -> None:
    page = page_of(client, exercise)
    for cause in library().causes.values():
        opened = any(exercise in phase.menu for phase in cause.phases)
        reasons = [denial.reason for denial in cause.denials if denial.exercise == exercise]
        if opened or reasons:
            assert f'href="/cause/{cause.id}/"' in page
        assert all(reason[1:] in page for reason in reasons)


@pytest.mark.parametrize("exercise", sorted(library().exercises))
def test_its_other_ways_stand_in_full(client: Client, exercise: str) -> None:
    page = page_of(client, exercise)
    for form in library().exercises[exercise].forms:
        assert form.name in page and form.start in page
        assert all(line in page for line in form.steps or ())


@pytest.mark.parametrize("exercise", sorted(library().exercises))
def test_what_is_said_to_people_with_a_cause_stands_there(client: Client, exercise: str) -> None:
    page = page_of(client, exercise)
    assert all(line in page for line in library().exercises[exercise].by_cause.values())


def test_its_doses_stand_from_easy_to_hard_with_their_range(client: Client) -> None:
    page = page_of(client, "HAM01")
    assert page.index("4 × 10 s") < page.index("4 × 20 s") < page.index("5 × 30 s")
    assert "10 s–30 s" not in page and "10–30 s" in page
    assert 'href="/ladder/hamstring/"' in page


def test_an_unconfirmed_fact_is_marked(client: Client) -> None:
    assert "unconfirmed" in page_of(client, "COR01")


@pytest.mark.parametrize("exercise", ["ZZZ99", "ham01"])
def test_an_unknown_exercise_has_none(client: Client, exercise: str) -> None:
    assert client.get(f"/exercise/{exercise}/").status_code == 404
