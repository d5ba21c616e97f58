"""Refer: what to do now, and "I meant no" on the same screen only."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from backstride.engine.assessment import Answer
from backstride.engine.event import Declared, Flagged, Screened
from backstride.web.patient.draft import draft_of, start_over
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


def alone_with(client: Client, flag: str, said: str = "yes", follow: str = "") -> Episode:
    """Somebody alone without a program, who has answered this flag so."""
    episode = device_person(client)
    answer_until(client, flag)
    send(client, flag, said)
    if follow:
        send(client, f"{flag}+", follow)
    return episode


def test_both_legs_may_be_known_and_stable_and_then_the_questions_go_on(client: Client) -> None:
    episode = alone_with(client, "C5")
    page = text(client.get(REFER))
    assert "The one who diagnosed me knows of this, and it is stable." in page
    assert library().flags["C5"].now["emergency"] in page
    assert client.post(REFER, {"known": "C5", "stable": "yes"}).headers["Location"] == QUESTIONS
    (kept,) = draft_of(Episode.objects.get(pk=episode.pk)).known
    assert (kept.flag, kept.on) == ("C5", episode.today())
    assert client.get(QUESTIONS).status_code == 200


def test_a_weak_foot_may_be_known_when_it_did_not_come_quickly(client: Client) -> None:
    alone_with(client, "N1", follow="no")
    assert client.get(REFER).context["screen"].known == (("N1", library().flags["N1"].name),)
    quick = Client()
    alone_with(quick, "N1", follow="yes")
    assert quick.get(REFER).context["screen"].known == ()


@pytest.mark.parametrize(("flag", "said"), [("C1", "yes"), ("C4", "yes"), ("C5", "not-sure")])
def test_nothing_else_may_be_stated(client: Client, flag: str, said: str) -> None:
    episode = alone_with(client, flag, said)
    assert client.get(REFER).context["screen"].known == ()
    page = client.post(REFER, {"known": flag, "stable": "yes"})
    assert page.status_code == 422 and "A doctor has to look." in text(page)
    assert draft_of(Episode.objects.get(pk=episode.pk)).known == ()


def test_the_sentence_has_to_be_ticked(client: Client) -> None:
    episode = alone_with(client, "C5")
    page = client.post(REFER, {"known": "C5"})
    assert page.status_code == 422 and "Tick the sentence, if it is true." in text(page)
    assert draft_of(Episode.objects.get(pk=episode.pk)).known == ()


def test_with_a_program_only_a_practitioner_can_say_so(client: Client) -> None:
    flagged(client, "C5", supervised=False)
    assert client.get(REFER).context["screen"].known == ()
    assert client.post(REFER, {"known": "C5", "stable": "yes"}).status_code == 422


def test_who_has_no_diagnosis_cannot_have_stated_it(client: Client) -> None:
    episode = alone_with(client, "C5")
    client.post(REFER, {"known": "C5", "stable": "yes"})
    assert client.get("/without-diagnosis/").headers["Location"] == REFER
    assert draft_of(Episode.objects.get(pk=episode.pk)).known == ()


def test_fresh_questions_need_a_fresh_statement(client: Client) -> None:
    episode = alone_with(client, "C5")
    client.post(REFER, {"known": "C5", "stable": "yes"})
    draft = draft_of(Episode.objects.get(pk=episode.pk))
    assert start_over(draft, draft.asking).known == ()


def test_what_a_rule_paused_says_its_reason(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Declared(episode.today(), "injection"), by=None)
    page = text(client.get(REFER))
    assert "changes what is right for you." in page and "Because of your answer to:" not in page
