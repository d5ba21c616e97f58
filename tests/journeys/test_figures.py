"""Figures in a real browser: they move with the player, wait until they are asked for, and push nothing around."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, Request, Route, expect
from pytest_django import Settings

from backstride.engine.values import Side
from backstride.web.records.models import Episode
from tests.journeys.conftest import DESKTOP, PHONE, NewPage
from tests.journeys.steps import choose, press
from tests.web.patient.conftest import patient_with_program
from tests.web.patient.days import check_in, live

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Axe = Callable[[Page], None]

MOVING, STILL = '[data-part="moving"]', '[data-part="image"]'
SEEN = """[...document.querySelectorAll('[data-part="moving"] [data-frame]')]
    .filter((one) => one.getAttribute("visibility") !== "hidden").map((one) => one.dataset.frame)"""
SHIFTS = """new Promise((done) => new PerformanceObserver((list) => done(
      list.getEntries().reduce((sum, one) => sum + one.value, 0)
    )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 500))"""


@pytest.fixture
def signed_in_phone(settings: Settings, new_page: NewPage, live_server: Any) -> Callable[..., Page]:
    """Opens a phone of somebody who has checked in: `signed_in_phone(Side.LEFT, reduced_motion="reduce")`."""
    settings.PLAYER_SPEED = True

    def open_phone(side: Side = Side.RIGHT, **options: Any) -> Page:
        client = Client()
        checked_in(client, side)
        page = new_page(PHONE, **options)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return open_phone


def checked_in(client: Client, side: Side) -> Episode:
    episode = patient_with_program(client, days_ago=2, side=side)
    live(episode, 2)
    check_in(episode, episode.today())
    return episode


def play(page: Page, home: str, speed: int = 1) -> None:
    """Begin today's moves."""
    page.goto(f"{home}/session/?speed={speed}")
    choose(page, before_leg=3, before_back=2, site_before="thigh")
    press(page, "Start the moves")


def asked_for(page: Page) -> list[str]:
    """The movements this page asks the server for, from now on."""
    found: list[str] = []
    page.on("request", lambda request: note(request, found))
    return found


def note(request: Request, found: list[str]) -> None:
    if "-move" in request.url:
        found.append(request.url)


def until_it_moves(page: Page) -> None:
    """Skip to the first move whose figure moves."""
    for _ in range(6):
        page.wait_for_timeout(400)
        if page.locator(MOVING).is_visible():
            return
        press(page, "Skip")


def frames_seen(page: Page, seconds: float) -> list[str]:
    """The frames that were seen, each time another one, over so much time."""
    found: list[str] = []
    for _ in range(int(seconds / 0.1)):
        page.wait_for_timeout(100)
        frame = page.evaluate(SEEN)[0]
        if not found or found[-1] != frame:
            found.append(frame)
    return found


def test_the_figure_moves_with_the_player_and_stops_with_it(
    signed_in_phone: Callable[..., Page], live_server: Any, axe: Axe
) -> None:
    page = signed_in_phone()
    asked = asked_for(page)
    play(page, live_server.url, speed=4)
    until_it_moves(page)
    expect(page.locator(STILL)).to_be_hidden()
    assert len(set(frames_seen(page, 4))) >= 4
    page.locator('[data-part="picture"]').click()
    assert len(frames_seen(page, 1)) == 1
    axe(page)
    assert len(asked) == len(set(asked)) <= 3


def test_getting_ready_shows_the_start_pose_and_a_hold_the_held_one(
    signed_in_phone: Callable[..., Page], live_server: Any
) -> None:
    page = signed_in_phone()
    play(page, live_server.url)
    until_it_moves(page)
    cycle, held = page.evaluate("(({cycle, hold}) => [cycle, hold])(document.querySelector('[data-cycle]').dataset)")
    assert set(page.evaluate(SEEN)) == {cycle.split(":")[0]}
    expect(page.locator('[data-part="cue"]')).to_have_text("Hold", timeout=30_000)
    page.wait_for_timeout(300)
    assert set(page.evaluate(SEEN)) == {held}


def test_less_motion_keeps_the_picture_still_and_asks_for_no_movement(
    signed_in_phone: Callable[..., Page], live_server: Any
) -> None:
    page = signed_in_phone(reduced_motion="reduce")
    asked = asked_for(page)
    play(page, live_server.url, speed=4)
    shown = set()
    for _ in range(12):
        page.wait_for_timeout(200)
        expect(page.locator(MOVING)).to_be_hidden()
        shown.add(page.locator(STILL).get_attribute("src"))
    assert len(shown) == 1 and not asked


