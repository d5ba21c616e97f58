"""A person alone on a device: no program without a diagnosis, one with it, and a yes that stops it at once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from backstride.web.records.models import Episode, EventRecord
from tests.journeys.steps import answer_all_no, check_in, choose, press, tick

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Axe = Callable[[Page], None]


@pytest.fixture(autouse=True)
def real_installation(settings: Settings) -> None:
    """A real installation with an emergency number."""
    settings.DEMO = False
    settings.EMERGENCY_NUMBER = "112"


def begin(page: Page, home: str, axe: Axe) -> None:
    """From the first page to the end of the safety questions, every one answered no."""
    page.goto(home)
    axe(page)
    page.get_by_role("link", name="Use it on this device").click()
    axe(page)
    press(page, "Begin")
    expect(page.get_by_role("heading", name="Write this down")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="I have written it down").click()
    axe(page)
    press(page, "Begin the questions")
    axe(page)
    answer_all_no(page)


def test_without_a_diagnosis_there_is_no_program(live_server: LiveServer, phone_page: Page, axe: Axe) -> None:
    """R1: the screen, advice, positions of ease and a page to take along; no program, whatever address is tried."""
    begin(phone_page, live_server.url, axe)
    phone_page.get_by_role("link", name=re.compile("No$")).first.click()
    expect(phone_page).to_have_url(re.compile("/without-diagnosis/"))
    axe(phone_page)
    for address in ("/today/", "/session/", "/check-in/", "/walk/"):
        phone_page.goto(live_server.url + address)
        assert address not in phone_page.url, f"{address} answers without a diagnosis"
    assert not EventRecord.objects.exists()
    assert not hasattr(Episode.objects.get(), "snapshot")


def test_with_a_diagnosis_a_program_and_a_yes_stops_it(live_server: LiveServer, phone_page: Page, axe: Axe) -> None:
    """Who diagnosed, when and with what; a program at once; then one yes locks it and shows whom to call."""
    begin(phone_page, live_server.url, axe)
    diagnose(phone_page, axe)
    expect(phone_page).to_have_url(re.compile("/today/"))
    axe(phone_page)
    check_in(phone_page, 3, 2, "thigh")
    expect(phone_page.get_by_text(re.compile("moves", re.I)).first).to_be_visible()
    phone_page.goto(f"{live_server.url}/wrong/")
    axe(phone_page)
    say_yes(phone_page, live_server.url)
    expect(phone_page).to_have_url(re.compile("/refer/"))
    expect(phone_page.get_by_role("link", name=re.compile("Call 112"))).to_be_visible()
    axe(phone_page)
    for address in ("/today/", "/session/", "/walk/"):
        phone_page.goto(live_server.url + address)
        expect(phone_page).to_have_url(re.compile("/refer/"))


def diagnose(page: Page, axe: Axe) -> None:
    """Say what was found, by whom and when, and where it starts from."""
    page.goto(page.url.split("/diagnosis/")[0].split("/start/")[0] + "/diagnosis/?told=yes")
    axe(page)
    choose(page, cause="spinal-stenosis", side="left", profession="physiatrist")
    page.locator('input[name="name"]').fill("Dr. Gray")
    page.locator('input[name="on"]').fill("2026-01-12")
    press(page, "Go on")
    expect(page).to_have_url(re.compile("/baseline/"))
    axe(page)
    choose(page, leg=4, back=3, place="thigh")
    for field, value in {"walk_minutes": "12", "age": "68"}.items():
        page.locator(f'input[name="{field}"]').fill(value)
    tick(page, "findings", "none")
    tick(page, "kit", "chair", "wall")
    press(page, "Make my program")


def say_yes(page: Page, home: str) -> None:
    """From "Something is wrong" to the safety questions, the first of which is answered yes."""
    page.goto(f"{home}/wrong/")
    page.get_by_role("link", name=re.compile("Then answer the safety questions")).click()
    expect(page).to_have_url(re.compile("/screening/"))
    press(page, "Yes")
