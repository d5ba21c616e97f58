"""A guided session and a walk on a phone, from Start to Saved, with a clock that runs fast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django import Settings

from backstride.web.records.models import Episode
from tests.journeys.conftest import PHONE, NewPage
from tests.web.patient.conftest import patient_with_program
from tests.web.patient.days import check_in, live

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# 26 px in rem, as the browser rounds it.
FLOOR_PX = 25.99


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A small phone whose owner asked for less motion: no page slides, whose interruption the browser would report."""
    return new_page(PHONE, reduced_motion="reduce")


@pytest.fixture
def episode(settings: Settings, phone: Page, live_server: Any) -> Episode:
    """Somebody who has checked in, signed in on the phone; the player may run fast."""
    settings.PLAYER_SPEED = True
    client = Client()
    found = patient_with_program(client, days_ago=2)
    live(found, 2)
    check_in(found, found.today())
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    phone.context.add_cookies([cookie])
    return found


def choose(page: Page, **answers: str) -> None:
    """Choose these answers."""
    for name, value in answers.items():
        page.check(f'input[name="{name}"][value="{value}"]', force=True)


def begin(page: Page, address: str, button: str) -> None:
    """Answer the questions before, and start."""
    page.goto(address)
    choose(page, before_leg="3", before_back="2", site_before="thigh")
    page.click(f'button:has-text("{button}")')


def close(page: Page, **answers: str) -> None:
    """Answer the questions after, and save."""
    choose(page, peak_leg="3", peak_back="2", site_after="thigh", tingling="no", weakness="no", **answers)
    page.click('button:has-text("Save")')
    page.wait_for_url("**/today/")


def fits(page: Page) -> bool:
    """Whether nothing scrolls, in either direction."""
    size = "[document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth]"
    down, across = page.evaluate(size)
    return down <= 0 and across <= 0


def test_start_without_answers_points_at_the_first_question(episode: Episode, phone: Page, live_server: Any) -> None:
    phone.goto(f"{live_server.url}/session/")
    phone.click('button:has-text("Start the moves")')
    assert phone.is_visible("text=Before you start")
    assert phone.evaluate("document.activeElement.name") == "before_leg"


def test_a_session_runs_by_itself_and_is_saved(
    episode: Episode, phone: Page, live_server: Any, axe: Callable[[Page], None]
) -> None:
    begin(phone, f"{live_server.url}/session/?speed=60", "Start the moves")
    axe(phone)
    assert fits(phone)
    for part in ("tell", "side", "cue"):
        size = phone.evaluate(f"parseFloat(getComputedStyle(document.querySelector('[data-part={part}]')).fontSize)")
        assert size >= FLOOR_PX
    phone.wait_for_selector("text=How was it?", timeout=60_000)
    axe(phone)
    close(phone, effort="4")
    (kept,) = episode.events.filter(kind="SessionDone", on=episode.today())
    assert kept.body["report"].get("completed", 100) == 100
    assert len(kept.body["exercises"]) == len(set(kept.body["exercises"])) > 2
    assert (
        phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('backstride.session.')).length") == 0
    )


def test_a_closed_phone_goes_on_where_it_stopped(episode: Episode, phone: Page, live_server: Any) -> None:
    begin(phone, f"{live_server.url}/session/", "Start the moves")
    phone.click('button:has-text("Skip")')
    name = phone.inner_text('[data-part="name"]')
    phone.goto("about:blank")
    phone.goto(f"{live_server.url}/session/")
    assert phone.inner_text('[data-part="name"]') == name
    assert phone.inner_text(".rungs p").startswith("2 of")
    assert phone.inner_text('[data-part="unit"]') == "Tap to go on"


def test_pain_that_moves_down_ends_the_session_and_says_why(
    episode: Episode, phone: Page, live_server: Any, axe: Callable[[Page], None]
) -> None:
    begin(phone, f"{live_server.url}/session/", "Start the moves")
    phone.click(".three-buttons .hurts")
    axe(phone)
    choose(phone, hurt_where="leg", hurt_level="5", hurt_down="yes", hurt_tingling="no")
    phone.click('.sheet button:has-text("Go on")')
    assert phone.is_visible("text=That is enough for today.")
    phone.click("text=To the last questions")
    phone.wait_for_selector("text=You said 5 when it hurt.")
    close(phone, effort="2")
    (kept,) = episode.events.filter(kind="SessionDone", on=episode.today())
    assert len(kept.body["hurt"]) == 1


def test_a_walk_is_timed_and_saved(
    episode: Episode, phone: Page, live_server: Any, axe: Callable[[Page], None]
) -> None:
    begin(phone, f"{live_server.url}/walk/?speed=60", "Start the timer")
    assert fits(phone)
    axe(phone)
    phone.wait_for_selector("text=That is today’s walk.", timeout=20_000)
    phone.click('button:has-text("Finish")')
    assert int(phone.input_value('input[name="minutes"]')) >= 2
    close(phone)
    assert episode.events.filter(kind="Walked", on=episode.today()).count() == 1


def test_a_walk_can_be_typed_in(episode: Episode, phone: Page, live_server: Any) -> None:
    begin(phone, f"{live_server.url}/walk/", "I have walked")
    phone.fill('input[name="minutes"]', "7")
    close(phone)
    (kept,) = episode.events.filter(kind="Walked", on=episode.today())
    assert kept.body["minutes"] == 7


def test_without_script_the_session_is_a_list_and_a_form(
    episode: Episode, new_page: NewPage, phone: Page, live_server: Any
) -> None:
    page = new_page(PHONE, java_script_enabled=False, reduced_motion="reduce")
    page.context.add_cookies(phone.context.cookies())
    page.goto(f"{live_server.url}/session/")
    choose(page, before_leg="3", before_back="2", site_before="thigh")
    for box in page.locator('input[name="exercises"]').all():
        box.check(force=True)
    close(page, effort="4")
    (kept,) = episode.events.filter(kind="SessionDone", on=episode.today())
    assert kept.body["report"].get("completed", 100) == 100