def test_without_the_movement_the_pictures_of_the_poses_stay(
    signed_in_phone: Callable[..., Page], live_server: Any, problems: list[str]
) -> None:
    page = signed_in_phone()
    page.route("**/*-move*.svg", lambda route: route.abort())
    play(page, live_server.url, speed=4)
    page.wait_for_timeout(800)
    expect(page.locator(MOVING)).to_be_hidden()
    expect(page.locator(STILL)).to_be_visible()
    assert problems and all("Failed to load resource" in one for one in problems)
    problems.clear()


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_left_side_is_the_mirror_image(signed_in_phone: Callable[..., Page], live_server: Any, side: Side) -> None:
    page = signed_in_phone(side)
    play(page, live_server.url)
    for _ in range(6):
        words = page.locator('[data-part="side"]').inner_text()
        turned = "figure-left" in (page.locator(MOVING).get_attribute("class") or "")
        assert turned == (words == "Left side")
        if words:
            assert (words == "Left side") == (side is Side.LEFT)
            return
        press(page, "Skip")
    pytest.fail("no move of today has a side")


def test_the_movement_of_an_exercise_is_asked_for_only_when_it_is_opened(
    phone_page: Page, live_server: Any, axe: Axe
) -> None:
    asked = asked_for(phone_page)
    phone_page.goto(f"{live_server.url}/exercise/HAM01/")
    phone_page.locator(".motion").scroll_into_view_if_needed()
    phone_page.wait_for_load_state("networkidle")
    axe(phone_page)
    assert not asked
    with phone_page.expect_response("**/*HAM01-move*.svg") as answer:
        phone_page.get_by_text("See it move").click()
    assert answer.value.ok and len(asked) == 1
    expect(phone_page.locator(".motion img")).to_be_visible()
    axe(phone_page)


def test_where_less_motion_is_wanted_none_is_offered(new_page: NewPage, live_server: Any) -> None:
    page = new_page(PHONE, reduced_motion="reduce")
    page.goto(f"{live_server.url}/exercise/HAM01/")
    expect(page.get_by_text("See it move")).to_be_hidden()


@pytest.mark.parametrize("address", ["/today/", "/exercise/COR06/", "/tip/"])
def test_nothing_moves_when_pictures_arrive(
    signed_in_phone: Callable[..., Page], live_server: Any, address: str
) -> None:
    page, waiting = signed_in_phone(), list[Route]()
    page.set_viewport_size({"width": 360, "height": 6000})
    page.route("**/figures/**", lambda route: waiting.append(route))
    page.goto(live_server.url + address, wait_until="domcontentloaded")
    page.wait_for_timeout(800)
    before = page.evaluate("document.documentElement.scrollHeight")
    assert waiting
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollHeight") == before
    assert page.evaluate(SHIFTS) < 0.001


def test_the_body_chart_is_tapped_in_both_views(signed_in_phone: Callable[..., Page], live_server: Any) -> None:
    page = signed_in_phone()
    page.goto(f"{live_server.url}/session/")
    front, back = page.locator("#site_before .body-view").nth(1), page.locator("#site_before .body-view").nth(0)
    for view, place in ((front, "calf"), (back, "buttock"), (front, "foot")):
        view.locator(f".body-place-{place}").click()
        expect(page.locator(f"#site_before-{place}")).to_be_checked()
        expect(back.locator(f".reaches-{place}").first).to_be_visible()
    expect(front.locator(".reaches-foot").first).to_be_visible()
    expect(front.locator(".reaches-calf").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_with_figures_are_accessible(new_page: NewPage, live_server: Any, axe: Axe, scheme: str) -> None:
    for device in (PHONE, DESKTOP):
        page = new_page(device, color_scheme=scheme)
        for address in ("/tip/", "/exercise/COR06/", "/exercise/AER02/"):
            page.goto(live_server.url + address)
            axe(page)


@pytest.mark.parametrize("device", [PHONE, DESKTOP])
def test_the_practitioners_pictures_stand_in_boxes_of_one_shape(
    new_page: NewPage, live_server: Any, axe: Axe, device: dict[str, Any]
) -> None:
    client = Client()
    episode = checked_in(client, Side.RIGHT)
    assert episode.practitioner is not None
    client.force_login(episode.practitioner)
    page = new_page(device)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    for screen, box in (("handout", ".handout-poses"), ("taught", ".figure-row"), ("program", ".figure-row")):
        page.goto(f"{live_server.url}/patient/{episode.pk}/{screen}/")
        shapes = page.locator(box).evaluate_all(
            "all => all.map((one) => (one.clientWidth / one.clientHeight).toFixed(1))"
        )
        assert len(shapes) > 1 and len(set(shapes)) == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        axe(page)
