"""The session: the plan the player reads, the form that works alone, and what is recorded."""

import gzip
import json
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged
from backstride.web.accounts.models import User
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.conftest import Draw
from tests.web.patient.conftest import patient_with_program
from tests.web.patient.days import CALM_REPORT, check_in, live, plan_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody whose session of today is next."""
    found = patient_with_program(client, days_ago=2)
    live(found, 2)
    check_in(found, found.today())
    return found


def guided(client: Client, address: str = "/session/") -> dict[str, Any]:
    """What the player reads from the page."""
    text = client.get(address).content.decode()
    found: dict[str, Any] = json.loads(re.search(r'<script id="plan"[^>]*>(.*?)</script>', text, re.DOTALL)[1])
    return found


def planned(episode: Episode) -> list[str]:
    """The exercises of today's plan."""
    session = plan_on(episode, episode.today()).session
    assert session is not None
    return [item.exercise for item in session.items]


def sessions(episode: Episode) -> list[dict[str, Any]]:
    """The sessions recorded today."""
    return [event.body for event in episode.events.filter(kind="SessionDone", on=episode.today())]


def test_the_player_reads_every_move_with_its_dose_words_and_pictures(client: Client, episode: Episode) -> None:
    items = guided(client)["items"]
    plan = plan_on(episode, episode.today()).session
    assert [one["usual"]["exercise"] for one in items] == planned(episode)
    for told, item in zip(items, plan.items, strict=True):
        dose = (told["usual"]["sets"], told["usual"]["reps"], told["usual"]["hold"], told["usual"]["rest"])
        assert dose == (item.dose.sets, item.dose.reps, item.dose.hold, item.dose.rest)
        assert told["usual"]["sides"] == list(item.sides)
        assert told["usual"]["cues"] and told["usual"]["steps"] and told["tip"]
        assert told["usual"]["figures"]


def test_a_move_above_its_lowest_rung_has_an_easier_form(client: Client) -> None:
    episode = patient_with_program(client, days_ago=6)
    live(episode, 6)
    check_in(episode, episode.today())
    plan = plan_on(episode, episode.today()).session
    raised = [place for place, item in enumerate(plan.items) if item.rung > 0]
    items = guided(client)["items"]
    assert raised
    for place in raised:
        usual, easier = items[place]["usual"], items[place]["easier"]
        assert easier["sets"] * easier["reps"] * max(1, easier["hold"]) < usual["sets"] * usual["reps"] * max(
            1, usual["hold"]
        )


def test_a_page_opened_twice_keeps_its_event_and_its_plan(client: Client, episode: Episode) -> None:
    first, second = guided(client), guided(client)
    assert (first["event"], first["key"]) == (second["event"], second["key"])


def test_the_list_and_the_form_stand_in_the_page(client: Client, episode: Episode) -> None:
    page = client.get("/session/").content.decode()
    for exercise in planned(episode):
        assert f'name="exercises" value="{exercise}"' in page
    assert "A dash marks this morning" in page
    assert "This morning: thigh." in page
    assert not re.search(r'name="(before|peak)_(leg|back)"[^>]* checked', page)
    assert "style=" not in page


def test_it_records_what_the_player_reports_once(client: Client, episode: Episode) -> None:
    done = planned(episode)
    answers = {
        **CALM_REPORT,
        "event_id": guided(client)["event"],
        "completed": "92",
        "exercises": done,
        "hurt": done[:1],
    }
    for _ in range(2):
        assert client.post("/session/", answers).headers["Location"] == "/today/"
    (kept,) = sessions(episode)
    assert kept["exercises"] == done
    assert kept["hurt"] == done[:1]
    assert kept["report"]["completed"] == 92
    assert kept["report"]["site_after"] == "thigh"
    assert kept["report"]["effort"] == 4


def test_without_script_the_ticks_say_how_much_was_done(client: Client, episode: Episode) -> None:
    done = planned(episode)
    client.post("/session/", {**CALM_REPORT, "exercises": done[:1], "hurt": done[1:2]})
    (kept,) = sessions(episode)
    assert kept["exercises"] == done[:2]
    assert kept["report"]["completed"] == round(200 / len(done))


@pytest.mark.parametrize("name", sorted(CALM_REPORT))
def test_a_missing_answer_is_named_and_the_others_are_kept(client: Client, episode: Episode, name: str) -> None:
    done = planned(episode)
    answers = {key: value for key, value in CALM_REPORT.items() if key != name} | {"exercises": done}
    response = client.post("/session/", answers)
    page = response.content.decode()
    assert response.status_code == 422
    assert "One thing to mend" in page
    assert f'href="#{name}"' in page and f'id="{name}"' in page
    assert f'value="{done[0]}" checked' in page
    assert 'data-returned="yes"' in page
    assert sessions(episode) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("peak_leg", "11"), ("effort", "-1"), ("site_after", "knee"), ("completed", "101"), ("exercises", "ZZZ99")],
)
def test_an_impossible_answer_stores_nothing(client: Client, episode: Episode, name: str, value: str) -> None:
    response = client.post("/session/", {**CALM_REPORT, "exercises": planned(episode), name: value})
    assert response.status_code == 422
    assert sessions(episode) == []


