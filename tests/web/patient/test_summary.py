"""Summary: a page to take to a practitioner, with the person's answers and no name."""

import pytest
from django.test import Client

from backstride.web.records.library import library
from tests.web.patient.answering import answer_all, answer_until, send, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
SUMMARY = "/summary/"
STORY = {"leg": "6", "back": "2", "place": "calf", "since": "3 weeks", "cannot": "Sit through a meal <b>"}


def test_it_asks_first_and_then_shows_the_page(client: Client) -> None:
    device_person(client)
    answer_all(client)
    assert client.get(SUMMARY).context["screen"].form is not None
    assert client.post(SUMMARY, STORY).headers["Location"] == SUMMARY
    page = text(client.get(SUMMARY))
    assert "6 of 10" in page and "Calf" in page and "3 weeks" in page
    assert "Sit through a meal &lt;b&gt;" in page
    assert library().flags["C1"].question in page


def test_it_can_be_changed(client: Client) -> None:
    device_person(client)
    answer_all(client)
    client.post(SUMMARY, STORY)
    assert client.get(SUMMARY, {"change": ""}).context["screen"].values["cannot"] == STORY["cannot"]


def test_answers_that_were_not_no_stand_out(client: Client) -> None:
    device_person(client)
    answer_until(client, "K2")
    send(client, "K2", "yes", part=["night-pain"])
    answer_until(client, "V2")
    send(client, "V2", "not-sure")
    answer_all(client)
    client.post(SUMMARY, STORY)
    screen = client.get(SUMMARY).context["screen"]
    assert [(str(line.said), line.more) for line in screen.not_no] == [
        ("Yes", "I have pain at night that no position eases."),
        ("Not sure", ""),
    ]


def test_it_is_there_for_somebody_who_needs_care_today(client: Client) -> None:
    device_person(client)
    answer_until(client, "N1")
    send(client, "N1", "yes")
    send(client, "N1+", "yes")
    client.post(SUMMARY, STORY)
    page = text(client.get(SUMMARY))
    assert "Did it come on within a day or two, or is it in both legs? Yes." in page


@pytest.mark.parametrize(("name", "value"), [("leg", ""), ("leg", "12"), ("back", ""), ("place", "")])
def test_what_is_missing_is_asked_again(client: Client, name: str, value: str) -> None:
    device_person(client)
    answer_all(client)
    page = client.post(SUMMARY, STORY | {name: value})
    assert page.status_code == 422 and name in page.context["screen"].form.errors
    assert page.context["screen"].values["since"] == "3 weeks"


def test_without_answers_it_sends_to_the_questions(client: Client) -> None:
    device_person(client)
    assert client.get(SUMMARY).headers["Location"] == "/screening/"


def test_who_has_a_program_is_sent_to_today(client: Client) -> None:
    patient_with_program(client)
    assert client.get(SUMMARY).headers["Location"] == "/today/"


def test_a_statement_stands_beside_its_answer(client: Client) -> None:
    device_person(client)
    answer_until(client, "C5")
    send(client, "C5", "yes")
    client.post("/refer/", {"known": "C5", "stable": "yes"})
    client.post(SUMMARY, STORY)
    page = text(client.get(SUMMARY))
    assert "the one who diagnosed me knows of this, and it is stable." in page
