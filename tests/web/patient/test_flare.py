"""Flare: two calm days on a tap, then the way back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, FlareReported, Screened
from backstride.web.records.actions.record import record
from tests.web.patient.answering import kinds, program_in_force, text
from tests.web.patient.conftest import answers_clear, device_person, patient_with_program

pytestmark = pytest.mark.django_db
FLARE = "/flare/"


def test_it_explains_before_anything_changes(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    page = client.get(FLARE)
    assert "Two calm days" in text(page) and page.context["screen"].step is None
    assert program_in_force(episode).flare is None


def test_a_tap_opens_it_and_the_safety_questions_come_first(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    assert client.post(FLARE).headers["Location"] == FLARE
    assert program_in_force(episode).flare is not None
    screen = client.get(FLARE).context["screen"]
    assert (screen.step, screen.day, screen.ask, screen.session) == (0, 1, True, False)
    assert "/screening/" in text(client.get(FLARE))


def test_a_tap_sent_twice_counts_once(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    event_id = str(uuid4())
    client.post(FLARE, {"event_id": event_id})
    client.post(FLARE, {"event_id": event_id})
    assert kinds(episode).count("FlareReported") == 1


def test_in_a_flare_it_shows_the_step_and_what_today_holds(client: Client) -> None:
    episode = patient_with_program(client, days_ago=6)
    record(episode, FlareReported(episode.today() - timedelta(days=2)), by=episode.patient)
    answers = answers_clear("disc-herniation", full=False)
    record(episode, Screened(episode.today(), answers), by=episode.patient)
    screen = client.get(FLARE).context["screen"]
    assert (screen.step, screen.day, screen.ask, screen.again) == (1, 3, False, True)
    assert [step.state for step in screen.steps] == ["done", "now", "open", "open", "open"]
    assert screen.walk_minutes > 0 and screen.relief and screen.ease and not screen.session


def test_later_steps_hold_a_shorter_session(client: Client) -> None:
    episode = patient_with_program(client, days_ago=6)
    record(episode, FlareReported(episode.today() - timedelta(days=3)), by=episode.patient)
    answers = answers_clear("disc-herniation", full=False)
    record(episode, Screened(episode.today(), answers), by=episode.patient)
    screen = client.get(FLARE).context["screen"]
    assert screen.step == 2 and screen.session


def test_an_event_id_of_somebody_else_is_refused(client: Client) -> None:
    taken = patient_with_program(Client()).events.last()
    episode = patient_with_program(client, days_ago=3)
    assert client.post(FLARE, {"event_id": str(taken.pk)}).status_code == 422
    assert kinds(episode)[-1] == "Approved"


def test_a_locked_program_shows_the_advice(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=episode.patient)
    assert client.post(FLARE).headers["Location"] == "/refer/"
    assert program_in_force(episode).flare is None


def test_without_a_program_the_way_to_one_comes_first(client: Client) -> None:
    device_person(client)
    assert client.get(FLARE).headers["Location"] == "/screening/"
