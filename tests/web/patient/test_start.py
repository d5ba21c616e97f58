"""Start: what Backstride is, and the way into the questions."""

import pytest
from django.test import Client

from backstride.web.accounts.models import User
from backstride.web.records.actions.open_episode import open_for_patient
from backstride.web.records.models import Episode
from tests.web.patient.answering import answer_all, answer_until, send, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db


def test_a_newcomer_is_asked_the_questions_before_anything_else(client: Client) -> None:
    client.post("/device/")
    assert client.get("/start/").status_code == 200
    assert client.post("/start/").headers["Location"] == "/screening/"
    assert Episode.objects.count() == 1


def test_it_says_what_it_is_not(client: Client) -> None:
    device_person(client)
    page = text(client.get("/start/"))
    assert "Nobody watches it for emergencies" in page
    assert "not an approved medical device" in page


def test_beginning_twice_opens_one_episode(client: Client) -> None:
    device_person(client)
    client.post("/start/")
    client.post("/start/")
    assert Episode.objects.count() == 1


def test_who_has_a_program_is_sent_to_today(client: Client) -> None:
    patient_with_program(client)
    assert client.get("/start/").headers["Location"] == "/today/"


def test_after_the_questions_the_cause_comes_next(client: Client) -> None:
    device_person(client)
    answer_all(client)
    assert client.get("/start/").context["screen"].clear
    assert client.post("/start/").headers["Location"] == "/diagnosis/"


def test_an_answer_that_asks_for_care_leads_back_to_the_advice(client: Client) -> None:
    device_person(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    assert client.get("/start/").headers["Location"] == "/refer/"


def test_a_clinics_patient_waits_for_the_practitioner(client: Client, alice: User, bob: User) -> None:
    clinic = alice.memberships.get().clinic
    episode = open_for_patient(clinic=clinic, practitioner=alice, name="Bob", birth_year=None)
    Episode.objects.filter(pk=episode.pk).update(patient=bob)
    client.force_login(bob)
    assert "Alice is preparing your program" in text(client.get("/start/"))
    assert client.get("/screening/").headers["Location"] == "/start/"
    assert client.get("/diagnosis/").headers["Location"] == "/start/"


def test_a_stranger_signs_in_and_a_practitioner_belongs_elsewhere(client: Client, alice: User) -> None:
    assert client.get("/start/").headers["Location"].startswith("/sign-in/")
    client.force_login(alice)
    assert client.get("/start/").status_code == 403
