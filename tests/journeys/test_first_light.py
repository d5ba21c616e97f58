"""The main job: from a recorded diagnosis to guided sessions, and a program that changes by its rules."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from backstride.web.accounts.models import Clinic, Membership, User
from backstride.web.records.access import program_of
from backstride.web.records.history import replayed
from backstride.web.records.models import DecisionRecord, Episode
from tests.journeys.steps import Clock, answer_all_no, check_in, choose, clock, finish_moves, press, tell_after, tick

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Axe = Callable[[Page], None]
PASSWORD = "a long enough secret"
__all__ = ["clock"]


@pytest.fixture(autouse=True)
def real_installation(settings: Settings) -> None:
    """A real installation with a quick player, quick passwords, and an emergency number."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.DEMO = False
    settings.EMERGENCY_NUMBER = "112"
    settings.PLAYER_SPEED = True


@pytest.fixture
def alice() -> User:
    """A practitioner of a clinic."""
    clinic = Clinic.objects.create(name="Hillside Clinic")
    person = User.objects.create_user(
        kind=User.Kind.PRACTITIONER,
        profession=User.Profession.PHYSICAL_THERAPIST,
        display_name="Alice",
        email="alice@example.org",
        password=PASSWORD,
    )
    Membership.objects.create(user=person, clinic=clinic, role=Membership.Role.PRACTITIONER)
    return person


def test_from_diagnosis_to_a_changed_program(
    live_server: LiveServer, desktop_page: Page, phone_page: Page, axe: Axe, alice: User, clock: Clock
) -> None:
    """Alice assesses, adjusts and approves; Bob joins, does his days; the program rises, then a red day steps it down."""
    link = write_a_program(desktop_page, live_server.url, axe)
    join(phone_page, link, axe)
    for day in range(4):
        good_day(phone_page, live_server.url, first=day == 0, axe=axe if day == 0 else None)
        clock.pass_days()
    rose_by_one_step(phone_page, live_server.url, axe)
    red_day(phone_page, live_server.url)
    stepped_down(phone_page, desktop_page, live_server.url)
    episode = Episode.objects.select_related("snapshot").get()
    assert program_of(episode) == replayed(episode)


def write_a_program(page: Page, home: str, axe: Axe) -> str:
    """Sign in, add a patient, ask the safety questions, assess, change a rung, approve; the link for the patient."""
    page.goto(f"{home}/sign-in/")
    axe(page)
    sign_in(page, home)
    page.get_by_role("link", name="New patient", exact=True).click()
    page.locator("input[name=name]").fill("Bob")
    page.locator("input[name=birth_year]").fill("1984")
    page.locator('main button[type="submit"]').first.click()
    for name in page.evaluate(
        "[...new Set([...document.querySelectorAll('main input[type=radio][value=no]')].map(i => i.name))]"
    ):
        if not name.endswith("follow"):
            choose(page, **{name: "no"})
    axe(page)
    press(page, "Save these answers")
    choose(
        page, cause="disc-herniation", side="right", preference="extension", irritable="no", leg=4, back=3, site="thigh"
    )
    page.locator('input[name="walk_minutes"]').fill("15")
    tick(page, "kit", "chair", "wall", "towel")
    axe(page)
    page.locator('main button[type="submit"]').last.click()
    expect(page).to_have_url(re.compile("/program/"))
    axe(page)
    first = page.locator("li.ladder").first
    before = first.locator(".ladder-now").inner_text()
    first.get_by_role("button", name=re.compile("up|more|higher|\\+", re.I)).first.click()
    expect(page.locator("li.ladder").first.locator(".ladder-now")).not_to_have_text(before)
    first = page.locator("li.ladder").first
    first.get_by_role("button", name=re.compile("down|less|lower|−", re.I)).first.click()
    press(page, "Approve")
    expect(page).to_have_url(re.compile("/invite/"))
    press(page, "Make the code")
    axe(page)
    made = re.search(r"/join/([A-Z0-9-]+)/?", page.content())
    assert made, "the invitation shows its link"
    return f"{home}/join/{made.group(1)}/"


