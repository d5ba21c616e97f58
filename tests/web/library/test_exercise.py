"""The public page of an exercise."""

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_it_has_pictures_steps_cues_and_when_to_stop(client: Client) -> None:
    page = client.get("/exercise/HAM01/").content.decode()
    words = library().exercises["HAM01"]
    for line in (words.name, words.feel, *words.steps, *words.cues, *words.errors, *words.stop_when):
        assert line in page
    assert page.count('<figure class="hero">') == 2
    assert "<svg" in page.split('<figure class="hero">')[1]


def test_it_leads_to_its_causes_and_sources_and_says_it_is_proposed(client: Client) -> None:
    page = client.get("/exercise/NRV01/").content.decode()
    assert 'href="/cause/disc-herniation/"' in page
    assert 'href="/evidence/s34/"' in page
    assert "No clinician has signed it yet." in page
    assert "Not given for" in page and "easily stirred up" in page


def test_its_doses_stand_from_easy_to_hard(client: Client) -> None:
    page = client.get("/exercise/HAM01/").content.decode()
    assert page.index("4 × 10 s") < page.index("4 × 20 s") < page.index("5 × 30 s")


def test_an_unconfirmed_fact_is_marked(client: Client) -> None:
    assert "unconfirmed" in client.get("/exercise/COR01/").content.decode()


@pytest.mark.parametrize("exercise", sorted(library().exercises))
def test_every_exercise_has_a_page(client: Client, exercise: str) -> None:
    assert client.get(f"/exercise/{exercise}/").status_code == 200


@pytest.mark.parametrize("exercise", ["ZZZ99", "GLU02", "ham01"])
def test_an_unknown_or_planned_exercise_has_none(client: Client, exercise: str) -> None:
    assert client.get(f"/exercise/{exercise}/").status_code == 404
