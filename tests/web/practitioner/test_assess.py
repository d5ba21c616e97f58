"""The assessment: what it records, what it refuses, and what must come before it."""

from collections.abc import Callable

import pytest
from django.test import Client

from backstride.engine.event import Screened
from backstride.engine.values import Direction, Side, Site
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode, EventRecord
from tests.web.practitioner.conftest import clean_answers, clean_form, findings, page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


@pytest.fixture
def screened(desk: Client, new_episode: Opener) -> Episode:
    """An episode whose safety questions were answered today."""
    episode = new_episode()
    desk.post(page("screen", episode), clean_form())
    return episode


def test_the_findings_make_a_program_that_waits_for_a_signature(desk: Client, screened: Episode) -> None:
    sent = findings(contraindications=["osteoporosis"], irritable="yes")
    assert desk.post(page("assess", screened), sent)["Location"] == page("program", screened)
    program = reload(screened)
    found = program.assessment
    assert (found.side, found.leg, found.back, found.site) == (Side.LEFT, 4, 3, Site.THIGH)
    assert (found.preference, found.irritable, found.walk_minutes) == (Direction.EXTENSION, True, 20)
    assert found.diagnosis.profession == "physical-therapist"
    assert found.contraindications == ("osteoporosis",)
    assert found.age == screened.today().year - 1978
    assert found.supervised and program.approved_on is None


def test_not_tested_is_no_preference_and_none_found_is_neutral(desk: Client, screened: Episode) -> None:
    desk.post(page("assess", screened), findings(preference="not-tested"))
    assert reload(screened).assessment.preference is None
    desk.post(page("assess", screened), findings(preference="neutral"))
    assert reload(screened).assessment.preference is Direction.NEUTRAL


def test_it_begins_with_the_practitioner_as_the_one_who_diagnosed(desk: Client, screened: Episode) -> None:
    form = desk.get(page("assess", screened)).context["screen"].form
    assert form["diagnosed_by"].value() == "Alice"
    assert form["profession"].value() == "physical-therapist"
    assert form["diagnosed_on"].value() == screened.today().isoformat()
    assert form["cause"].value() is None and form["leg"].value() is None


def test_what_is_known_comes_from_the_safety_questions(desk: Client, screened: Episode) -> None:
    desk.post(page("screen", screened), clean_form(C5="yes") | {"C5-known": "on"})
    desk.post(page("assess", screened), findings())
    assert reload(screened).assessment.known == ("C5",)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"cause": ""}, "Choose the cause."),
        ({"cause": "lumbago"}, "lumbago is not one of the available choices"),
        ({"side": ""}, "Choose the side that hurts."),
        ({"diagnosed_by": " "}, "Name who made the diagnosis."),
        ({"diagnosed_on": "2999-01-01"}, "is after today"),
        ({"preference": ""}, "Say which direction eases"),
        ({"irritable": ""}, "Say whether the leg is irritable."),
        ({"leg": "11"}, "11 is not one of the available choices"),
        ({"back": ""}, "Choose a number for back pain."),
        ({"site": ""}, "Choose how far the pain reaches."),
        ({"walk_minutes": "241"}, "from 0 to 240"),
        ({"walk_minutes": "-1"}, "from 0 to 240"),
        ({"contraindications": ["invented"]}, "invented is not one of the available choices"),
    ],
)
def test_what_is_missing_or_out_of_range_is_named_and_the_rest_kept(
    desk: Client, screened: Episode, changed: dict[str, object], words: str
) -> None:
    answer = desk.post(page("assess", screened), findings(diagnosed_by="Dr. Ode") | changed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Dr. Ode" in answer.content.decode() or "diagnosed_by" in changed
    assert reload(screened) is None


def test_cause_side_and_diagnoser_are_required(desk: Client, screened: Episode) -> None:
    sent = {name: value for name, value in findings().items() if name not in {"cause", "side", "diagnosed_by"}}
    answer = desk.post(page("assess", screened), sent)
    assert set(answer.context["screen"].form.errors) == {"cause", "side", "diagnosed_by"}
    assert reload(screened) is None


def test_a_pause_is_shown_and_the_program_waits_for_it(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    desk.post(page("screen", episode), clean_form(O1="yes"))
    assert "Look into this before" in desk.get(page("assess", episode)).content.decode()
    desk.post(page("assess", episode), findings())
    assert reload(episode).lock.flag == "O1"


def test_the_safety_questions_come_first(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("assess", episode))["Location"] == f"{page('screen', episode)}?then=assess"
    assert desk.post(page("assess", episode), findings())["Location"] == f"{page('screen', episode)}?then=assess"
    assert reload(episode) is None


def test_answers_of_another_day_do_not_count(desk: Client, screened: Episode) -> None:
    screened.refresh_from_db()
    screened.draft["screened"]["on"] = "2026-01-01"
    screened.save()
    assert desk.get(page("assess", screened)).status_code == 302


def test_a_locked_program_is_reopened_before_it_is_assessed(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Screened(episode.today(), clean_answers(C2="yes"), full=True))
    assert desk.get(page("assess", episode))["Location"] == page("reopen", episode)


def test_a_new_assessment_shows_the_one_before_beside_it(desk: Client, approved: Opener) -> None:
    episode = approved()
    desk.post(page("screen", episode), clean_form())
    screen = desk.get(page("assess", episode)).context["screen"]
    assert ("Leg", "4") in screen.before and screen.before_on == episode.today()
    assert screen.form["cause"].value() == "disc-herniation" and screen.form["leg"].value() is None
    desk.post(page("assess", episode), findings(leg="2"))
    assert EventRecord.objects.filter(kind="Assessed").count() == 2


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], new_episode: Opener
) -> None:
    assert signed_in(charlie).get(page("assess", new_episode())).status_code == 404
