"""Measure: the total of a licensed form, and the measures on a patient's page."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.event import Measured
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode, EventRecord
from tests.web.practitioner.conftest import page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]
TOTALS = ["odi", "msk-hq", "eq-5d", "promis-pi", "start-back", "pseq"]


def kept(episode: Episode) -> list[tuple[str, int]]:
    """The last scores in force."""
    return [(one.measure, one.last) for one in reload(episode).measures]


def test_only_totals_are_typed_in_and_their_terms_stand_beside(desk: Client, approved: Opener) -> None:
    shown = desk.get(page("measure", approved()))
    assert [one.measure for one in shown.context["screen"].totals] == TOTALS
    assert all(one.license in shown.content.decode().replace("&#x27;", "'") for one in shown.context["screen"].totals)


@pytest.mark.parametrize(
    ("measure", "total", "score"),
    [("odi", "34", 34), ("eq-5d", "0.736", 736), ("eq-5d", "-0.05", -50), ("promis-pi", "61.5", 615)],
)
def test_a_total_is_kept_as_a_whole_number(
    desk: Client, approved: Opener, measure: str, total: str, score: int
) -> None:
    episode = approved()
    sent = desk.post(page("measure", episode), {"measure": measure, "total": total})
    assert sent["Location"] == page("patient", episode)
    assert kept(episode) == [(measure, score)]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"measure": "odi", "total": "101"}, "The total goes from 0 to 100."),
        ({"measure": "odi", "total": "33.5"}, "Give it like this: 75."),
        ({"measure": "eq-5d", "total": "0.7361"}, "Give it like this: 0.750."),
        ({"measure": "eq-5d", "total": "1.2"}, "The total goes from -1 to 1."),
        ({"measure": "odi", "total": "much"}, "Give the total as a number."),
        ({"measure": "odi", "total": ""}, "Type in the total."),
        ({"measure": "", "total": "34"}, "Choose the measure."),
        ({"measure": "rmdq", "total": "12"}, "Choose one of the measures."),
    ],
)
def test_what_does_not_fit_is_named_and_the_rest_kept(
    desk: Client, approved: Opener, sent: dict[str, str], words: str
) -> None:
    episode = approved()
    answer = desk.post(page("measure", episode), sent)
    assert answer.status_code == 422 and words in answer.content.decode()
    form = answer.context["screen"].form
    assert (form["measure"].value(), form["total"].value()) == (sent["measure"], sent["total"])
    assert kept(episode) == []


def test_sent_twice_it_is_kept_once(desk: Client, approved: Opener) -> None:
    episode, sent = approved(), {"measure": "odi", "total": "34", "event_id": str(uuid.uuid4())}
    desk.post(page("measure", episode), sent)
    desk.post(page("measure", episode), sent)
    assert EventRecord.objects.filter(kind="Measured").count() == 1


def test_the_patients_page_says_first_last_and_change(desk: Client, approved: Opener) -> None:
    episode = approved(ago=42)
    start = episode.today() - timedelta(days=42)
    tell(episode, Measured(start, "rmdq", 15), Measured(start, "odi", 40), Measured(start, "task-1", 2, note="Garden"))
    tell(episode, Measured(episode.today(), "rmdq", 8), Measured(episode.today(), "odi", 36))
    shown = desk.get(page("patient", episode))
    rows = [(one.name, one.first, one.last, one.change) for one in shown.context["screen"].measures]
    assert rows == [
        ("Roland-Morris Disability Questionnaire", "15", "8", "better"),
        ("Garden", "2", "2", ""),
        ("Oswestry Disability Index, total", "40", "36", "within-error"),
    ]
    assert "Within measurement error" in shown.content.decode()
    assert page("measure", episode) in shown.content.decode()


def test_with_nothing_measured_the_page_says_what_will_come(desk: Client, approved: Opener) -> None:
    assert "Nothing measured yet." in desk.get(page("patient", approved())).content.decode()


def test_without_a_program_there_is_nothing_to_measure(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("measure", episode))["Location"] == page("assess", episode)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    browser, address = signed_in(charlie), page("measure", approved())
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"measure": "odi", "total": "34"}).status_code == 404
