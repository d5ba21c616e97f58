"""The ride: in the walk's place, timed or typed in, recorded as a session of its own."""

import gzip
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Report, SessionDone
from backstride.engine.values import Site
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode, EventRecord
from tests.web.patient.answering import program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import CALM_REPORT, check_in, plan_on

pytestmark = pytest.mark.django_db
RIDE = "/ride/"
RIDDEN = CALM_REPORT | {"minutes": "5"}


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody with a narrow spine and a bike at home, on a day for the bike, who has checked in."""
    found = patient_with_program(client, "spinal-stenosis", days_ago=1, kit=("bike", "chair", "wall"))
    check_in(found, found.today())
    assert plan_on(found, found.today()).ride is not None
    return found


def sessions(episode: Episode) -> list[dict[str, Any]]:
    """The sessions recorded today."""
    return [event.body for event in episode.events.filter(kind="SessionDone", on=episode.today())]


def practised(client: Client, episode: Episode) -> None:
    """Do the moves of today."""
    items = plan_on(episode, episode.today()).session.items
    client.post("/session/", CALM_REPORT | {"exercises": [item.exercise for item in items]})


def test_it_names_minutes_how_and_why(client: Client, episode: Episode) -> None:
    page = text(client.get(RIDE))
    assert "Ride 5 minutes" in page and "Pedal easily" in page
    assert "Lean forward a little as you ride." in page
    assert 'href="/rule/aerobic/ride/"' in page and "the bike" in page
    assert "style=" not in page


def test_the_timer_reads_its_minutes_and_no_brisk_stretches(client: Client, episode: Episode) -> None:
    found = json.loads(re.search(r'id="plan"[^>]*>(.*?)</script>', client.get(RIDE).content.decode())[1])
    assert (found["minutes"], found["brisk"], found["interval"]) == (5, 0, False)
    assert found["words"]["easy"] == "Ride"


def test_it_is_recorded_alone_and_once(client: Client, episode: Episode) -> None:
    answers = RIDDEN | {"event_id": str(client.get(RIDE).context["screen"].form["event_id"].value())}
    for _ in range(2):
        assert client.post(RIDE, answers).headers["Location"] == "/today/"
    (kept,) = sessions(episode)
    assert kept["exercises"] == ["AER03"]
    assert kept["report"]["effort"] == 4 and kept["report"].get("completed", 100) == 100
    today = program_in_force(episode).today
    assert (today.sessions, today.walked, today.walk_done) == (0, 5, True)


def test_fewer_minutes_count_as_they_were(client: Client, episode: Episode) -> None:
    client.post(RIDE, RIDDEN | {"minutes": "3"})
    assert program_in_force(episode).today.walked == 3


def test_it_does_not_take_the_moves_place(client: Client, episode: Episode) -> None:
    client.post(RIDE, RIDDEN)
    assert client.get("/session/").status_code == 200
    practised(client, episode)
    assert len(sessions(episode)) == 2
    assert client.get(RIDE).headers["Location"] == "/today/"


def test_on_today_it_stands_in_the_walks_place(client: Client, episode: Episode) -> None:
    page = text(client.get("/today/"))
    assert 'href="/ride/"' in page and 'href="/walk/"' not in page
    assert "The road to 30 minutes" in page
    practised(client, episode)
    now = text(client.get("/today/")).split('<section class="now">')[1].split("</section>")[0]
    assert "Ride 5 minutes" in now and "Why the bike?" in now
    client.post(RIDE, RIDDEN)
    assert 'href="/ride/"' not in text(client.get("/today/"))


def test_half_an_hour_later_it_asks_about_what_came_last(client: Client, episode: Episode) -> None:
    practised(client, episode)
    client.post(RIDE, RIDDEN)
    for event in EventRecord.objects.filter(episode=episode):
        EventRecord.objects.filter(pk=event.pk).update(recorded_at=event.recorded_at - timedelta(minutes=40))
    assert "A few taps about the hour after it." in text(client.get("/today/"))
    assert "Did it settle after the ride?" in text(client.get("/settled/"))
    client.post("/settled/", {"settled": "yes", "site": "thigh", "tingling": "no"})
    assert client.get("/settled/").headers["Location"] == "/today/"


@pytest.mark.parametrize("name", sorted(RIDDEN))
def test_a_missing_answer_is_named_and_nothing_is_stored(client: Client, episode: Episode, name: str) -> None:
    response = client.post(RIDE, {key: value for key, value in RIDDEN.items() if key != name})
    assert response.status_code == 422
    assert list(response.context["screen"].form.errors) == [name]
    assert sessions(episode) == []


@pytest.mark.parametrize(("name", "value"), [("minutes", "0"), ("minutes", "601"), ("peak_leg", "11"), ("effort", "x")])
def test_an_impossible_answer_stores_nothing(client: Client, episode: Episode, name: str, value: str) -> None:
    assert client.post(RIDE, RIDDEN | {name: value}).status_code == 422
    assert sessions(episode) == []


def test_another_persons_event_id_stores_nothing(client: Client, episode: Episode) -> None:
    taken = patient_with_program(Client()).events.first()
    assert client.post(RIDE, RIDDEN | {"event_id": str(taken.pk)}).status_code == 422
    assert sessions(episode) == []


def test_the_check_in_comes_first_and_other_days_have_none(client: Client) -> None:
    episode = patient_with_program(client, "spinal-stenosis", days_ago=1, kit=("bike",))
    assert client.get(RIDE).headers["Location"] == "/today/"
    check_in(episode, episode.today())
    assert client.get(RIDE).status_code == 200
    walker = Client()
    check_in(found := patient_with_program(walker), found.today())
    assert walker.get(RIDE).headers["Location"] == "/today/"


def test_water_has_its_own_words_and_its_day_off(client: Client) -> None:
    episode = patient_with_program(client, days_ago=1, aerobic="water", kit=("pool",))
    on = episode.today() - timedelta(days=1)
    check_in(episode, on)
    check_in(episode, episode.today())
    assert "Walk 5 minutes in water" in text(client.get(RIDE))
    client.post(RIDE, RIDDEN)
    resting = Client()
    rested = patient_with_program(resting, days_ago=1, aerobic="water", kit=("pool",))
    on = rested.today() - timedelta(days=1)
    check_in(rested, on)
    _walk_in_water(rested, on)
    check_in(rested, rested.today())
    assert resting.get(RIDE).headers["Location"] == "/today/"
    assert "</b> waits: you have done it often enough in the last 7 days." in text(resting.get("/today/"))


def _walk_in_water(episode: Episode, on: date) -> None:
    felt = Report(3, 2, 3, 2, Site.THIGH, Site.THIGH, effort=4)
    record(episode, SessionDone(on, felt, ("AER04",)), by=None)


def test_a_lock_leads_to_its_advice_and_no_program_to_the_start(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get(RIDE).headers["Location"] == "/refer/"
    other = Client()
    device_person(other)
    assert other.get(RIDE).headers["Location"] == "/start/"


def test_it_is_small(client: Client, episode: Episode) -> None:
    assert len(gzip.compress(client.get(RIDE).content)) < 20_000
