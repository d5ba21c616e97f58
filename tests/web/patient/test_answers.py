"""What the program rests on: the assessment in force, in words."""

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Taught
from backstride.web.accounts.models import User
from backstride.web.patient.draft import Draft, Stated, keep
from backstride.web.records.actions.record import record
from tests.web.patient.answering import text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
ANSWERS = "/answers/"


def test_it_is_linked_from_today(client: Client) -> None:
    patient_with_program(client)
    assert f'href="{ANSWERS}"' in text(client.get("/today/"))


def test_the_diagnosis_and_the_start_stand_in_words(client: Client) -> None:
    patient_with_program(client, contraindications=("knee",), aerobic="bike", kit=("bike", "wall"))
    page = text(client.get(ANSWERS))
    for words in (
        "Herniated disc",
        "Alice Gray, Physical therapist",
        "4 of 10",
        "Thigh",
        "10 minutes",
        "An exercise bike",
    ):
        assert words in page
    assert "Knee trouble" in page and "exercise bike, free wall" in page
    assert "tell Alice Gray" in page and 'href="/taught/"' not in page


def test_kind_and_grade_are_named_even_when_unknown(client: Client) -> None:
    patient_with_program(client, "spondylolisthesis", kind="isthmic")
    page = text(client.get(ANSWERS))
    assert "From a gap in the ring of the bone" in page and "Not known" in page


def test_a_weeks_count_and_the_most_comfortable_position(client: Client) -> None:
    patient_with_program(client, "pregnancy", kind="pregnant", weeks=24)
    assert "Week of pregnancy then" in text(client.get(ANSWERS))
    other = Client()
    patient_with_program(other, "undifferentiated", comfort="REL07")
    assert "One knee to your chest" in text(other.get(ANSWERS))


def test_what_is_known_and_who_said_so(client: Client) -> None:
    patient_with_program(client, known=("N1",))
    assert "Known to your practitioner, and stable." in text(client.get(ANSWERS))
    other = Client()
    alone = patient_with_program(other, supervised=False, known=("C5",))
    keep(alone, Draft(known=(Stated("C5", alone.today()),)))
    page = text(other.get(ANSWERS))
    assert "Both legs at once." in page and "You stated on" in page


def test_what_was_shown_is_named_with_its_form(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Taught(episode.today(), "Alice Gray", "FUN02", form="loaded"), by=None)
    record(episode, Taught(episode.today(), "Alice Gray", "COR03", control=True), by=None)
    page = text(client.get(ANSWERS))
    assert "Stand up and sit down, with a light load" in page
    assert "A steady middle was seen in: March on your back." in page


def test_a_person_alone_may_add_who_showed_them(client: Client) -> None:
    patient_with_program(client, supervised=False)
    page = text(client.get(ANSWERS))
    assert 'href="/taught/"' in page and "Saved at this Backstride" in page


def test_it_is_ones_own_and_needs_a_program(client: Client, alice: User) -> None:
    device_person(client)
    assert client.get(ANSWERS).headers["Location"] == "/start/"
    other = Client()
    episode = patient_with_program(other)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert other.get(ANSWERS).headers["Location"] == "/refer/"
    other.force_login(alice)
    assert other.get(ANSWERS).status_code == 403
