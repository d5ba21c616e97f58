"""Reopen: a person alone says who examined them, then answers everything afresh."""

from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged
from backstride.web.patient.draft import draft_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from tests.web.patient.answering import (
    QUESTIONS,
    answer_all,
    answer_until,
    kinds,
    program_in_force,
    send,
    text,
)
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
REOPEN = "/reopen/"


def locked(client: Client, days_ago: int = 5, supervised: bool = False) -> Episode:
    """Somebody whose program was locked for an emergency some days ago."""
    episode = patient_with_program(client, days_ago=days_ago + 2, supervised=supervised)
    record(episode, Flagged(episode.today() - timedelta(days=days_ago), Answer("C1", "yes")), by=episode.patient)
    return episode


def examined(episode: Episode, days_ago: int = 1) -> dict[str, str]:
    """A whole form."""
    return {"by": "Dr. Lee, neurologist", "on": (episode.today() - timedelta(days=days_ago)).isoformat()}


def test_examined_and_all_clear_opens_the_program(client: Client) -> None:
    episode = locked(client)
    assert client.post(REOPEN, examined(episode)).headers["Location"] == QUESTIONS
    assert not client.get(QUESTIONS).context["screen"].weekly
    assert answer_all(client) == "/today/"
    assert kinds(episode)[-1] == "Reopened"
    program = program_in_force(episode)
    assert program.lock is None and program.phase == 1
    body = episode.events.last().body
    assert (body["by"], body["practitioner"]) == ("Dr. Lee, neurologist", False)


def test_a_new_yes_keeps_it_locked(client: Client) -> None:
    episode = locked(client)
    client.post(REOPEN, examined(episode))
    answer_until(client, "C2")
    assert send(client, "C2", "yes").headers["Location"] == "/refer/"
    assert {one.flag for one in program_in_force(episode).locks} == {"C1", "C2"}


def test_the_same_yes_again_cannot_be_taken_back(client: Client) -> None:
    episode = locked(client)
    client.post(REOPEN, examined(episode))
    answer_until(client, "C1")
    send(client, "C1", "yes")
    client.post("/refer/")
    assert program_in_force(episode).lock.flag == "C1"
    assert client.get(QUESTIONS).headers["Location"] == "/refer/"


def test_an_answer_that_asks_for_a_review_is_recorded_and_keeps_it_locked(client: Client) -> None:
    episode = locked(client)
    client.post(REOPEN, examined(episode))
    answer_until(client, "V2")
    send(client, "V2", "yes")
    assert answer_all(client) == "/refer/"
    assert kinds(episode)[-1] == "Screened"
    assert {one.flag for one in program_in_force(episode).locks} == {"C1", "V2"}


@pytest.mark.parametrize("days_ago", [5, 6, -1])
def test_the_examination_comes_after_the_lock_and_not_in_the_future(client: Client, days_ago: int) -> None:
    episode = locked(client)
    page = client.post(REOPEN, examined(episode, days_ago))
    assert page.status_code == 422 and "on" in page.context["screen"].form.errors


@pytest.mark.parametrize("name", ["by", "on"])
def test_what_is_missing_is_named(client: Client, name: str) -> None:
    episode = locked(client)
    page = client.post(REOPEN, examined(episode) | {name: ""})
    assert page.status_code == 422 and list(page.context["screen"].form.errors) == [name]
    assert draft_of(Episode.objects.get(pk=episode.pk)).examined is None


def test_a_supervised_person_needs_their_practitioner(client: Client) -> None:
    episode = locked(client, supervised=True)
    assert "Alice Gray must look first" in text(client.get(REOPEN))
    assert client.post(REOPEN, examined(episode)).status_code == 403
    assert client.get(QUESTIONS).headers["Location"] == "/refer/"


def test_questions_begun_on_another_day_do_not_open_it(client: Client) -> None:
    episode = locked(client)
    client.post(REOPEN, examined(episode))
    plain = Episode.objects.get(pk=episode.pk)
    plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=1)).isoformat()
    plain.save()
    assert client.get(QUESTIONS).headers["Location"] == "/refer/"


def test_without_a_program_the_way_on_opens_after_an_examination(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    plain = Episode.objects.get(pk=episode.pk)
    plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=9)).isoformat()
    plain.save()
    assert client.get("/diagnosis/").headers["Location"] == "/refer/"
    assert client.post(REOPEN, examined(episode)).headers["Location"] == QUESTIONS
    assert answer_all(client) == "/diagnosis/"
    assert draft_of(Episode.objects.get(pk=episode.pk)).earlier[0].said("C1") == Answer("C1", "yes")


def test_a_program_that_is_not_stopped_has_nothing_to_open(client: Client) -> None:
    patient_with_program(client)
    assert client.get(REOPEN).headers["Location"] == "/today/"
