"""A real Chromium for the journeys: pages of a phone and of a desktop that refuse console errors and foreign requests."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

PHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OURS = {"127.0.0.1", "localhost"}
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        pytest.fail("Chromium is missing. On Debian or Ubuntu: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What went wrong in the pages of this test, which fails if anything is left; a test that provokes an error removes it."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def new_page(chromium: Browser, problems: list[str]) -> Iterator[NewPage]:
    """Opens a page in a visit of its own: `new_page(PHONE, color_scheme="dark")`."""
    visits: list[BrowserContext] = []

    def open_page(device: dict[str, Any], **options: Any) -> Page:
        visit = chromium.new_context(**(device | {"locale": "en-US"} | options))
        visits.append(visit)
        visit.route(is_foreign, lambda route: refuse(route, problems))
        page = visit.new_page()
        page.on("console", lambda message: note_error(message, problems))
        page.on("pageerror", lambda error: problems.append(f"uncaught: {error}"))
        return page

    yield open_page
    for visit in visits:
        visit.close()


@pytest.fixture
def phone_page(new_page: NewPage) -> Page:
    """A page as wide as a small phone."""
    return new_page(PHONE)


@pytest.fixture
def desktop_page(new_page: NewPage) -> Page:
    """A page on a practitioner's screen."""
    return new_page(DESKTOP)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Asserts that axe finds nothing to object to: `axe(page)`."""
    judge = Axe()
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}

    def assert_accessible(page: Page) -> None:
        with whole_page_in_view(page):
            violations = judge.run(page, options=options).response["violations"]
        assert not violations, f"{page.url}\n" + "\n".join(describe(violation) for violation in violations)

    return assert_accessible


@contextmanager
def whole_page_in_view(page: Page) -> Iterator[None]:
    """A window as tall as the page, once its style sheets are there: what the tabs cover until one scrolls is not covered for good."""
    page.wait_for_load_state("load")
    window = page.viewport_size
    assert window is not None
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": window["width"], "height": max(window["height"], tall)})
    yield
    page.set_viewport_size(window)


def is_foreign(address: str) -> bool:
    """Whether a request leaves this computer."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OURS


def refuse(route: Route, problems: list[str]) -> None:
    """Stop a request that leaves this computer, and write it down."""
    problems.append(f"foreign request: {route.request.url}")
    route.abort()


def note_error(message: ConsoleMessage, problems: list[str]) -> None:
    """Write down what the browser's console calls an error."""
    if message.type == "error":
        problems.append(f"console: {message.text} ({message.location.get('url', '')})")


def describe(violation: dict[str, Any]) -> str:
    """One violation in a few lines: its rule, and the elements."""
    nodes = "\n".join(f"    {node['html']}\n    {node.get('failureSummary', '')}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']}\n{nodes}"
