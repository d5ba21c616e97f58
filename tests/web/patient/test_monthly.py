"""Once a month: four questions, what helps with each yes, and where to turn in a crisis."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, YellowAnswered
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import kinds, program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import live

pytestmark = pytest.mark.django_db
MONTHLY = "/monthly/"
NO = dict.fromkeys(library().yellow, "no")


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody who was never asked."""
    return patient_with_program(client)


def test_one_quiet_line_on_today_leads_there(client: Client, episode: Episode) -> None:
    assert 'href="/monthly/"' in text(client.get("/today/"))
    client.post(MONTHLY, NO)
    assert 'href="/monthly/"' not in text(client.get("/today/"))


def test_each_question_is_asked_with_its_reason(client: Client, episode: Episode) -> None:
    page = text(client.get(MONTHLY))
    for one in library().yellow.values():
        assert one.question in page and one.why in page
    assert "checked" not in page


def test_who_sees_it_and_that_nobody_watches(client: Client, episode: Episode) -> None:
    page = text(client.get(MONTHLY))
    assert "Alice Gray can see a yes" in page
    assert "Nobody watches them around the clock." in page
    assert 'href="tel:112"' in page and "local crisis line" in page


def test_without_a_number_it_names_the_crisis_line_in_words(
    client: Client, episode: Episode, settings: Settings
) -> None:
    settings.EMERGENCY_NUMBER = ""
    page = text(client.get(MONTHLY))
    assert "call your local crisis line or emergency number." in page and "tel:" not in page


def test_a_yes_is_kept_and_shows_what_helps_and_its_lesson(client: Client, episode: Episode) -> None:
    assert client.post(MONTHLY, NO | {"low-mood": "yes"}).headers["Location"] == MONTHLY
    (kept,) = episode.events.filter(kind="YellowAnswered")
    assert kept.body["yes"] == ["low-mood"]
    page = text(client.get(MONTHLY))
    yellow = library().yellow["low-mood"]
    assert yellow.question in page and yellow.helps.split(".")[0] in page
    assert f'href="/lesson/{yellow.lesson}/"' in page
    assert "local crisis line" in page
    assert library().yellow["harm-belief"].question not in page
    assert program_in_force(episode).lock is None


def test_four_times_no_is_answered_too(client: Client, episode: Episode) -> None:
    client.post(MONTHLY, NO)
    assert "You answered no to all four." in text(client.get(MONTHLY))


def test_sent_twice_it_is_kept_once(client: Client, episode: Episode) -> None:
    answers = NO | {"event_id": str(client.get(MONTHLY).context["screen"].event_id)}
    client.post(MONTHLY, answers)
    client.post(MONTHLY, answers)
    assert kinds(episode).count("YellowAnswered") == 1


@pytest.mark.parametrize("name", sorted(library().yellow))
def test_a_missing_answer_is_asked_again_and_the_rest_is_kept(client: Client, episode: Episode, name: str) -> None:
    response = client.post(MONTHLY, {key: value for key, value in NO.items() if key != name})
    assert response.status_code == 422
    asked = {one.id: one for one in response.context["screen"].asked}
    assert asked[name].missing and all(one.value == "no" for key, one in asked.items() if key != name)
    assert "YellowAnswered" not in kinds(episode)


def test_an_answer_that_does_not_exist_is_refused(client: Client, episode: Episode) -> None:
    assert client.post(MONTHLY, NO | {"low-mood": "maybe"}).status_code == 422


def test_it_comes_back_after_28_days(client: Client) -> None:
    episode = patient_with_program(client, days_ago=28, supervised=False)
    record(episode, YellowAnswered(episode.today() - timedelta(days=28), ("low-mood",)), by=None)
    assert client.get(MONTHLY).context["screen"].asked
    other = Client()
    fresh = patient_with_program(other, days_ago=2)
    live(fresh, 1)
    record(fresh, YellowAnswered(fresh.today(), ()), by=None)
    screen = other.get(MONTHLY).context["screen"]
    assert not screen.asked and screen.next_on == fresh.today() + timedelta(days=28)


def test_a_person_alone_reads_that_nobody_sees_it(client: Client) -> None:
    patient_with_program(client, supervised=False)
    assert "No practitioner sees your answers here." in text(client.get(MONTHLY))
    client.post(MONTHLY, NO | {"harm-belief": "yes"})
    assert "Show it to yours, if you like." in text(client.get(MONTHLY))


def test_a_lock_leads_to_its_advice_and_no_program_to_the_start(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get(MONTHLY).headers["Location"] == "/refer/"
    other = Client()
    device_person(other)
    assert other.get(MONTHLY).headers["Location"] == "/start/"
