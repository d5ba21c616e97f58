"""The safety questions: nothing left out, what is urgent stops, what is known does not, and a program locks at once."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backstride.engine.screening import asked
from backstride.engine.values import Urgency
from backstride.web.accounts.models import User
from backstride.web.practitioner.draft import kept
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode, EventRecord
from tests.web.practitioner.conftest import clean_form, page, reload

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def test_all_questions_stand_in_one_list(desk: Client, new_episode: Opener) -> None:
    answer = desk.get(page("screen", new_episode()))
    assert [question.id for question in answer.context["screen"].form.questions] == list(clean_form())
    assert answer.content.decode().count("If yes:") > 3


@pytest.mark.parametrize(
    ("found", "pregnancy"),
    [
        ({}, False),
        ({"cause": "pregnancy", "kind": "pregnant", "weeks": 12}, True),
        ({"weeks": 30, "contraindications": ("pregnancy-28-weeks",)}, True),
        ({"contraindications": ("cancer",)}, False),
    ],
)
def test_a_program_is_asked_exactly_what_its_cause_and_findings_ask_for(
    desk: Client, approved: Opener, found: dict[str, Any], pregnancy: bool
) -> None:
    episode = approved(**found)
    program = reload(episode)
    shown = [one.id for one in desk.get(page("screen", episode)).context["screen"].form.questions]
    assert shown == list(asked(program.cause, True, knowledge(), program.assessment.contraindications))
    assert ("B1" in shown) is pregnancy


def test_only_weakness_in_the_legs_can_be_known_and_stable(desk: Client, new_episode: Opener) -> None:
    questions = desk.get(page("screen", new_episode())).context["screen"].form.questions
    assert [question.id for question in questions if question.can_be_known] == ["C5", "N1"]


def test_a_question_left_open_is_named_and_the_rest_kept(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    sent = clean_form(N3="unsure")
    del sent["C3"]
    answer = desk.post(page("screen", episode), sent)
    assert answer.status_code == 422
    questions = {question.id: question for question in answer.context["screen"].form.questions}
    assert questions["C3"].errors == ("Not answered yet: Bowel control.",)
    assert [choice.value for choice in questions["N3"].said if choice.chosen] == ["unsure"]
    assert kept(Episode.objects.get()) is None


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"N1": "yes"}, "One more question is open"),
        ({"K2": "yes"}, "Tick what fits"),
        ({"K2": "no", "K2-parts": ["night-pain"]}, "the answer is none"),
        ({"C1": "perhaps"}, "Select a valid choice"),
        ({"K2": "yes", "K2-parts": ["invented"]}, "not one of the available choices"),
    ],
)
def test_answers_that_do_not_fit_come_back(
    desk: Client, new_episode: Opener, sent: dict[str, object], words: str
) -> None:
    answer = desk.post(page("screen", new_episode()), clean_form() | sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_something_urgent_says_what_to_do_and_makes_no_program(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    answer = desk.post(page("screen", episode), clean_form(C1="yes"), follow=True)
    html = answer.content.decode()
    assert "needs emergency care now" in html and "Do not drive yourself" in html and 'href="tel:112"' in html
    assert desk.get(page("assess", episode))["Location"].startswith(page("screen", episode))
    assert reload(episode) is None


def test_an_urgent_answer_can_be_corrected(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    desk.post(page("screen", episode), clean_form(C1="yes"))
    assert desk.post(page("screen", episode), clean_form())["Location"] == page("assess", episode)


@pytest.mark.parametrize(("follow", "goes_to"), [("no", "assess"), ("yes", "screen"), ("unsure", "screen")])
def test_known_and_stable_is_no_news_unless_it_gets_worse(
    desk: Client, new_episode: Opener, follow: str, goes_to: str
) -> None:
    episode = new_episode()
    sent = clean_form(N1="yes") | {"N1-follow": follow, "N1-known": "on"}
    assert desk.post(page("screen", episode), sent)["Location"] == page(goes_to, episode)


def test_ticking_an_item_answers_its_question(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    sent = clean_form() | {"K2": "", "K2-parts": ["night-pain"]}
    assert desk.post(page("screen", episode), sent)["Location"] == page("assess", episode)
    draft = kept(Episode.objects.get(pk=episode.pk))
    assert draft is not None
    assert next(answer for answer in draft.answers if answer.flag == "K2").parts == ("night-pain",)


def test_a_program_is_locked_at_once(desk: Client, approved: Opener) -> None:
    episode = approved()
    answer = desk.post(page("screen", episode), clean_form(C2="yes"))
    assert answer["Location"] == page("patient", episode)
    assert reload(episode).lock.urgency is Urgency.EMERGENCY


def test_a_clean_screen_of_a_program_is_recorded_as_full(desk: Client, approved: Opener) -> None:
    episode = approved()
    desk.post(page("screen", episode), clean_form())
    assert EventRecord.objects.get(kind="Screened").body["full"] is True


def test_on_the_way_to_an_assessment_it_goes_on_there(desk: Client, approved: Opener) -> None:
    episode = approved()
    answer = desk.post(f"{page('screen', episode)}?then=assess", clean_form())
    assert answer["Location"] == page("assess", episode)


def test_what_is_newly_known_goes_into_an_assessment_instead_of_locking(desk: Client, approved: Opener) -> None:
    episode = approved()
    answer = desk.post(page("screen", episode), clean_form(C5="yes") | {"C5-known": "on"})
    assert answer["Location"] == page("assess", episode)
    assert reload(episode).lock is None


def test_sent_twice_it_is_recorded_once(desk: Client, approved: Opener) -> None:
    episode = approved()
    sent = clean_form() | {"event_id": str(uuid.uuid4())}
    desk.post(page("screen", episode), sent)
    desk.post(page("screen", episode), sent)
    assert EventRecord.objects.filter(kind="Screened").count() == 1


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], new_episode: Opener
) -> None:
    episode = new_episode()
    browser = signed_in(charlie)
    assert browser.get(page("screen", episode)).status_code == 404
    assert browser.post(page("screen", episode), clean_form()).status_code == 404
