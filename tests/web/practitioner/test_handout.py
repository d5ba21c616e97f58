"""The handout: today's program on paper, with pictures in its colors, when to stop, and a code for the phone."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.engine.event import FlareReported
from backstride.web.accounts.models import User
from backstride.web.components.drawings import Shown
from backstride.web.practitioner.handout import poses
from backstride.web.records.models import Episode
from tests.web.conftest import Draw
from tests.web.practitioner.conftest import page, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def paper(desk: Client, episode: Episode) -> str:
    """The handout as it is read."""
    return unescape(desk.get(page("handout", episode)).content.decode())


def test_every_move_has_its_dose_its_cue_and_its_easier_way(desk: Client, approved: Opener) -> None:
    episode = approved(ago=1)
    screen, html = desk.get(page("handout", episode)).context["screen"], paper(desk, episode)
    assert screen.moves
    for move in screen.moves:
        for line in (move.words.name, move.words.start, move.words.texts.cues[0], move.words.texts.easier, move.dose):
            assert line in html


def test_key_poses_stand_side_by_side_in_the_colors_of_paper(draw: Draw) -> None:
    draw("HAM01-1", "HAM01-2")
    strip = poses(Shown("HAM01"))
    assert strip.count("<svg") == 3 and "var(" not in strip and "<style" not in strip
    assert "The right leg" in strip and "The left leg" in poses(Shown("HAM01", left=True))


def test_a_move_without_drawing_has_its_words(desk: Client, approved: Opener, draw: Draw) -> None:
    episode = approved(ago=1)
    assert all(move.poses == "" and move.words.name in paper(desk, episode) for move in screen_of(desk, episode).moves)
    assert "handout-poses" not in paper(desk, episode)


def screen_of(desk: Client, episode: Episode):  # type: ignore[no-untyped-def]
    return desk.get(page("handout", episode)).context["screen"]


def test_it_says_whose_it_is_who_found_the_cause_and_who_approved(desk: Client, approved: Opener) -> None:
    html = paper(desk, approved())
    assert (
        "Bob, 48" in html and "Cause found by Alice, physical therapist" in html and "Program approved by Alice" in html
    )


def test_each_reason_to_stop_stands_once_with_the_emergency_number(
    desk: Client, approved: Opener, settings: Settings
) -> None:
    settings.EMERGENCY_NUMBER = "112"
    screen, html = screen_of(desk, episode := approved(ago=1)), paper(desk, episode)
    assert len(screen.stop) == len(set(screen.stop)) > 3
    assert all(line in html for line in screen.stop)
    assert "Call 112" in html and "Numb or tingling between the legs" in html


def test_the_code_leads_to_the_program_on_the_phone(desk: Client, approved: Opener) -> None:
    html = paper(desk, approved())
    assert "http://testserver/today/" in html and 'class="qr"' in html and " style=" not in html


def test_relief_that_is_in_the_session_is_not_drawn_twice(desk: Client, approved: Opener) -> None:
    screen = screen_of(desk, approved(ago=1))
    drawn = [move.words.name for move in (*screen.moves, *screen.relief) if move.poses]
    assert len(drawn) == len(set(drawn))


def test_a_day_without_moves_says_why(desk: Client, approved: Opener) -> None:
    episode = approved(ago=1)
    tell(episode, FlareReported(episode.today()))
    assert "No session today." in paper(desk, episode)


def test_an_unsigned_program_says_so(desk: Client, assessed: Opener) -> None:
    assert "waits for your signature" in paper(desk, assessed())


def test_before_an_assessment_the_safety_questions_come(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("handout", episode))["Location"] == page("screen", episode)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    assert signed_in(charlie).get(page("handout", approved())).status_code == 404
