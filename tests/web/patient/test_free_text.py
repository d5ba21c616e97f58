"""Beside every field for free text stands where to turn in a crisis, and that nobody reads it at once."""

import pytest
from django.test import Client

from tests.web.patient.answering import answer_all, answer_until, send, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
HERE = ("is not read at once", "local crisis line")


def beside(client: Client, address: str) -> None:
    """The page has a field for words, and the contacts with it."""
    page = text(client.get(address))
    assert 'type="text"' in page or "<textarea" in page
    for words in HERE:
        assert words in page


def test_the_diagnosis_and_the_page_to_take_along(client: Client) -> None:
    device_person(client)
    answer_all(client)
    beside(client, "/diagnosis/?told=yes")
    beside(client, "/summary/")


def test_who_examined_and_who_showed(client: Client) -> None:
    device_person(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    beside(client, "/reopen/")
    alone = Client()
    patient_with_program(alone, supervised=False)
    beside(alone, "/taught/")


def test_the_name_of_a_task(client: Client) -> None:
    patient_with_program(client)
    beside(client, "/measures/task-1/")
