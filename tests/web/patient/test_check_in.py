"""Check-in: the morning's answers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import CheckedIn, Flagged, Walked
from backstride.engine.values import Settled, Site
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode, EventRecord
from tests.web.patient.answering import QUESTIONS, kinds, program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
CHECK_IN = "/check-in/"
MORNING = {"leg": "4", "back": "3", "place": "thigh", "new": "no"}


def walked(client: Client) -> Episode:
    """Somebody who walked yesterday."""
    episode = patient_with_program(client, days_ago=3)
    record(episode, Walked(episode.today() - timedelta(days=1), 8), by=episode.patient)
    return episode


def told(episode: Episode, leg: int, back: int, days_ago: int) -> None:
    """A check-in of an earlier day."""
    on = episode.today() - timedelta(days=days_ago)
    record(episode, CheckedIn(on, leg=leg, back=back, site=Site.THIGH), by=episode.patient)


def test_it_is_recorded_and_leads_to_today(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    assert client.post(CHECK_IN, MORNING).headers["Location"] == "/today/"
    day = program_in_force(episode).today
    assert (day.leg, day.back, day.site) == (4, 3, Site.THIGH)


def test_yesterdays_questions_come_only_after_a_session_or_walk(client: Client) -> None:
    patient_with_program(client, days_ago=3)
    assert 'name="settled"' not in text(client.get(CHECK_IN))
    other = Client()
    episode = walked(other)
    page = text(other.get(CHECK_IN))
    assert 'name="settled"' in page and 'name="stiffer"' in page
    other.post(CHECK_IN, MORNING | {"settled": Settled.NOT_YET.value, "stiffer": "yes"})
    body = episode.events.last().body
    assert (body["settled"], body["stiffer"]) == ("not-yet", True)


def test_a_dash_marks_yesterdays_answer_and_nothing_is_chosen(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    told(episode, 5, 2, days_ago=1)
    screen = client.get(CHECK_IN).context["screen"]
    assert (screen.before.leg, screen.before.back) == (5, 2)
    assert not any(screen.values.values())


@pytest.mark.parametrize("name", ["leg", "back", "place", "new"])
def test_what_is_missing_is_named_and_the_rest_is_kept(client: Client, name: str) -> None:
    episode = patient_with_program(client, days_ago=3)
    page = client.post(CHECK_IN, MORNING | {name: ""})
    assert page.status_code == 422
    assert list(page.context["screen"].missing) == [name]
    kept = {key: value for key, value in MORNING.items() if key != name}
    assert kept.items() <= page.context["screen"].values.items()
    assert kinds(episode)[-1] == "Approved"


def test_how_yesterday_settled_is_asked_again_when_left_out(client: Client) -> None:
    walked(client)
    page = client.post(CHECK_IN, MORNING)
    assert page.status_code == 422 and list(page.context["screen"].missing) == ["settled"]


@pytest.mark.parametrize(("name", "value"), [("leg", "11"), ("back", "-1"), ("place", "knee"), ("new", "perhaps")])
def test_what_is_out_of_range_is_refused(client: Client, name: str, value: str) -> None:
    episode = patient_with_program(client, days_ago=3)
    assert client.post(CHECK_IN, MORNING | {name: value}).status_code == 422
    assert kinds(episode)[-1] == "Approved"


def test_a_clear_rise_asks_one_more_question(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    page = client.post(CHECK_IN, MORNING | {"leg": "6"})
    assert page.status_code == 200 and page.context["screen"].ask_limited
    assert kinds(episode)[-1] == "Approved"
    assert client.post(CHECK_IN, MORNING | {"leg": "6", "limited": "yes"}).status_code == 302
    assert program_in_force(episode).today.limited


def test_the_second_morning_of_a_rise_asks_it_too_and_opens_a_flare(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    on = episode.today() - timedelta(days=1)
    record(episode, CheckedIn(on, leg=7, back=3, site=Site.THIGH, limited=True), by=episode.patient)
    assert client.post(CHECK_IN, MORNING | {"leg": "6"}).context["screen"].ask_limited
    client.post(CHECK_IN, MORNING | {"leg": "6", "limited": "yes"})
    assert program_in_force(episode).flare is not None


def test_something_new_asks_the_safety_questions_after_saving(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    assert client.post(CHECK_IN, MORNING | {"new": "yes"}).headers["Location"] == QUESTIONS
    assert kinds(episode)[-1] == "CheckedIn"
    assert program_in_force(episode).screening.due
    assert client.get("/session/").headers["Location"] == "/today/"


def test_it_is_asked_once_a_day(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    client.post(CHECK_IN, MORNING)
    assert client.get(CHECK_IN).headers["Location"] == "/today/"
    assert client.post(CHECK_IN, MORNING | {"leg": "9"}).headers["Location"] == "/today/"
    assert kinds(episode).count("CheckedIn") == 1


def test_an_event_id_of_somebody_else_changes_nothing_of_theirs(client: Client) -> None:
    other = patient_with_program(Client(), days_ago=3)
    taken = other.events.last()
    episode = patient_with_program(client, days_ago=3)
    assert client.post(CHECK_IN, MORNING | {"event_id": str(taken.pk)}).status_code == 422
    assert EventRecord.objects.get(pk=taken.pk).body == taken.body
    assert client.post(CHECK_IN, MORNING | {"event_id": str(uuid4())}).status_code == 302
    assert kinds(episode)[-1] == "CheckedIn"


def test_the_side_of_the_picture_is_the_painful_one(client: Client) -> None:
    patient_with_program(client, days_ago=3)
    assert "Right leg." in text(client.get(CHECK_IN))


def test_a_locked_program_shows_the_advice(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=episode.patient)
    assert client.get(CHECK_IN).headers["Location"] == "/refer/"
    assert client.post(CHECK_IN, MORNING).headers["Location"] == "/refer/"


def test_without_a_program_there_is_no_check_in(client: Client) -> None:
    device_person(client)
    assert client.get(CHECK_IN).headers["Location"] == QUESTIONS


def test_it_is_only_for_who_is_signed_in(client: Client) -> None:
    assert client.post(CHECK_IN, MORNING).headers["Location"].startswith("/sign-in/")
