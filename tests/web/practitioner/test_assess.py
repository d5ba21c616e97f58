"""The assessment: what it records, what it refuses, and what must come before it."""

from collections.abc import Callable

import pytest
from django.test import Client

from backstride.engine.denial import denied
from backstride.engine.event import Declared, Screened
from backstride.engine.values import Direction, Side, Site
from backstride.web.accounts.models import User
from backstride.web.records.library import knowledge, library
from backstride.web.records.models import Episode, EventRecord
from tests.web.practitioner.conftest import KIT, clean_answers, clean_form, findings, page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


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
        ({"contraindications": ["pregnancy-20-weeks"]}, "pregnancy-20-weeks is not one of the available choices"),
        ({"kit": ["sauna"]}, "sauna is not one of the available choices"),
        ({"aerobic": ""}, "Choose walking, the bike or water."),
        ({"aerobic": "bike"}, "tick an exercise bike below"),
        ({"aerobic": "water"}, "tick a pool below"),
        ({"also": ["disc-herniation"]}, "another one than the cause itself"),
        ({"also": ["lumbago"]}, "lumbago is not one of the available choices"),
        ({"cause": "spondylolisthesis", "grade": "1"}, "Say which kind it is."),
        ({"cause": "spondylolisthesis", "kind-spondylolisthesis": "isthmic"}, "Say the grade of the slip"),
        ({"cause": "spondylolisthesis", "grade": "6"}, "6 is not one of the available choices"),
        ({"also": ["spondylolisthesis"]}, "Say the grade of the slip"),
        ({"cause": "pregnancy"}, "Say which kind it is."),
        ({"cause": "pregnancy", "kind-pregnancy": "pregnant"}, "Give the week of the pregnancy."),
        ({"pregnant": ""}, "Say whether there is a pregnancy."),
        ({"pregnant": "yes"}, "Give the week of the pregnancy."),
        ({"pregnant": "yes", "weeks": "43"}, "a whole number from 1 to 42"),
        ({"pregnant": "yes", "weeks": "0"}, "a whole number from 1 to 42"),
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


OWN: dict[str, dict[str, object]] = {
    "spondylolisthesis": {"kind-spondylolisthesis": "degenerative", "grade": "2"},
    "pregnancy": {"kind-pregnancy": "pregnant", "weeks": "12"},
    "undifferentiated": {"comfort-undifferentiated": "REL06"},
    "degenerative-disc-disease": {"comfort-degenerative-disc-disease": "unknown"},
}


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_every_cause_can_be_assessed(desk: Client, screened: Episode, cause: str) -> None:
    sent = findings(cause=cause) | OWN.get(cause, {})
    assert desk.post(page("assess", screened), sent)["Location"] == page("program", screened)
    assert reload(screened).cause == cause


def test_kind_and_grade_of_a_slip_are_recorded(desk: Client, screened: Episode) -> None:
    desk.post(page("assess", screened), findings(cause="spondylolisthesis") | OWN["spondylolisthesis"])
    found = reload(screened).assessment
    assert (found.kind, found.grade) == ("degenerative", 2)


def test_a_grade_not_known_means_that_the_practitioner_composes(desk: Client, screened: Episode) -> None:
    assert "you compose the rest" in desk.get(page("assess", screened)).content.decode()
    sent = findings(cause="spondylolisthesis") | {"kind-spondylolisthesis": "unknown", "grade": "unknown"}
    desk.post(page("assess", screened), sent)
    program = reload(screened)
    assert (program.assessment.kind, program.assessment.grade) == ("", None)
    assert all(state.rung == -1 for state in program.ladders)


def test_further_causes_only_rule_things_out(desk: Client, screened: Episode) -> None:
    desk.post(page("assess", screened), findings(also=["spinal-stenosis"]))
    program = reload(screened)
    assert (program.cause, program.assessment.also) == ("disc-herniation", ("spinal-stenosis",))
    assert denied("REL02", program, knowledge()) is not None


def test_what_another_cause_would_ask_is_not_recorded(desk: Client, screened: Episode) -> None:
    sent = findings() | OWN["spondylolisthesis"] | OWN["undifferentiated"]
    assert desk.post(page("assess", screened), sent).status_code == 302
    found = reload(screened).assessment
    assert (found.kind, found.grade, found.comfort) == ("", None, "")


def test_the_position_of_comfort_comes_first_for_ease(desk: Client, screened: Episode) -> None:
    sent = findings(cause="undifferentiated") | {"comfort-undifferentiated": "REL07"}
    desk.post(page("assess", screened), sent)
    assert reload(screened).assessment.comfort == "REL07"


