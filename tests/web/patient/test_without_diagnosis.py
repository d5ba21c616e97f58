"""Without a diagnosis: advice, positions of ease and a page to take along, and never a program."""

from datetime import timedelta

import pytest
from django.test import Client

from backstride.web.patient.without_diagnosis import ease_for_all
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import answer_all, answer_until, kinds, send, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
ADVICE = "/without-diagnosis/"


def test_it_says_to_stay_active_and_shows_positions_that_suit_every_cause(client: Client) -> None:
    episode = device_person(client)
    answer_all(client)
    page = client.get(ADVICE)
    assert "Stay active" in text(page) and "/summary/" in text(page)
    assert [one.words.id for one in page.context["screen"].ease] == list(ease_for_all())
    assert kinds(episode) == []


def test_no_position_is_shown_that_one_cause_leaves_out() -> None:
    denied = {one.exercise for cause in library().causes.values() for one in cause.denials}
    assert ease_for_all() and not denied & set(ease_for_all())


def test_what_was_found_stands_first_and_walks_wait_when_it_says_so(client: Client) -> None:
    device_person(client)
    answer_until(client, "V2")
    send(client, "V2", "yes")
    answer_all(client)
    screen = client.get(ADVICE).context["screen"]
    assert [one.flag for one in screen.found] == ["V2"] and not screen.walking
    assert library().flags["V2"].now["pause"] in text(client.get(ADVICE))


def test_an_answer_that_asks_for_care_today_comes_before_advice(client: Client) -> None:
    device_person(client)
    answer_until(client, "C3")
    send(client, "C3", "yes")
    assert client.get(ADVICE).headers["Location"] == "/refer/"


def test_before_the_questions_there_is_no_advice(client: Client) -> None:
    device_person(client)
    assert client.get(ADVICE).headers["Location"] == "/screening/"


def test_after_a_week_the_questions_come_again(client: Client) -> None:
    episode = device_person(client)
    answer_all(client)
    for days, status in ((6, 200), (8, 302)):
        plain = Episode.objects.get(pk=episode.pk)
        plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=days)).isoformat()
        plain.save()
        assert client.get(ADVICE).status_code == status


def test_who_has_a_program_is_sent_to_today(client: Client) -> None:
    patient_with_program(client)
    assert client.get(ADVICE).headers["Location"] == "/today/"
