"""Baseline: the first answers, with which a program begins."""

import pytest
from django.test import Client

from backstride.engine.values import Side, Site
from backstride.web.patient.baseline_form import THINGS, things
from backstride.web.patient.draft import draft_of
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import answer_all, answer_until, kinds, program_in_force, send, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
BASELINE = "/baseline/"
FORM = {
    "leg": "5",
    "back": "2",
    "place": "calf",
    "walk_minutes": "12",
    "age": "58",
    "findings": ["knee"],
    "kit": ["wall", "towel"],
}


def diagnosed(client: Client, **found: str) -> Episode:
    """Somebody alone, questions answered, cause told."""
    episode = device_person(client)
    answer_all(client)
    told = {
        "cause": "disc-herniation",
        "side": "left",
        "profession": "physician",
        "name": "Dr. Lee",
        "found_with": "MRI",
    }
    client.post("/diagnosis/", told | {"on": episode.today().isoformat()} | found)
    return episode


def test_it_begins_a_program_and_goes_to_today(client: Client) -> None:
    episode = diagnosed(client)
    assert client.post(BASELINE, FORM).headers["Location"] == "/today/"
    program = program_in_force(episode)
    assessment = program.assessment
    assert (assessment.leg, assessment.back, assessment.site, assessment.side) == (5, 2, Site.CALF, Side.LEFT)
    assert (assessment.walk_minutes, assessment.age, assessment.contraindications) == (12, 58, ("knee",))
    assert (assessment.kit, assessment.supervised, assessment.preference) == (("wall", "towel"), False, None)
    assert assessment.diagnosis.name == "Dr. Lee" and program.approved_on == episode.today()


def test_afterwards_the_draft_keeps_only_what_no_event_holds(client: Client) -> None:
    episode = diagnosed(client)
    client.post(BASELINE, FORM)
    draft = draft_of(Episode.objects.get(pk=episode.pk))
    assert draft.asking is None and draft.finding.found_with == "MRI"


def test_sending_it_twice_begins_one_program(client: Client) -> None:
    episode = diagnosed(client)
    event_id = str(client.get(BASELINE).context["screen"].event_id)
    client.post(BASELINE, FORM | {"event_id": event_id})
    assert client.post(BASELINE, FORM | {"event_id": event_id}).headers["Location"] == "/today/"
    assert kinds(episode) == ["Assessed"]


@pytest.mark.parametrize("name", ["leg", "back", "place", "walk_minutes", "age", "findings"])
def test_what_is_missing_is_named_and_nothing_is_stored(client: Client, name: str) -> None:
    episode = diagnosed(client)
    page = client.post(BASELINE, {key: value for key, value in FORM.items() if key != name})
    assert page.status_code == 422
    assert list(page.context["screen"].form.errors) == [name]
    assert kinds(episode) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("leg", "11"), ("place", "knee"), ("walk_minutes", "241"), ("walk_minutes", "-1"), ("age", "121"), ("kit", "gym")],
)
def test_what_is_out_of_range_is_refused(client: Client, name: str, value: str) -> None:
    episode = diagnosed(client)
    assert client.post(BASELINE, FORM | {name: value}).status_code == 422
    assert kinds(episode) == []


def test_under_18_there_is_no_program(client: Client) -> None:
    episode = diagnosed(client)
    page = client.post(BASELINE, FORM | {"age": "17"})
    assert page.status_code == 422 and "no program for people under 18" in text(page)
    assert kinds(episode) == []


def test_none_of_these_stands_alone(client: Client) -> None:
    episode = diagnosed(client)
    assert client.post(BASELINE, FORM | {"findings": ["none", "knee"]}).status_code == 422
    client.post(BASELINE, FORM | {"findings": ["none"]})
    assert program_in_force(episode).assessment.contraindications == ()


def test_nothing_is_chosen_in_advance_but_a_wall_and_a_chair(client: Client) -> None:
    diagnosed(client)
    screen = client.get(BASELINE).context["screen"]
    assert {one.value for one in screen.things if one.chosen} == {"wall", "chair"}
    assert not any(one.chosen for one in screen.findings)
    assert not screen.values["leg"] and not screen.values["place"]


def test_everything_an_exercise_needs_is_explained() -> None:
    assert [value for value, _, _ in things()] == list(library().engine.kit)
    assert all(THINGS[item][1] for item in library().engine.kit)


def test_a_pause_makes_a_program_that_waits(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "O1")
    send(client, "O1", "yes")
    answer_all(client)
    told = {"cause": "disc-herniation", "side": "left", "profession": "physician", "name": "Dr. Lee"}
    client.post("/diagnosis/", told | {"on": episode.today().isoformat()})
    assert client.post(BASELINE, FORM).headers["Location"] == "/today/"
    assert program_in_force(episode).lock.flag == "O1"


def test_without_a_cause_it_sends_back(client: Client) -> None:
    device_person(client)
    answer_all(client)
    assert client.get(BASELINE).headers["Location"] == "/diagnosis/"
    assert client.post(BASELINE, FORM).headers["Location"] == "/diagnosis/"


def test_who_has_a_program_is_sent_to_today(client: Client) -> None:
    patient_with_program(client)
    assert client.post(BASELINE, FORM).headers["Location"] == "/today/"
