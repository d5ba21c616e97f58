"""Somebody showed me: a person alone records who taught what, so that loaded moves and the third phase can open."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.catalogue import PLAIN
from backstride.web.patient.teaching import control_of, lessons
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from tests.web.patient.answering import kinds, program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
TAUGHT = "/taught/"


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody alone with a program."""
    return patient_with_program(client, supervised=False)


def shown(episode: Episode, **more: object) -> dict[str, object]:
    """A whole form: one loaded form, and the steadiness check."""
    return {
        "shown": ["FUN02/loaded"],
        "control": "yes",
        "name": "Kim Lee",
        "profession": "physical-therapist",
        "on": (episode.today() - timedelta(days=3)).isoformat(),
    } | more


def test_it_lists_what_must_be_shown_and_the_check_of_the_cause(client: Client, episode: Episode) -> None:
    page = text(client.get(TAUGHT))
    assert 'value="FUN02/loaded"' in page and "Stand up and sit down, with a light load" in page
    assert "They watched me do “March on your back”" in page


def test_what_is_listed_is_what_the_engine_waits_for(episode: Episode) -> None:
    for one in lessons(program_in_force(episode)):
        assert knowledge().exercise(one.exercise).forms[one.form].taught


@pytest.mark.parametrize("cause", sorted(knowledge().causes))
def test_each_cause_has_its_check(client: Client, cause: str) -> None:
    kinds_of = knowledge().causes[cause].kinds
    more = {"kind": next(iter(kinds_of)), "weeks": 24} if any(one.weeks for one in kinds_of.values()) else {}
    episode = patient_with_program(client, cause, supervised=False, **more)
    check = control_of(program_in_force(episode))
    assert (check.exercise, check.form, check.done) == (knowledge().causes[cause].control, PLAIN, False)


def test_it_is_kept_with_who_what_they_are_and_when(client: Client, episode: Episode) -> None:
    assert client.post(TAUGHT, shown(episode)).headers["Location"] == "/answers/"
    program = program_in_force(episode)
    assert program.taught == ("COR03", "FUN02/loaded") and program.controlled == ("COR03",)
    by = {event.body["by"] for event in episode.events.filter(kind="Taught")}
    day = episode.today() - timedelta(days=3)
    assert by == {f"Kim Lee (physical therapist, {day.day} {day:%B %Y})"}
    page = text(client.get(TAUGHT))
    assert "Confirmed in “March on your back”." in page and 'value="FUN02/loaded"' not in page


def test_the_check_alone_is_enough_and_so_is_a_move(client: Client, episode: Episode) -> None:
    client.post(TAUGHT, shown(episode, shown=[]))
    assert program_in_force(episode).controlled == ("COR03",)
    sent = shown(episode)
    del sent["control"]
    client.post(TAUGHT, sent)
    assert "FUN02/loaded" in program_in_force(episode).taught


def test_sent_twice_it_is_recorded_once(client: Client, episode: Episode) -> None:
    sent = shown(episode, event_id=str(uuid.uuid4()))
    client.post(TAUGHT, sent)
    client.post(TAUGHT, sent)
    assert kinds(episode).count("Taught") == 2


@pytest.mark.parametrize("name", ["name", "profession", "on"])
def test_who_and_when_are_needed(client: Client, episode: Episode, name: str) -> None:
    response = client.post(TAUGHT, shown(episode, **{name: ""}))
    assert response.status_code == 422
    assert list(response.context["screen"].form.errors) == [name]
    assert "Taught" not in kinds(episode)


def test_nothing_ticked_is_said(client: Client, episode: Episode) -> None:
    sent = shown(episode, shown=[])
    del sent["control"]
    response = client.post(TAUGHT, sent)
    assert response.status_code == 422 and "Tick what they showed you." in text(response)


@pytest.mark.parametrize(("name", "value"), [("shown", ["COR01"]), ("shown", ["XXX99"]), ("profession", "friend")])
def test_what_does_not_exist_is_refused(client: Client, episode: Episode, name: str, value: object) -> None:
    assert client.post(TAUGHT, shown(episode, **{name: value})).status_code == 422
    assert "Taught" not in kinds(episode)


def test_a_day_that_has_not_come_is_refused(client: Client, episode: Episode) -> None:
    tomorrow = (episode.today() + timedelta(days=1)).isoformat()
    assert client.post(TAUGHT, shown(episode, on=tomorrow)).status_code == 422


def test_who_is_overseen_cannot_say_so_themselves(client: Client) -> None:
    episode = patient_with_program(client)
    assert client.post(TAUGHT, shown(episode)).headers["Location"] == "/answers/"
    assert "Taught" not in kinds(episode)


def test_without_a_program_it_leads_to_the_start(client: Client) -> None:
    device_person(client)
    assert client.get(TAUGHT).headers["Location"] == "/start/"
