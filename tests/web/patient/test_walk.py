"""The walk: its plan, the timer's reading, minutes typed in, and what is recorded."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import CALM_REPORT, check_in, live

pytestmark = pytest.mark.django_db

WALKED = {name: value for name, value in CALM_REPORT.items() if name != "effort"} | {"minutes": "6"}


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody who has checked in today."""
    found = patient_with_program(client, days_ago=1)
    check_in(found, found.today())
    return found


def walks(episode: Episode) -> list[dict[str, Any]]:
    """The walks recorded."""
    return [event.body for event in episode.events.filter(kind="Walked")]


def timed(client: Client) -> dict[str, Any]:
    """What the timer reads."""
    found: dict[str, Any] = json.loads(
        re.search(r'id="plan"[^>]*>(.*?)</script>', client.get("/walk/").content.decode())[1]
    )
    return found


def test_it_names_the_minutes_how_to_walk_and_why(client: Client, episode: Episode) -> None:
    page = client.get("/walk/").content.decode()
    assert "Walk 2 minutes" in page
    assert "0 of 3 walks done today." in page
    assert "Why this much?" in page and 'href="/rule/walking/walk_today/"' in page
    assert timed(client)["minutes"] == 2


def test_each_walk_of_the_day_is_recorded_once(client: Client, episode: Episode) -> None:
    first = timed(client)["event"]
    for _ in range(2):
        assert client.post("/walk/", {**WALKED, "minutes": "2", "event_id": first}).headers["Location"] == "/today/"
    assert len(walks(episode)) == 1
    assert timed(client)["event"] != first
    assert "1 of 3 walks done today." in client.get("/walk/").content.decode()


def test_what_was_walked_and_felt_is_kept(client: Client, episode: Episode) -> None:
    client.post("/walk/", {**WALKED, "brisk_minutes": "1"})
    (kept,) = walks(episode)
    assert kept["minutes"] == 6
    assert kept["brisk_minutes"] == 1
    assert kept["report"]["before_leg"] == 3
    assert kept["report"]["site_after"] == "thigh"


def test_a_walk_cut_short_says_how_much_was_done(client: Client) -> None:
    episode = patient_with_program(client, days_ago=1, walk_minutes=30)
    check_in(episode, episode.today())
    asked = timed(client)["minutes"]
    client.post("/walk/", {**WALKED, "minutes": "4"})
    assert walks(episode)[0]["report"]["completed"] == round(400 / asked)


def test_brisk_stretches_come_with_the_level(client: Client) -> None:
    episode = patient_with_program(client, days_ago=9, walk_minutes=60)
    live(episode, 9, leg=2)
    check_in(episode, episode.today(), leg=2)
    told = timed(client)
    assert told["minutes"] >= 20
    assert told["interval"] is False


def test_stenosis_walks_in_stretches_and_keeps_onset_and_ease(client: Client) -> None:
    episode = patient_with_program(client, "spinal-stenosis", days_ago=1)
    check_in(episode, episode.today())
    page = client.get("/walk/").content.decode()
    assert "My leg asks for a rest" in page and "It has eased" in page
    client.post("/walk/", {**WALKED, "onset": "4", "ease": "2"})
    (kept,) = walks(episode)
    assert (kept["onset"], kept["ease"]) == (4, 2)


def test_other_causes_are_not_asked_for_onset(client: Client, episode: Episode) -> None:
    page = client.get("/walk/").content.decode()
    assert 'name="onset"' not in page and "My leg asks for a rest" not in page


@pytest.mark.parametrize("name", sorted(WALKED))
def test_a_missing_answer_is_named_and_the_others_are_kept(client: Client, episode: Episode, name: str) -> None:
    response = client.post("/walk/", {key: value for key, value in WALKED.items() if key != name})
    page = response.content.decode()
    assert response.status_code == 422
    assert "One thing to mend" in page
    assert name == "minutes" or 'value="6"' in page
    assert walks(episode) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("minutes", "0"), ("minutes", "601"), ("minutes", "six"), ("brisk_minutes", "7"), ("peak_leg", "11")],
)
def test_an_impossible_answer_stores_nothing(client: Client, episode: Episode, name: str, value: str) -> None:
    assert client.post("/walk/", {**WALKED, name: value}).status_code == 422
    assert walks(episode) == []


def test_where_no_walk_is_given_it_leads_back(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get("/walk/").headers["Location"] == "/refer/"
    alone = Client()
    device_person(alone)
    assert alone.get("/walk/").headers["Location"] == "/start/"


def test_it_may_be_walked_before_the_check_in_and_while_paused(client: Client) -> None:
    patient_with_program(client)
    assert client.get("/walk/").status_code == 200
