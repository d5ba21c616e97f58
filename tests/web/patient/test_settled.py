"""Did it settle: three taps, for the session and for the walk."""

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Report, SessionDone, Walked
from backstride.engine.values import Site
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import check_in, plan_on

pytestmark = pytest.mark.django_db

SETTLED = {"settled": "yes", "site": "buttock", "tingling": "no"}


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody who has done today's session and a walk."""
    found = patient_with_program(client, days_ago=1)
    on = found.today()
    check_in(found, on)
    felt = Report(3, 2, 3, 2, Site.THIGH, Site.THIGH, effort=4)
    record(found, SessionDone(on, felt, tuple(item.exercise for item in plan_on(found, on).session.items)), by=None)
    record(found, Walked(on, 6, felt), by=None)
    return found


def answers(episode: Episode) -> list[dict[str, object]]:
    """The later answers recorded."""
    return [event.body for event in episode.events.filter(kind="SettledAnswered")]


def test_it_asks_with_the_place_before(client: Client, episode: Episode) -> None:
    page = client.get("/settled/").content.decode()
    assert "Did it settle after the moves?" in page
    assert "Before: thigh." in page
    assert " checked" not in page


def test_it_is_recorded_once_and_not_asked_again(client: Client, episode: Episode) -> None:
    assert client.post("/settled/", SETTLED).headers["Location"] == "/today/"
    assert answers(episode) == [
        {"kind": "SettledAnswered", "on": str(episode.today()), "settled": True, "site": "buttock"}
    ]
    assert client.get("/settled/").headers["Location"] == "/today/"
    assert client.post("/settled/", SETTLED).headers["Location"] == "/today/"
    assert len(answers(episode)) == 1


def test_the_walk_has_its_own(client: Client, episode: Episode) -> None:
    assert "Did it settle after the walk?" in client.get("/settled/?walk=1").content.decode()
    client.post("/settled/?walk=1", {**SETTLED, "settled": "no", "tingling": "yes"})
    (kept,) = answers(episode)
    assert kept["walk"] is True
    assert kept["settled"] is False
    assert kept["tingling"] is True


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_a_missing_answer_is_named_and_the_others_are_kept(client: Client, episode: Episode, name: str) -> None:
    response = client.post("/settled/", {key: value for key, value in SETTLED.items() if key != name})
    page = response.content.decode()
    assert response.status_code == 422
    assert "One thing to mend" in page and "Still to answer" in page
    assert page.count(" checked") == 2
    assert answers(episode) == []


def test_an_impossible_answer_stores_nothing(client: Client, episode: Episode) -> None:
    assert client.post("/settled/", {**SETTLED, "site": "knee"}).status_code == 422
    assert answers(episode) == []


def test_with_nothing_done_it_leads_back(client: Client) -> None:
    patient_with_program(client)
    assert client.get("/settled/").headers["Location"] == "/today/"
    assert client.get("/settled/?walk=1").headers["Location"] == "/today/"


def test_a_lock_and_no_program_lead_elsewhere(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get("/settled/").headers["Location"] == "/refer/"
    alone = Client()
    device_person(alone)
    assert alone.get("/settled/").headers["Location"] == "/start/"


def test_after_a_walk_in_stretches_leg_pain_at_rest_is_asked(client: Client) -> None:
    found = patient_with_program(client, "spinal-stenosis", days_ago=1)
    on = found.today()
    check_in(found, on)
    record(found, Walked(on, 6, Report(3, 2, 4, 2, Site.THIGH, Site.THIGH), ease=2), by=None)
    page = client.get("/settled/?walk=1").content.decode()
    assert "Leg pain now, at rest" in page and "Four taps." in page
    missing = client.post("/settled/?walk=1", SETTLED)
    assert missing.status_code == 422 and list(missing.context["screen"].form.errors) == ["leg"]
    assert client.post("/settled/?walk=1", SETTLED | {"leg": "4"}).headers["Location"] == "/today/"
    (kept,) = answers(found)
    assert (kept["walk"], kept["leg"]) == (True, 4)


def test_other_walks_and_sessions_do_not_ask_it(client: Client, episode: Episode) -> None:
    assert "at rest" not in client.get("/settled/").content.decode()
    assert "at rest" not in client.get("/settled/?walk=1").content.decode()
