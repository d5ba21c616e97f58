"""Reopen: a person alone says who examined them, then answers everything afresh."""

from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Declared, Flagged
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
from tests.web.patient.days import plan_on

pytestmark = pytest.mark.django_db
REOPEN, DIAGNOSIS, BASELINE = "/reopen/", "/diagnosis/", "/baseline/"
START = {
    "leg": "3",
    "back": "2",
    "place": "thigh",
    "walk_minutes": "10",
    "age": "58",
    "findings": ["knee"],
    "kit": ["wall"],
}


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


def changed(client: Client, what: str = "diagnosis", supervised: bool = False) -> Episode:
    """Somebody with a herniated disc who declared news 3 days ago."""
    episode = patient_with_program(client, days_ago=5, supervised=supervised, age=58, contraindications=("knee",))
    record(episode, Declared(episode.today() - timedelta(days=3), what), by=episode.patient)
    return episode


def told(episode: Episode, cause: str = "spinal-stenosis") -> dict[str, str]:
    """A whole diagnosis of yesterday."""
    on = (episode.today() - timedelta(days=1)).isoformat()
    return {"cause": cause, "side": "right", "profession": "physician", "name": "Dr. Lee", "on": on}


def locked_for(episode: Episode) -> set[str]:
    """What keeps the program closed."""
    return {lock.flag for lock in program_in_force(episode).locks}


def test_the_same_cause_goes_on_to_the_examination_as_before(client: Client) -> None:
    episode = changed(client)
    page = text(client.get(REOPEN))
    assert "Is the cause still “Herniated disc”?" in page and f'href="{REOPEN}?cause=same"' in page
    assert 'name="by"' not in page
    assert client.get(REOPEN, {"cause": "same"}).context["screen"].step == "examined"
    assert client.post(REOPEN, examined(episode) | {"cause": "same"}).headers["Location"] == QUESTIONS
    assert answer_all(client) == "/today/"
    assert kinds(episode)[-2:] == ["Declared", "Reopened"]


@pytest.mark.parametrize("what", ["diagnosis", "injection", "surgery", "pregnancy"])
def test_an_examination_alone_does_not_pass_over_the_question_about_the_cause(client: Client, what: str) -> None:
    episode = changed(client, what)
    page = client.post(REOPEN, examined(episode))
    assert page.status_code == 422 and page.context["screen"].error
    assert draft_of(Episode.objects.get(pk=episode.pk)).examined is None


def test_another_cause_is_recorded_before_the_program_opens_with_its_moves(client: Client) -> None:
    episode = changed(client)
    assert client.post(REOPEN, {"cause": "new"}).headers["Location"] == QUESTIONS
    assert answer_all(client) == REOPEN
    assert client.get(REOPEN).headers["Location"] == DIAGNOSIS
    form = client.get(DIAGNOSIS).context["screen"].form
    assert (form["side"].value(), form["cause"].value(), form["name"].value()) == ("right", "", "")
    assert client.post(DIAGNOSIS, told(episode)).headers["Location"] == BASELINE
    screen = client.get(BASELINE).context["screen"]
    assert screen.again and not screen.kept
    assert (screen.values["age"], screen.values["findings"]) == (58, ("knee",))
    assert client.post(BASELINE, START).headers["Location"] == REOPEN
    assert kinds(episode)[-1] == "Assessed" and locked_for(episode) == {"pausing/declared"}
    assert program_in_force(episode).cause == "spinal-stenosis"
    assert client.get(REOPEN).context["screen"].step == "examined"
    assert client.post(REOPEN, examined(episode)).headers["Location"] == QUESTIONS
    assert answer_all(client) == "/today/"
    assert kinds(episode)[-1] == "Reopened" and not locked_for(episode)
    plan = plan_on(episode, episode.today())
    offered = {item.exercise for item in (*plan.session.items, *plan.relief)} | set(plan.ease)
    assert offered and offered.isdisjoint({"REL01", "REL02", "REL03", "REL04"})


@pytest.mark.parametrize("where", ["questions", "diagnosis", "baseline"])
def test_half_way_it_stays_paused_and_leads_back(client: Client, where: str) -> None:
    episode = changed(client)
    client.post(REOPEN, {"cause": "new"})
    if where != "questions":
        answer_all(client)
    if where == "baseline":
        client.post(DIAGNOSIS, told(episode))
    back = {"questions": QUESTIONS, "diagnosis": DIAGNOSIS, "baseline": BASELINE}[where]
    assert client.get(REOPEN).headers["Location"] == back
    assert client.get("/today/").status_code == 200
    assert client.post(REOPEN, examined(episode) | {"cause": "same"}).status_code == 422
    assert locked_for(episode) == {"pausing/declared"} and "Assessed" not in kinds(episode)[1:]