def test_riding_instead_of_walking_needs_the_bike(desk: Client, screened: Episode) -> None:
    desk.post(page("assess", screened), findings(aerobic="bike", kit=["bike", "chair"]))
    assert reload(screened).assessment.aerobic == "bike"


@pytest.mark.parametrize(
    ("weeks", "stage"), [(19, "pregnancy"), (20, "pregnancy-20-weeks"), (28, "pregnancy-28-weeks")]
)
def test_the_week_of_a_pregnancy_decides_what_it_rules_out(
    desk: Client, screened: Episode, weeks: int, stage: str
) -> None:
    desk.post(page("assess", screened), findings(pregnant="yes", weeks=str(weeks)))
    found = reload(screened).assessment
    assert (found.weeks, found.contraindications) == (weeks, (stage,))


def test_after_the_birth_no_week_counts(desk: Client, screened: Episode) -> None:
    sent = findings(cause="pregnancy", pregnant="yes", weeks="40") | {"kind-pregnancy": "after-birth"}
    desk.post(page("assess", screened), sent)
    found = reload(screened).assessment
    assert (found.kind, found.weeks, found.contraindications) == ("after-birth", None, ())


def test_a_pregnancy_has_gone_on_since_the_assessment_before(desk: Client, approved: Opener) -> None:
    episode = approved(ago=15, weeks=12, contraindications=("pregnancy",))
    desk.post(page("screen", episode), clean_form())
    form = desk.get(page("assess", episode)).context["screen"].form
    assert (form["pregnant"].value(), form["weeks"].value()) == ("yes", 14)


@pytest.fixture
def expecting(desk: Client, approved: Opener) -> Episode:
    """A program whose new assessment records a pregnancy, so that its signs have to be asked about first."""
    episode = approved()
    desk.post(page("screen", episode), clean_form())
    sent = findings(pregnant="yes", weeks="21", leg="7", kit=list(KIT))
    assert desk.post(page("assess", episode), sent)["Location"] == f"{page('screen', episode)}?then=assess"
    assert reload(episode).assessment.weeks is None
    return episode


def test_a_finding_that_asks_for_more_questions_keeps_everything_typed_in(desk: Client, expecting: Episode) -> None:
    screen = desk.get(page("screen", expecting)).context["screen"]
    asked_now = {question.id: question for question in screen.form.questions}
    assert screen.added == ("Signs in pregnancy",)
    assert [one.value for one in asked_now["C1"].said if one.chosen] == ["no"]
    assert not any(one.chosen for one in asked_now["B1"].said)
    assert desk.post(page("screen", expecting), clean_form())["Location"] == page("assess", expecting)
    form = desk.get(page("assess", expecting)).context["screen"].form
    assert (form["leg"].value(), form["weeks"].value(), form["kit"].value()) == ("7", "21", list(KIT))
    sent = findings(pregnant="yes", weeks="21")
    assert desk.post(page("assess", expecting), sent)["Location"] == page("program", expecting)
    assert reload(expecting).assessment.contraindications == ("pregnancy-20-weeks",)


def test_an_urgent_answer_to_a_question_added_locks_the_program(desk: Client, expecting: Episode) -> None:
    desk.post(page("screen", expecting), clean_form() | {"B1": "yes", "B1-follow": "yes"})
    assert reload(expecting).lock.flag == "B1"


def test_a_question_added_is_not_left_open(desk: Client, expecting: Episode) -> None:
    assert desk.post(page("screen", expecting), clean_form() | {"B1": ""}).status_code == 422


def test_findings_of_another_day_are_not_taken_up(desk: Client, expecting: Episode) -> None:
    expecting.refresh_from_db()
    expecting.draft["findings"]["on"] = "2026-01-01"
    expecting.save()
    assert desk.get(page("assess", expecting)).context["screen"].form["leg"].value() is None


def test_what_the_person_told_of_is_assessed_while_the_program_stands_still(desk: Client, approved: Opener) -> None:
    episode = approved(ago=3)
    tell(episode, Declared(episode.today(), "pregnancy"))
    assert desk.get(page("reopen", episode))["Location"] == page("assess", episode)
    desk.post(f"{page('screen', episode)}?then=assess", clean_form())
    form = desk.get(page("assess", episode)).context["screen"].form
    assert form["pregnant"].value() == "yes"
    sent = findings(pregnant="yes", weeks="21")
    assert desk.post(page("assess", episode), sent)["Location"] == page("reopen", episode)
    program = reload(episode)
    assert program.lock.flag == "pausing/declared" and program.assessment.contraindications == ("pregnancy-20-weeks",)
    reopening = desk.get(page("reopen", episode)).context["screen"]
    assert reopening.answered and all(question.said[1].chosen for question in reopening.form.questions)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], new_episode: Opener
) -> None:
    assert signed_in(charlie).get(page("assess", new_episode())).status_code == 404
