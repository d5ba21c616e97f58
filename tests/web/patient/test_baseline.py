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


def test_bike_and_water_count_as_being_at_hand(client: Client) -> None:
    episode = diagnosed(client)
    client.post(BASELINE, FORM | {"aerobic": "bike"})
    assessment = program_in_force(episode).assessment
    assert (assessment.aerobic, assessment.kit) == ("bike", ("wall", "towel", "bike"))
    other = Client()
    episode = diagnosed(other)
    other.post(BASELINE, FORM | {"aerobic": "water"})
    assert "pool" in program_in_force(episode).assessment.kit


def test_who_does_not_say_how_to_move_walks(client: Client) -> None:
    episode = diagnosed(client)
    assert [one.value for one in client.get(BASELINE).context["screen"].aerobic if one.chosen] == ["walk"]
    client.post(BASELINE, FORM)
    assert program_in_force(episode).assessment.aerobic == "walk"


def test_the_most_comfortable_position_is_asked_where_the_cause_does(client: Client) -> None:
    episode = diagnosed(client, cause="undifferentiated")
    assert [one.value for one in client.get(BASELINE).context["screen"].comforts] == ["REL01", "REL06", "REL07", "none"]
    assert client.post(BASELINE, FORM | {"comfort": "HAM01"}).status_code == 422
    client.post(BASELINE, FORM | {"comfort": "REL07"})
    assert program_in_force(episode).assessment.comfort == "REL07"
    other = Client()
    diagnosed(other)
    assert other.get(BASELINE).context["screen"].comforts == ()


def test_a_pregnancy_needs_its_week_and_a_week_a_pregnancy(client: Client) -> None:
    episode = diagnosed(client)
    pregnant = client.post(BASELINE, FORM | {"findings": ["pregnancy"]})
    assert list(pregnant.context["screen"].form.errors) == ["weeks"]
    week = client.post(BASELINE, FORM | {"weeks": "24"})
    assert list(week.context["screen"].form.errors) == ["findings"]
    assert client.post(BASELINE, FORM | {"findings": ["pregnancy"], "weeks": "43"}).status_code == 422
    assert kinds(episode) == []


def test_a_pregnancy_brings_its_own_question_and_then_the_program(client: Client) -> None:
    episode = diagnosed(client)
    answers = FORM | {"findings": ["pregnancy"], "weeks": "24"}
    assert client.post(BASELINE, answers).headers["Location"] == "/screening/"
    assert client.get("/screening/").context["screen"].question.flag == "B1"
    assert kinds(episode) == []
    assert answer_all(client) == BASELINE
    screen = client.get(BASELINE).context["screen"]
    assert screen.kept and screen.values["leg"] == "5" and screen.values["weeks"] == 24
    assert [one.value for one in screen.findings if one.chosen] == ["pregnancy"]
    assert client.post(BASELINE, answers).headers["Location"] == "/today/"
    assessment = program_in_force(episode).assessment
    assert assessment.weeks == 24 and "pregnancy-20-weeks" in assessment.contraindications
    assert draft_of(Episode.objects.get(pk=episode.pk)).beginning is None


def test_a_sign_in_pregnancy_leads_to_care(client: Client) -> None:
    diagnosed(client)
    client.post(BASELINE, FORM | {"findings": ["pregnancy"], "weeks": "24"})
    send(client, "B1", "yes")
    send(client, "B1+", "yes")
    assert client.get(BASELINE).headers["Location"] == "/refer/"


def test_sciatica_in_pregnancy_asks_the_week_and_no_tile(client: Client) -> None:
    episode = diagnosed(client, cause="pregnancy")
    client.post("/diagnosis/", {"step": "variety", "kind": "pregnant"})
    answer_all(client)
    screen = client.get(BASELINE).context["screen"]
    assert screen.week_needed and not any(one.value.startswith("pregnancy") for one in screen.findings)
    assert list(client.post(BASELINE, FORM).context["screen"].form.errors) == ["weeks"]
    client.post(BASELINE, FORM | {"weeks": "30"})
    assessment = program_in_force(episode).assessment
    assert (assessment.kind, assessment.weeks) == ("pregnant", 30)
    assert "pregnancy-28-weeks" in assessment.contraindications


def test_an_unknown_grade_is_said_plainly_and_gives_easy_walks_only(client: Client) -> None:
    episode = diagnosed(client, cause="spondylolisthesis")
    client.post("/diagnosis/", {"step": "variety", "kind": "unknown", "grade": "unknown"})
    assert "only easy walks and positions of ease are given here" in text(client.get(BASELINE))
    client.post(BASELINE, FORM)
    assert program_in_force(episode).assessment.grade is None
    client.post("/check-in/", {"leg": "3", "back": "2", "place": "thigh", "new": "no"})
    page = text(client.get("/today/"))
    assert "Easy walks and positions of ease" in page and "because of the grade of the slip" in page
    assert "wait: a practitioner chooses these by hand." in page


def test_a_low_grade_gives_a_program(client: Client) -> None:
    episode = diagnosed(client, cause="spondylolisthesis")
    client.post("/diagnosis/", {"step": "variety", "kind": "isthmic", "grade": "1"})
    assert not client.get(BASELINE).context["screen"].by_hand
    client.post(BASELINE, FORM)
    assert (program_in_force(episode).assessment.kind, program_in_force(episode).assessment.grade) == ("isthmic", 1)


def test_what_was_stated_to_be_known_becomes_part_of_the_assessment(client: Client) -> None:
    episode = device_person(client)
    answer_until(client, "C5")
    send(client, "C5", "yes")
    client.post("/refer/", {"known": "C5", "stable": "yes"})
    answer_all(client)
    told = {"cause": "spinal-stenosis", "side": "both", "profession": "physician", "name": "Dr. Lee"}
    client.post("/diagnosis/", told | {"on": episode.today().isoformat()})
    assert client.post(BASELINE, FORM).headers["Location"] == "/today/"
    program = program_in_force(episode)
    assert program.assessment.known == ("C5",) and program.lock is None
    assert [one.flag for one in draft_of(Episode.objects.get(pk=episode.pk)).known] == ["C5"]
