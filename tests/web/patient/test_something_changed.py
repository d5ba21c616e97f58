"""Something changed: what was declared pauses the sessions and brings all safety questions."""

import uuid

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import DECLARED, Flagged
from backstride.engine.values import Urgency
from backstride.web.patient.something_changed import WHAT
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from tests.web.patient.answering import kinds, program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program
from tests.web.patient.days import check_in, plan_on

pytestmark = pytest.mark.django_db
CHANGED = "/something-changed/"


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody with a session today."""
    found = patient_with_program(client)
    check_in(found, found.today())
    return found


def test_each_thing_that_may_be_declared_can_be_chosen(client: Client, episode: Episode) -> None:
    page = text(client.get(CHANGED))
    assert set(WHAT) == set(DECLARED)
    for one in DECLARED:
        assert f'href="{CHANGED}?what={one}"' in page


def test_it_says_what_follows_before_it_is_recorded(client: Client, episode: Episode) -> None:
    page = text(client.get(CHANGED, {"what": "injection"}))
    assert "Sessions pause until Alice Gray or another practitioner has looked." in page
    assert 'href="/rule/pausing/declared/"' in page
    assert "Declared" not in kinds(episode)


@pytest.mark.parametrize("what", DECLARED)
def test_it_pauses_the_sessions_and_asks_everything(client: Client, episode: Episode, what: str) -> None:
    assert client.post(CHANGED, {"what": what}).headers["Location"] == "/today/"
    lock = program_in_force(episode).lock
    assert (lock.flag, lock.urgency) == ("pausing/declared", Urgency.PAUSE)
    plan = plan_on(episode, episode.today())
    assert plan.session is None and plan.walk is not None and plan.ask_full
    page = text(client.get("/today/"))
    assert "Something changed, so all of them are asked again." in page
    assert 'href="/rule/pausing/declared/"' in page


def test_sent_twice_it_is_recorded_once(client: Client, episode: Episode) -> None:
    sent = {"what": "surgery", "event_id": str(uuid.uuid4())}
    client.post(CHANGED, sent)
    client.post(CHANGED, sent)
    assert kinds(episode).count("Declared") == 1


@pytest.mark.parametrize("what", ["", "holiday"])
def test_what_does_not_exist_is_refused(client: Client, episode: Episode, what: str) -> None:
    assert client.post(CHANGED, {"what": what}).status_code == 422
    assert client.get(CHANGED, {"what": what}).context["screen"].chosen is None
    assert "Declared" not in kinds(episode)


def test_the_panel_says_why_once_the_questions_are_answered(client: Client, episode: Episode) -> None:
    client.post(CHANGED, {"what": "injection"})
    check_in(episode, episode.today())
    page = text(client.get("/today/"))
    assert "Your moves are paused" in page
    assert "Sessions wait: Something new was said." in page


def test_a_lock_leads_to_its_advice_and_no_program_to_the_start(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get(CHANGED).headers["Location"] == "/refer/"
    other = Client()
    device_person(other)
    assert other.post(CHANGED, {"what": "surgery"}).headers["Location"] == "/start/"
