"""Taught: what was seen, on which date, and the control check."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backstride.engine.event import Adjusted
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode, EventRecord
from tests.web.conftest import Draw
from tests.web.practitioner.conftest import page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def test_what_was_ticked_is_recorded_and_shown_with_its_date(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert desk.post(page("taught", episode), {"seen": ["COR01", "HAM01"]})["Location"] == page("patient", episode)
    assert reload(episode).taught == ("COR01", "HAM01")
    seen = {one.exercise: one.on for one in desk.get(page("taught", episode)).context["screen"].exercises}
    assert seen["COR01"] == episode.today() and seen["MOB06"] is None


def test_the_control_check_counts_its_exercise_as_seen(desk: Client, approved: Opener) -> None:
    episode = approved()
    desk.post(page("taught", episode), {"control": "yes"})
    assert reload(episode).controlled == ("COR03",) and reload(episode).taught == ("COR03",)
    assert desk.get(page("taught", episode)).context["screen"].control.on == episode.today()


def test_control_is_recorded_for_its_own_exercise_only(desk: Client, approved: Opener) -> None:
    episode = approved()
    desk.post(page("taught", episode), {"seen": ["COR01"], "control": "yes"})
    assert reload(episode).controlled == ("COR03",)


def listed(desk: Client, episode: Episode) -> dict[str, Any]:
    return {one.exercise: one for one in desk.get(page("taught", episode)).context["screen"].exercises}


def test_forms_that_must_be_taught_stand_beside_their_exercise(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Adjusted(episode.today(), "Alice", "phase", "phase", 3))
    seen = listed(desk, episode)
    assert [(form.value, form.name) for form in seen["FUN02"].forms] == [
        ("FUN02/loaded", "Stand up and sit down, with a light load")
    ]
    assert not seen["FUN02"].first and seen["FUN02"].on is None
    desk.post(page("taught", episode), {"seen": ["FUN02/loaded"]})
    assert reload(episode).taught == ("FUN02/loaded",)
    seen = listed(desk, episode)
    assert seen["FUN02"].forms[0].on == episode.today() and seen["FUN02"].on is None


def test_a_form_to_be_taught_has_its_own_picture(desk: Client, approved: Opener, draw: Draw) -> None:
    episode = approved()
    tell(episode, Adjusted(episode.today(), "Alice", "phase", "phase", 3))
    draw("FUN02-1", "FUN02-loaded-1")
    seen = listed(desk, episode)["FUN02"]
    assert (seen.figure, [form.figure for form in seen.forms]) == ("FUN02", ["FUN02-loaded"])
    html = desk.get(page("taught", episode)).content.decode()
    assert "FUN02-1.svg" in html and "FUN02-loaded-1.svg" in html


def test_an_exercise_given_only_in_forms_is_taught_by_its_forms(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Adjusted(episode.today(), "Alice", "phase", "phase", 3))
    carry = listed(desk, episode)["FUN05"]
    assert [form.value for form in carry.forms] == ["FUN05/two-hand", "FUN05/one-side", "FUN05/heavy"]
    assert not carry.first


def test_what_another_cause_has_is_not_taught(desk: Client, approved: Opener) -> None:
    episode = approved(cause="spondylolisthesis", grade=1)
    tell(episode, Adjusted(episode.today(), "Alice", "phase", "phase", 3))
    assert "FUN05/heavy" not in [form.value for form in listed(desk, episode)["FUN05"].forms]


def test_an_ordered_exercise_can_be_taught(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert "NRV03" not in listed(desk, episode)
    tell(episode, Adjusted(episode.today(), "Alice", "order", "NRV03", reason="Tolerated in the clinic."))
    assert listed(desk, episode)["NRV03"].first


@pytest.mark.parametrize("sent", [{}, {"seen": ["XXX99"]}, {"seen": ["COR01", "XXX99"]}, {"seen": ["COR01/loaded"]}])
def test_nothing_ticked_or_nothing_known_is_refused_whole(
    desk: Client, approved: Opener, sent: dict[str, list[str]]
) -> None:
    episode = approved()
    assert desk.post(page("taught", episode), sent).status_code == 422
    assert reload(episode).taught == ()


def test_sent_twice_it_is_recorded_once(desk: Client, approved: Opener) -> None:
    episode, sent = approved(), {"seen": ["COR01"], "event_id": str(uuid.uuid4())}
    desk.post(page("taught", episode), sent)
    desk.post(page("taught", episode), sent)
    assert EventRecord.objects.filter(kind="Taught").count() == 1


def test_without_a_program_there_is_nothing_to_teach(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("taught", episode))["Location"] == page("assess", episode)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    assert signed_in(charlie).post(page("taught", approved()), {"seen": ["COR01"]}).status_code == 404
