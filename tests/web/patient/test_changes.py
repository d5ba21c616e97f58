"""All changes by date."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged
from backstride.web.records.actions.record import record
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import live

pytestmark = pytest.mark.django_db


def test_it_goes_from_the_newest_date_to_the_oldest_with_reasons(client: Client) -> None:
    live(patient_with_program(client, days_ago=3), 3)
    page = client.get("/changes/").content.decode()
    assert page.index("Your session: It went well.") < page.index("Your program was approved.")
    assert page.index("Your program was approved.") < page.index("Walking, to begin with")
    assert 'href="/rule/color/session/"' in page
    assert "How sure we are" in page


def test_a_long_history_is_paged(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    live(patient_with_program(client, days_ago=20), 20)
    with django_assert_max_num_queries(5):
        first = client.get("/changes/").content.decode()
    assert 'href="?page=2" rel="next"' in first and 'rel="prev"' not in first
    second = client.get("/changes/?page=2").content.decode()
    assert 'href="?page=1" rel="prev"' in second
    assert client.get("/changes/?page=900").status_code == 200


def test_it_shows_nobody_elses_changes(client: Client) -> None:
    live(patient_with_program(client, "spinal-stenosis", days_ago=2), 2)
    other = Client()
    patient_with_program(other)
    assert "It went well." not in other.get("/changes/").content.decode()


def test_a_lock_leaves_the_history_readable(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    page = client.get("/changes/").content.decode()
    assert "Exercise is stopped for now" in page


def test_before_the_first_it_says_what_will_stand_here(client: Client) -> None:
    device_person(client)
    assert "Nothing has changed yet" in client.get("/changes/").content.decode()