def test_a_session_in_which_nothing_was_done_is_none(client: Client, episode: Episode) -> None:
    response = client.post("/session/", CALM_REPORT)
    assert response.status_code == 422
    assert "Nothing was done yet." in response.content.decode()


def test_a_form_that_comes_back_carries_what_the_player_reported(client: Client, episode: Episode) -> None:
    answers = {**CALM_REPORT, "effort": "", "completed": "60", "exercises": ["REL04"]}
    page = client.post("/session/", answers).content.decode()
    assert '<input type="hidden" name="exercises" value="REL04">' in page
    assert '<input type="hidden" name="completed" value="60">' in page


def test_another_persons_event_id_stores_nothing(client: Client, episode: Episode) -> None:
    other = Client()
    theirs = patient_with_program(other, days_ago=1)
    taken = theirs.events.first()
    response = client.post("/session/", {**CALM_REPORT, "exercises": planned(episode), "event_id": str(taken.pk)})
    assert response.status_code == 422
    assert sessions(episode) == []


def test_the_check_in_comes_before_it(client: Client) -> None:
    patient_with_program(client)
    assert client.get("/session/").headers["Location"] == "/today/"


def test_a_day_without_a_session_and_a_done_one_lead_back(client: Client, episode: Episode) -> None:
    client.post("/session/", {**CALM_REPORT, "exercises": planned(episode)})
    assert client.get("/session/").headers["Location"] == "/today/"
    sore = Client()
    check_in(found := patient_with_program(sore), found.today(), leg=8)
    assert sore.get("/session/").headers["Location"] == "/today/"


def test_a_lock_leads_to_its_advice(client: Client, episode: Episode) -> None:
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get("/session/").headers["Location"] == "/refer/"


def test_a_practitioner_has_no_session(client: Client, alice: User) -> None:
    client.force_login(alice)
    assert client.get("/session/").status_code == 403


def test_speed_is_for_demos_and_tests_only(client: Client, episode: Episode, settings: Settings) -> None:
    def speed(address: str) -> str:
        return re.search(r'data-speed="(\d+)"', client.get(address).content.decode())[1]

    assert speed("/session/?speed=20") == "1"
    settings.PLAYER_SPEED = True
    assert speed("/session/?speed=20") == "20"
    assert speed("/session/?speed=900") == "240"
    assert speed("/session/?speed=fast") == "1"


def test_it_is_small(client: Client, episode: Episode) -> None:
    assert len(gzip.compress(client.get("/session/").content)) < 20_000


def test_a_form_has_its_own_name_start_and_steps_and_the_sentence_for_the_cause(client: Client) -> None:
    episode = patient_with_program(client, "pregnancy", days_ago=1, kind="pregnant", weeks=24)
    check_in(episode, episode.today())
    given = {item.exercise: item.form for item in plan_on(episode, episode.today()).session.items}
    assert given["COR01"] == "sitting"
    told = {one["usual"]["exercise"]: one["usual"] for one in guided(client)["items"]}["COR01"]
    texts = library().exercises["COR01"]
    assert told["name"] == "Gentle brace with your breath, sitting"
    assert told["steps"][0] == texts.form("sitting").start
    assert told["for_cause"] == texts.by_cause["pregnancy"]
    page = client.get("/session/").content.decode()
    assert "Gentle brace with your breath, sitting" in page
    assert texts.form("sitting").start in page and texts.by_cause["pregnancy"] in page


def test_a_form_is_shown_by_its_own_pictures_and_never_by_those_of_another(client: Client, draw: Draw) -> None:
    episode = patient_with_program(client, "pregnancy", days_ago=1, kind="pregnant", weeks=24)
    check_in(episode, episode.today())
    draw("COR01-1", "COR01-move")
    told = {one["usual"]["exercise"]: one["usual"] for one in guided(client)["items"]}["COR01"]
    assert (told["figures"], told["movement"]) == ([], "")
    draw("COR01-sitting-1", "COR01-sitting-2", "COR01-sitting-move")
    told = {one["usual"]["exercise"]: one["usual"] for one in guided(client)["items"]}["COR01"]
    assert told["figures"] == ["/static/figures/COR01-sitting-1.svg", "/static/figures/COR01-sitting-2.svg"]
    assert told["movement"] == "/static/figures/COR01-sitting-move.svg"
    page = client.get("/session/").content.decode()
    assert "COR01-sitting-1.svg" in page.split('id="exercises"')[1].split("</section>")[0]


def test_the_easier_form_is_one_that_is_open_to_the_person(client: Client, episode: Episode) -> None:
    for one in guided(client)["items"]:
        for form in filter(None, (one["usual"], one["easier"])):
            assert form["steps"] and form["name"] and "for_cause" in form