def sign_in(page: Page, home: str) -> None:
    """Alice signs in; after some hours away she has to again."""
    page.goto(f"{home}/sign-in/")
    page.get_by_label("E-mail").fill("alice@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page).to_have_url(re.compile("/caseload/"))


def join(page: Page, link: str, axe: Axe) -> None:
    """Bob opens the link on his phone."""
    page.goto(link)
    axe(page)
    press(page, "Open my program on this phone")
    if "/today/" not in page.url:
        page.goto(link.split("/join/")[0] + "/today/")
    expect(page).to_have_url(re.compile("/today/"))


def good_day(page: Page, home: str, *, first: bool, axe: Axe | None) -> None:
    """Check in, do the session and the walk, and say that it settled."""
    page.goto(f"{home}/today/")
    if axe:
        axe(page)
    check_in(page, 3, 2, "thigh", "" if first else "within-hour")
    expect(page).to_have_url(re.compile("/today/"))
    page.goto(f"{home}/session/?speed=240")
    if axe:
        axe(page)
    choose(page, before_leg=3, before_back=2, site_before="thigh")
    finish_moves(page)
    if axe:
        axe(page)
    tell_after(page, 3, 2, "thigh", effort=4)
    page.goto(f"{home}/settled/")
    choose(page, settled="yes", site="thigh", tingling="no")
    press(page, "Save")
    page.goto(f"{home}/walk/")
    if axe:
        axe(page)
    walk_by_hand(page)
    page.goto(f"{home}/settled/?walk=1")
    choose(page, settled="yes", site="thigh", tingling="no")
    press(page, "Save")
    expect(page).to_have_url(re.compile("/today/"))


def walk_by_hand(page: Page) -> None:
    """Type a walk in."""
    choose(page, before_leg=3, before_back=2, site_before="thigh")
    press(page, "I have walked: type it in")
    page.locator('input[name="minutes"]').fill("12")
    tell_after(page, 3, 2, "thigh")


def rose_by_one_step(page: Page, home: str, axe: Axe) -> None:
    """After three good sessions and a good morning, one thing is a step up, and Today says why."""
    rises = DecisionRecord.objects.filter(kind="progressed")
    assert rises.exists()
    assert all(rises.filter(on=on).count() == 1 for on in rises.values_list("on", flat=True))
    page.goto(f"{home}/today/")
    check_in(page, 3, 2, "thigh", "within-hour")
    expect(page.get_by_text("One step up").first).to_be_visible()
    page.locator("details:has-text('Why')").last.scroll_into_view_if_needed()
    page.goto(f"{home}/changes/")
    axe(page)
    page.locator("details").nth(0).click()
    expect(page.get_by_role("link", name=re.compile("A step up|step", re.I)).first).to_be_attached()


def red_day(page: Page, home: str) -> None:
    """A session that hurts much more than before."""
    page.goto(f"{home}/session/?speed=240")
    choose(page, before_leg=3, before_back=2, site_before="thigh")
    finish_moves(page)
    tell_after(page, 7, 2, "thigh", effort=8)


def stepped_down(phone: Page, desk: Page, home: str) -> None:
    """Today asks the safety questions and says why; the practitioner reads the same."""
    phone.goto(f"{home}/today/")
    phone.goto(f"{home}/screening/")
    answer_all_no(phone)
    phone.goto(f"{home}/changes/")
    expect(phone.get_by_text("More than we want. We ease off.").first).to_be_visible()
    lowered = DecisionRecord.objects.filter(kind__in=("regressed", "reduced", "stopped"), rule="response/red")
    assert lowered.exists()
    sign_in(desk, home)
    desk.get_by_role("link", name=re.compile("Review|Bob")).first.click()
    expect(desk.get_by_text("More than we want. We ease off.").first).to_be_visible()
