"""The safety questions: one a page, a yes decides at once, and nothing is invented."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from backstride.engine.values import Urgency
from backstride.web.patient.draft import Asking, draft_of
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import (
    QUESTIONS,
    answer,
    answer_all,
    answer_until,
    kinds,
    program_in_force,
    send,
    text,
)
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
EMERGENCIES = ("A1", "C1", "C2", "C3", "C4", "C5", "N3")


def asking(episode: Episode) -> Asking | None:
    """The questions in progress, as they are kept."""
    return draft_of(Episode.objects.get(pk=episode.pk)).asking


def test_one_question_a_page_with_the_reason_why(client: Client) -> None:
    device_person(client)
    page = client.get(QUESTIONS)
    question = page.context["screen"].question
    assert (question.place, question.title) == (1, library().flags[question.flag].question)
    assert library().flags[question.flag].why in text(page)


def test_all_answered_no_leads_to_the_cause(client: Client) -> None:
    episode = device_person(client)
    assert answer_all(client) == "/diagnosis/"
    assert {one.said for one in asking(episode).answers} == {"no"}
    assert kinds(episode) == []


def test_questions_of_one_cause_wait_until_the_cause_is_known(client: Client) -> None:
    episode = device_person(client)
    answer_all(client)
    assert asking(episode).said("B1") is None


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_without_a_program_a_yes_is_decisive_at_once(client: Client, flag: str) -> None:
    device_person(client)
    answer_until(client, flag)
    assert send(client, flag, "yes").headers["Location"] == "/refer/"
    assert client.get(QUESTIONS).headers["Location"] == "/refer/"
    assert client.get("/diagnosis/").headers["Location"] == "/refer/"


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_with_a_program_a_yes_locks_it_at_once(client: Client, flag: str) -> None:
    episode = patient_with_program(client)
    answer_until(client, flag)
    assert send(client, flag, "yes").headers["Location"] == "/refer/"
    assert kinds(episode)[-1] == "Flagged"
    lock = program_in_force(episode).lock
    assert lock is not None and (lock.flag, lock.urgency) == (flag, Urgency.EMERGENCY)


def test_not_sure_is_care_on_the_same_day(client: Client) -> None:
    episode = patient_with_program(client)
    answer_until(client, "C2")
    assert send(client, "C2", "not-sure").headers["Location"] == "/refer/"
    assert program_in_force(episode).lock.urgency is Urgency.SAME_DAY


def test_a_yes_asks_one_further_question_and_its_answer_decides(client: Client) -> None:
    episode = patient_with_program(client)
    answer_until(client, "N1")
    assert send(client, "N1", "yes").headers["Location"] == QUESTIONS
    assert client.get(QUESTIONS).context["screen"].question.follow
    assert send(client, "N1+", "no").headers["Location"] == "/refer/"
    assert program_in_force(episode).lock.urgency is Urgency.SAME_DAY


def test_a_further_question_left_open_stays_open(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "N1")
    send(client, "N1", "yes")
    plain = Episode.objects.get(pk=episode.pk)
    plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=5)).isoformat()
    plain.save()
    assert client.get(QUESTIONS).context["screen"].question.follow


def test_weekly_questions_are_recorded_when_all_are_answered(client: Client) -> None:
    episode = patient_with_program(client, days_ago=8)
    assert client.get(QUESTIONS).context["screen"].weekly
    assert answer_all(client) == "/today/"
    assert kinds(episode)[-1] == "Screened"
    assert program_in_force(episode).screening.weekly_on == episode.today()
    assert asking(episode) is None


def test_after_28_days_all_questions_are_asked(client: Client) -> None:
    episode = patient_with_program(client, days_ago=28)
    assert not client.get(QUESTIONS).context["screen"].weekly
    assert answer_all(client) == "/today/"
    assert program_in_force(episode).screening.full_on == episode.today()


def test_a_pause_is_recorded_at_the_end_and_explained(client: Client) -> None:
    episode = patient_with_program(client, days_ago=8)
    answer_until(client, "N2")
    send(client, "N2", "yes")
    assert program_in_force(episode).lock.urgency.locks
    send(client, "N2+", "no")
    assert program_in_force(episode).lock.urgency is Urgency.PAUSE
    assert answer_all(client) == "/refer/"
    assert program_in_force(episode).lock.urgency is Urgency.PAUSE


def test_nothing_is_recorded_while_questions_are_open(client: Client) -> None:
    episode = patient_with_program(client, days_ago=8)
    before = kinds(episode)
    answer_until(client, "I1")
    assert kinds(episode) == before


def test_several_items_are_ticked_and_two_of_them_are_urgent(client: Client) -> None:
    device_person(client)
    answer_until(client, "K2")
    assert send(client, "K2", "yes", part=["weight-loss", "night-pain"]).headers["Location"] == "/refer/"


@pytest.mark.parametrize(("said", "ticked"), [("yes", []), ("no", ["night-pain"]), ("", [])])
def test_ticks_and_answer_that_contradict_each_other_are_asked_again(
    client: Client, said: str, ticked: list[str]
) -> None:
    device_person(client)
    answer_until(client, "K2")
    again = send(client, "K2", said, part=ticked)
    assert again.status_code == 422 and again.context["screen"].error
    assert [part.value for part in again.context["screen"].question.parts if part.chosen] == ticked


def test_the_question_before_can_be_answered_again_and_both_answers_are_kept(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "X1")
    send(client, "X1", "yes")
    send(client, "Y1", "back")
    assert client.get(QUESTIONS).context["screen"].question.flag == "X1"
    changed = draft_of(Episode.objects.get(pk=episode.pk)).changed
    assert [(one.answer.flag, one.answer.said) for one in changed] == [("X1", "yes")]


def test_the_same_answer_sent_twice_counts_once(client: Client) -> None:
    episode = device_person(client)
    flag = client.get(QUESTIONS).context["screen"].question.flag
    send(client, flag, "no")
    assert send(client, flag, "no").headers["Location"] == QUESTIONS
    assert len(asking(episode).answers) == 1


def test_the_last_answer_sent_twice_does_not_begin_again(client: Client) -> None:
    episode = patient_with_program(client, days_ago=8)
    last, event_id = "V1", str(uuid4())
    answer_until(client, last)
    assert send(client, last, "no", event_id=event_id).headers["Location"] == "/today/"
    assert send(client, last, "no", event_id=event_id).headers["Location"] == "/today/"
    assert kinds(episode).count("Screened") == 1


def test_answers_of_an_earlier_day_are_asked_again(client: Client) -> None:
    episode = device_person(client)
    answer(client, "no")
    answer(client, "no")
    plain = Episode.objects.get(pk=episode.pk)
    plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=3)).isoformat()
    plain.save()
    assert client.get(QUESTIONS).context["screen"].question.place == 1
    answer(client, "no")
    assert len(draft_of(Episode.objects.get(pk=episode.pk)).earlier) == 1


def test_under_18_there_is_no_program(client: Client) -> None:
    device_person(client)
    answer_until(client, "Y1")
    assert send(client, "Y1", "yes").headers["Location"] == "/refer/"
    assert client.get("/diagnosis/").headers["Location"] == "/refer/"


def test_somebody_elses_draft_is_never_touched(client: Client) -> None:
    other = device_person(Client())
    device_person(client)
    answer(client, "no")
    assert Episode.objects.get(pk=other.pk).draft == {}


def test_a_locked_program_asks_nothing_more(client: Client) -> None:
    patient_with_program(client)
    answer_until(client, "C1")
    send(client, "C1", "yes")
    assert client.get(QUESTIONS).headers["Location"] == "/refer/"
    assert send(client, "C2", "no").headers["Location"] == "/refer/"
