"""Refer: what to do now, and "I meant no" on the same screen only."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Screened
from backstride.web.patient.draft import draft_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import QUESTIONS, answer_until, kinds, program_in_force, send, text
from tests.web.patient.conftest import answers_clear, device_person, patient_with_program

pytestmark = pytest.mark.django_db
REFER = "/refer/"


def flagged(client: Client, flag: str = "C1", said: str = "yes", days_ago: int = 0, **assessment: object) -> Episode:
    """Somebody whose program was locked some days ago."""
    episode = patient_with_program(client, days_ago=days_ago + 3, **assessment)
    record(episode, Flagged(episode.today() - timedelta(days=days_ago), Answer(flag, said)), by=episode.patient)
    return episode


def test_an_emergency_says_what_to_do_and_whom_to_call(client: Client) -> None:
    flagged(client)
    page = text(client.get(REFER))
    assert library().flags["C1"].now["emergency"] in page
    assert 'href="tel:112"' in page and "Do not drive yourself" in page


def test_without_a_number_there_are_words_and_no_link(client: Client, settings: Settings) -> None:
    settings.EMERGENCY_NUMBER = ""
    flagged(client)
    page = text(client.get(REFER))
    assert "Call your local emergency number" in page and "tel:" not in page


def test_the_same_day_has_its_own_words(client: Client) -> None:
    flagged(client, said="unsure")
    page = client.get(REFER)
    assert page.context["screen"].level == "same-day"
    assert library().flags["C1"].now["same-day"] in text(page)


def test_a_yes_is_taken_back_on_the_same_screen_and_both_answers_are_kept(client: Client) -> None:
    episode = patient_with_program(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    assert "I meant no" in text(client.get(REFER))
    assert client.post(REFER).headers["Location"] == QUESTIONS
    assert kinds(episode)[-2:] == ["Flagged", "TakenBack"]
    assert program_in_force(episode).lock is None
    draft = draft_of(Episode.objects.get(pk=episode.pk))
    assert draft.changed[0].answer == Answer("C1", "yes") and draft.asking.said("C1") == Answer("C1", "no")
    assert client.get(QUESTIONS).context["screen"].question.flag == "C2"


def test_without_a_program_a_yes_is_taken_back_as_well(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    assert client.post(REFER).headers["Location"] == QUESTIONS
    assert draft_of(Episode.objects.get(pk=episode.pk)).changed[0].answer == Answer("C1", "yes")


def test_on_another_visit_it_cannot_be_taken_back(client: Client) -> None:
    episode = patient_with_program(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    other = Client()
    other.force_login(episode.patient)
    assert "I meant no" not in text(other.get(REFER))
    other.post(REFER)
    assert program_in_force(episode).lock is not None


def test_after_ten_minutes_it_cannot_be_taken_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    episode = patient_with_program(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "I meant no" not in text(client.get(REFER))
    client.post(REFER)
    assert program_in_force(episode).lock is not None


def test_a_flag_that_had_stopped_the_program_before_cannot_be_taken_back(client: Client) -> None:
    episode = patient_with_program(client, days_ago=9)
    on = episode.today() - timedelta(days=8)
    numb = Answer("N2", "yes", "no")
    answers = tuple(numb if one.flag == "N2" else one for one in answers_clear("disc-herniation", full=False))
    record(episode, Screened(on, answers), by=episode.patient)
    answer_until(client, "N2")
    send(client, "N2", "yes")
    send(client, "N2+", "yes")
    client.post(REFER)
    assert program_in_force(episode).lock.urgency.locks


def test_a_supervised_person_reads_who_has_to_look(client: Client) -> None:
    flagged(client)
    page = client.get(REFER)
    assert "Alice Gray" in text(page) and not page.context["screen"].reopen


def test_a_person_alone_may_say_that_somebody_examined_them(client: Client) -> None:
    flagged(client, days_ago=1, supervised=False)
    assert "/reopen/" in text(client.get(REFER))


def test_a_pause_lets_the_day_go_on(client: Client) -> None:
    episode = patient_with_program(client, days_ago=8)
    answers = tuple(
        Answer("N2", "yes", "no") if one.flag == "N2" else one for one in answers_clear("disc-herniation", full=False)
    )
    record(episode, Screened(episode.today(), answers), by=episode.patient)
    page = client.get(REFER)
    assert (page.context["screen"].level, page.context["screen"].onward) == ("pause", "patient:today")


def test_without_a_program_a_pause_goes_on_to_the_cause(client: Client) -> None:
    device_person(client)
    answer_until(client, "V2")
    send(client, "V2", "yes")
    answer_until(client, "Y1")
    assert send(client, "Y1", "no").headers["Location"] == REFER
    assert client.get(REFER).context["screen"].onward == "patient:diagnosis"


def test_under_18_it_ends_here(client: Client) -> None:
    device_person(client)
    answer_until(client, "Y1")
    send(client, "Y1", "yes")
    page = client.get(REFER)
    assert "There is no program under 18" in text(page) and page.context["screen"].onward == ""


def test_with_nothing_found_it_sends_on(client: Client) -> None:
    patient_with_program(client)
    assert client.get(REFER).headers["Location"] == "/today/"
    fresh = Client()
    device_person(fresh)
    assert fresh.get(REFER).headers["Location"] == QUESTIONS
