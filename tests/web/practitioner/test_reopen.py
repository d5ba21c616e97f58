"""Re-opening: only after an examination and a fresh full screen, and gentler than before."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backstride.engine.event import Assessed, Declared, Screened
from backstride.engine.values import Urgency
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import assessment, clean_answers, clean_form, page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


@pytest.fixture
def locked(approved: Opener) -> Episode:
    """A program locked 3 days ago by an urgent answer."""
    episode = approved(ago=4)
    tell(episode, Screened(episode.today() - timedelta(days=3), clean_answers(F1="yes"), full=True))
    return episode


def sent(episode: Episode, ago: int = 0, **said: str) -> dict[str, Any]:
    examined = episode.today() - timedelta(days=ago)
    return clean_form(**said) | {"examined": examined.isoformat(), "examined_by": "Alice"}


def test_examined_and_asked_again_it_is_open(desk: Client, locked: Episode) -> None:
    assert desk.post(page("reopen", locked), sent(locked))["Location"] == page("program", locked)
    assert reload(locked).lock is None
    assert locked.decisions.filter(kind="reopened").exists()


def test_the_date_is_not_filled_in_beforehand(desk: Client, locked: Episode) -> None:
    form = desk.get(page("reopen", locked)).context["screen"].form
    assert form["examined"].value() is None and form["examined_by"].value() == "Alice"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"examined": ""}, "Give the date of the examination."),
        ({"examined": "yesterday"}, "as 2026-05-12"),
        ({"examined": "2999-01-01"}, "is after"),
        ({"examined": "2020-01-01"}, "not after the lock"),
        ({"examined_by": ""}, "Name who examined"),
        ({"C1": ""}, "Not answered yet"),
    ],
)
def test_what_is_missing_or_too_early_leaves_it_closed(
    desk: Client, locked: Episode, changed: dict[str, str], words: str
) -> None:
    answer = desk.post(page("reopen", locked), sent(locked) | changed)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert reload(locked).lock.urgency is Urgency.SAME_DAY


def test_answers_that_lock_again_are_kept(desk: Client, locked: Episode) -> None:
    answer = desk.post(page("reopen", locked), sent(locked, C1="yes"))
    assert answer.status_code == 422 and "stays closed" in answer.content.decode()
    assert reload(locked).lock.urgency is Urgency.EMERGENCY


def test_what_was_told_of_and_assessed_reopens_on_the_answers_of_that_assessment(
    desk: Client, approved: Opener
) -> None:
    episode = approved(ago=4)
    tell(episode, Declared(episode.today() - timedelta(days=1), "injection"))
    assert desk.get(page("reopen", episode))["Location"] == page("assess", episode)
    tell(episode, Assessed(episode.today(), assessment(episode.today())))
    assert desk.get(page("reopen", episode)).context["screen"].answered
    assert desk.post(page("reopen", episode), sent(episode))["Location"] == page("program", episode)
    assert reload(episode).lock is None


def test_what_was_told_of_is_assessed_next_where_a_red_flag_came_first(desk: Client, locked: Episode) -> None:
    tell(locked, Declared(locked.today(), "surgery"))
    assert desk.post(page("reopen", locked), sent(locked))["Location"] == page("assess", locked)
    assert desk.get(page("assess", locked)).status_code == 200


def test_a_pregnancy_is_asked_about_when_it_was_told_of(desk: Client, locked: Episode) -> None:
    tell(locked, Declared(locked.today(), "pregnancy"))
    questions = desk.get(page("reopen", locked)).context["screen"].form.questions
    assert "B1" in [question.id for question in questions]


def test_where_nothing_is_stopped_there_is_nothing_to_reopen(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert desk.get(page("reopen", episode))["Location"] == page("patient", episode)


def test_another_clinics_program_stays_closed(
    charlie: User, signed_in: Callable[[User], Client], locked: Episode
) -> None:
    assert signed_in(charlie).post(page("reopen", locked), sent(locked)).status_code == 404
    assert reload(locked).lock is not None
