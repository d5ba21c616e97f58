"""Something is wrong: for anybody, at any time."""

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged
from backstride.web.accounts.models import User
from backstride.web.patient.signs import FIRST, NOW, TODAY
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from tests.web.patient.answering import text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
WRONG = "/wrong/"


def test_it_works_signed_out(client: Client) -> None:
    page = client.get(WRONG)
    assert page.status_code == 200
    assert all(str(sign) in text(page) for sign in FIRST.values())


def test_it_works_for_a_person_without_a_program_and_for_a_practitioner(client: Client, alice: User) -> None:
    device_person(client)
    assert client.get(WRONG).status_code == 200
    client.force_login(alice)
    assert client.get(WRONG).status_code == 200


def test_the_call_is_a_link_when_a_number_is_set(client: Client) -> None:
    assert 'href="tel:112"' in text(client.get(WRONG))


def test_without_a_number_there_are_words_and_no_link(client: Client, settings: Settings) -> None:
    settings.EMERGENCY_NUMBER = ""
    page = text(client.get(WRONG))
    assert "Call your local emergency number" in page and "tel:" not in page


def test_every_urgent_question_has_its_sign() -> None:
    emergencies = {flag.id for flag in library().flags.values() if "emergency" in flag.now}
    same_day = {flag.id for flag in library().flags.values() if flag.yes == "same-day" or flag.two == "same-day"}
    # K3 asks between times for the signs of K1.
    assert emergencies - {"K3"} <= FIRST.keys() | NOW.keys()
    assert same_day <= TODAY.keys()


def test_it_says_that_nobody_watches(client: Client) -> None:
    assert "Nobody watches Backstride, day or night." in text(client.get(WRONG))


def test_a_patient_reads_who_their_practitioner_is_and_can_say_that_it_flared(client: Client) -> None:
    patient_with_program(client)
    page = text(client.get(WRONG))
    assert "Call Alice Gray" in page and "/flare/" in page


def test_a_locked_program_offers_no_flare(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=episode.patient)
    assert not client.get(WRONG).context["screen"].program


def test_nobody_is_sent_away(client: Client) -> None:
    assert client.get(WRONG).status_code == client.head(WRONG).status_code == 200


def test_something_changed_can_be_told_where_there_is_a_program(client: Client) -> None:
    assert "/something-changed/" not in text(client.get(WRONG))
    patient_with_program(client)
    assert 'href="/something-changed/"' in text(client.get(WRONG))
