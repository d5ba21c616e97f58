"""Diagnosis: no program without a cause that a practitioner found."""

from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.assessment import PROFESSIONS
from backstride.web.patient.diagnosis_form import WHO
from backstride.web.patient.draft import Finding, draft_of
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from tests.web.patient.answering import answer_all, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db
DIAGNOSIS = "/diagnosis/"


def found(episode: Episode, **more: str) -> dict[str, str]:
    """A whole form."""
    return {
        "cause": "spinal-stenosis",
        "side": "both",
        "profession": "physiatrist",
        "name": "Dr. Lee",
        "on": episode.today().isoformat(),
        "found_with": "MRI",
    } | more


@pytest.fixture
def episode(client: Client) -> Episode:
    """Somebody alone whose safety questions are all answered no."""
    episode = device_person(client)
    answer_all(client)
    return episode


def finding(episode: Episode) -> Finding | None:
    """What the draft keeps."""
    return draft_of(Episode.objects.get(pk=episode.pk)).finding


def test_first_it_asks_whether_somebody_told_the_cause(client: Client, episode: Episode) -> None:
    page = text(client.get(DIAGNOSIS))
    assert "?told=yes" in page and "/without-diagnosis/" in page and 'name="cause"' not in page


def test_each_cause_has_its_plain_line(client: Client, episode: Episode) -> None:
    page = text(client.get(DIAGNOSIS, {"told": "yes"}))
    assert "Herniated disc" in page and "Spinal stenosis" in page
    assert "The space for the nerves in your lower back has become narrow." in page


def test_it_is_kept_and_the_first_answers_come_next(client: Client, episode: Episode) -> None:
    assert client.post(DIAGNOSIS, found(episode)).headers["Location"] == "/baseline/"
    kept = finding(episode)
    assert kept == Finding("spinal-stenosis", "both", "physiatrist", "Dr. Lee", episode.today(), "MRI")
    assert client.get(DIAGNOSIS).context["screen"].form["name"].value() == "Dr. Lee"


def test_a_direction_only_when_it_was_told(client: Client, episode: Episode) -> None:
    client.post(DIAGNOSIS, found(episode, preference="extension"))
    assert finding(episode).preference == "extension"
    client.post(DIAGNOSIS, found(episode, preference="unknown"))
    assert finding(episode).preference == ""


@pytest.mark.parametrize("name", ["cause", "side", "profession", "name", "on"])
def test_what_is_missing_is_named_and_the_rest_is_kept(client: Client, episode: Episode, name: str) -> None:
    page = client.post(DIAGNOSIS, found(episode, **{name: ""}))
    assert page.status_code == 422
    assert list(page.context["screen"].form.errors) == [name]
    assert finding(episode) is None


@pytest.mark.parametrize(("name", "value"), [("cause", "scoliosis"), ("side", "up"), ("profession", "friend")])
def test_a_value_that_does_not_exist_is_refused(client: Client, episode: Episode, name: str, value: str) -> None:
    assert client.post(DIAGNOSIS, found(episode, **{name: value})).status_code == 422


def test_a_day_that_has_not_come_is_refused(client: Client, episode: Episode) -> None:
    tomorrow = (episode.today() + timedelta(days=1)).isoformat()
    page = client.post(DIAGNOSIS, found(episode, on=tomorrow))
    assert page.status_code == 422 and "This day has not come yet." in text(page)


def test_another_cause_leads_to_advice_without_a_program(client: Client, episode: Episode) -> None:
    assert client.post(DIAGNOSIS, {"cause": "other"}).headers["Location"] == "/without-diagnosis/"
    assert finding(episode) is None


def test_every_profession_has_its_word() -> None:
    assert set(WHO) == set(PROFESSIONS)


def test_before_the_questions_it_sends_back_to_them(client: Client) -> None:
    device_person(client)
    assert client.get(DIAGNOSIS).headers["Location"] == "/screening/"
    assert client.post(DIAGNOSIS, {"cause": "other"}).headers["Location"] == "/screening/"


def test_a_program_is_not_diagnosed_again_here(client: Client) -> None:
    patient_with_program(client)
    assert client.get(DIAGNOSIS).headers["Location"] == "/today/"


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_every_cause_can_be_told(client: Client, episode: Episode, cause: str) -> None:
    assert client.post(DIAGNOSIS, found(episode, cause=cause)).status_code == 302
    assert finding(episode).cause == cause


def test_a_slip_asks_for_kind_and_grade_before_it_goes_on(client: Client, episode: Episode) -> None:
    assert client.post(DIAGNOSIS, found(episode, cause="spondylolisthesis")).headers["Location"] == DIAGNOSIS
    screen = client.get(DIAGNOSIS).context["screen"]
    assert screen.cause == "Spondylolisthesis"
    assert [one.value for one in screen.kinds] == ["isthmic", "degenerative", "unknown"]
    assert [one.value for one in screen.grades] == ["1", "2", "3", "4", "5", "unknown"]
    assert client.get("/baseline/").headers["Location"] == DIAGNOSIS
    told = {"step": "variety", "kind": "isthmic", "grade": "2"}
    assert client.post(DIAGNOSIS, told).headers["Location"] == "/baseline/"
    assert (finding(episode).kind, finding(episode).grade) == ("isthmic", 2)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"kind": "isthmic"}, ["grade"]),
        ({"grade": "2"}, ["kind"]),
        ({"kind": "pregnant", "grade": "2"}, ["kind"]),
        ({"kind": "isthmic", "grade": "6"}, ["grade"]),
    ],
)
def test_what_is_missing_about_a_slip_is_named(
    client: Client, episode: Episode, told: dict[str, str], wrong: list[str]
) -> None:
    client.post(DIAGNOSIS, found(episode, cause="spondylolisthesis"))
    page = client.post(DIAGNOSIS, {"step": "variety"} | told)
    assert page.status_code == 422 and list(page.context["screen"].variety.errors) == wrong
    assert not finding(episode).told_apart


def test_the_cause_can_be_changed_from_there(client: Client, episode: Episode) -> None:
    client.post(DIAGNOSIS, found(episode, cause="spondylolisthesis"))
    assert client.get(DIAGNOSIS, {"told": "yes"}).context["screen"].variety is None
    client.post(DIAGNOSIS, found(episode))
    assert client.get("/baseline/").status_code == 200


def test_a_pregnancy_asks_which_kind_first_and_then_its_question(client: Client, episode: Episode) -> None:
    client.post(DIAGNOSIS, found(episode, cause="pregnancy"))
    screen = client.get(DIAGNOSIS).context["screen"]
    assert [one.value for one in screen.kinds] == ["pregnant", "after-birth"] and not screen.grades
    assert client.post(DIAGNOSIS, {"step": "variety", "kind": "pregnant"}).headers["Location"] == "/screening/"
    assert client.get("/screening/").context["screen"].question.flag == "B1"