def test_on_a_later_day_the_questions_are_fresh_and_what_was_found_is_kept(client: Client) -> None:
    episode = changed(client)
    client.post(REOPEN, {"cause": "new"})
    answer_all(client)
    client.post(DIAGNOSIS, told(episode))
    plain = Episode.objects.get(pk=episode.pk)
    plain.draft["patient"]["asking"]["on"] = (episode.today() - timedelta(days=1)).isoformat()
    plain.save()
    assert client.get(REOPEN).context["screen"].step == "anew"
    assert client.get(REOPEN, {"cause": "same"}).context["screen"].step == "anew"
    assert client.get(BASELINE).headers["Location"] == "/today/"
    assert client.post(REOPEN, {"cause": "new"}).headers["Location"] == QUESTIONS
    answer_all(client)
    assert client.get(REOPEN).headers["Location"] == BASELINE


def test_a_cause_without_a_program_keeps_it_paused(client: Client) -> None:
    episode = changed(client)
    client.post(REOPEN, {"cause": "new"})
    answer_all(client)
    assert client.post(DIAGNOSIS, {"cause": "other"}).headers["Location"] == "/refer/"
    assert client.get("/refer/").status_code == 200
    assert client.get(REOPEN).headers["Location"] == DIAGNOSIS
    assert locked_for(episode) == {"pausing/declared"}


def test_a_yes_on_the_way_locks_and_no_cause_is_asked(client: Client) -> None:
    episode = changed(client)
    client.post(REOPEN, {"cause": "new"})
    answer_until(client, "C2")
    assert send(client, "C2", "yes").headers["Location"] == "/refer/"
    assert client.get(DIAGNOSIS).headers["Location"] == "/refer/"
    assert locked_for(episode) == {"pausing/declared", "C2"}


def test_a_yes_to_what_only_the_new_cause_asks_locks(client: Client) -> None:
    episode = changed(client)
    client.post(REOPEN, {"cause": "new"})
    answer_all(client)
    client.post(DIAGNOSIS, told(episode, "pregnancy"))
    sent = client.post(DIAGNOSIS, {"step": "variety", "kind": "pregnant"})
    assert sent.headers["Location"] == QUESTIONS
    assert client.get(QUESTIONS).context["screen"].question.flag == "B1"
    assert send(client, "B1", "yes").headers["Location"] == QUESTIONS
    assert client.get(QUESTIONS).context["screen"].question.follow
    assert send(client, "B1+", "yes").headers["Location"] == "/refer/"
    assert "B1" in locked_for(episode) and "Assessed" not in kinds(episode)[1:]


def test_a_declared_pregnancy_always_asks_for_its_week(client: Client) -> None:
    episode = changed(client, "pregnancy")
    screen = client.get(REOPEN, {"cause": "same"}).context["screen"]
    assert (screen.step, screen.pregnancy) == ("anew", True)
    client.post(REOPEN, {"cause": "new"})
    answer_all(client)
    assert client.get(DIAGNOSIS).context["screen"].form["cause"].value() == "disc-herniation"
    client.post(DIAGNOSIS, told(episode, "disc-herniation"))
    page = client.get(BASELINE)
    assert page.context["screen"].values["findings"] == ("knee", "pregnancy")
    start = START | {"findings": ["knee", "pregnancy"]}
    assert list(client.post(BASELINE, start).context["screen"].form.errors) == ["weeks"]
    assert client.post(BASELINE, start | {"weeks": "30"}).headers["Location"] == REOPEN
    assert program_in_force(episode).assessment.weeks == 30
    client.post(REOPEN, examined(episode))
    assert answer_all(client) == "/today/"
    assert not locked_for(episode)
    assert "pregnancy-28-weeks" in program_in_force(episode).assessment.contraindications


def test_news_while_it_is_being_opened_is_asked_about_first(client: Client) -> None:
    episode = changed(client)
    client.post(REOPEN, examined(episode) | {"cause": "same"})
    client.post("/something-changed/", {"what": "pregnancy"})
    assert draft_of(Episode.objects.get(pk=episode.pk)).examined is None
    assert answer_all(client) == "/today/"
    assert kinds(episode)[-1] == "Screened" and locked_for(episode) == {"pausing/declared"}
    assert client.get(REOPEN).context["screen"].step == "anew"


@pytest.mark.parametrize("said", [{}, {"cause": "new"}, {"cause": "same"}])
def test_news_of_a_supervised_person_stays_with_their_practitioner(client: Client, said: dict[str, str]) -> None:
    episode = changed(client, supervised=True)
    assert "Alice Gray must look first" in text(client.get(REOPEN))
    assert client.post(REOPEN, examined(episode) | said).status_code == 403
    assert client.get(DIAGNOSIS).headers["Location"] == "/today/"
    assert not draft_of(Episode.objects.get(pk=episode.pk)).anew
