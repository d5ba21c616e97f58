"""What a page with many figures costs over the wire, measured on the real server with its compressed files."""

import os
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts import processes
from scripts.server import first_page
from tests.journeys.conftest import PHONE, NewPage

pytestmark = pytest.mark.journey

LIMIT = 100_000
PERSON = "Leo Duarte"
SENT = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .map((one) => [new URL(one.name).pathname, one.encodedBodySize])"""


@pytest.fixture(scope="module")
def home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo, served as `./run` serves it."""
    port = processes.next_free_port(8300, processes.LOOPBACK)
    words = [sys.executable, "-m", "scripts.server", "--port", str(port)]
    environment = {"BACKSTRIDE_DEMO": "on", "BACKSTRIDE_DATA": str(tmp_path_factory.mktemp("demo"))}
    with subprocess.Popen(
        words, cwd=root, env=os.environ | environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        try:
            yield answering(server, f"http://{processes.LOOPBACK}:{port}/")
        finally:
            processes.end(server, processes.INTERRUPT)


def answering(server: subprocess.Popen[str], address: str) -> str:
    """The address, once the server has said it and answers there."""
    assert server.stdout is not None
    assert any(address in line for line in iter(server.stdout.readline, "")), "the server ended while starting"
    assert first_page(address) < HTTPStatus.BAD_REQUEST
    return address


@pytest.fixture
def first_visit(new_page: NewPage, home: str) -> Page:
    """A phone that is signed in, and has nothing of the site in its cache."""
    before = new_page(PHONE)
    before.goto(f"{home}sign-in/")
    before.get_by_role("button", name=PERSON).click()
    before.wait_for_url("**/today/")
    page = new_page(PHONE)
    page.context.add_cookies(before.context.cookies())
    return page


def sent(page: Page) -> dict[str, int]:
    """Bytes of every body that came, by path, once every lazy picture was in view."""
    page.evaluate("document.querySelectorAll('img').forEach((image) => image.scrollIntoView())")
    page.wait_for_load_state("networkidle")
    return dict(page.evaluate(SENT))


def test_a_first_page_with_six_figures_stays_below_the_limit(home: str, first_visit: Page) -> None:
    first_visit.goto(f"{home}today/")
    bytes_of = sent(first_visit)
    figures = {path: size for path, size in bytes_of.items() if "/figures/" in path}
    in_page = first_visit.locator(".figure svg").count()
    print(f"Today: {sum(bytes_of.values())} bytes in {len(bytes_of)} files, {sum(figures.values())} in figures")
    assert first_visit.locator(".figure img").count() + in_page >= 6
    assert all(0 < size < 4_000 for size in figures.values())
    assert not [path for path in figures if "-move" in path]
    assert sum(bytes_of.values()) <= LIMIT


def test_a_page_of_an_exercise_stays_below_the_limit_without_its_movement(home: str, first_visit: Page) -> None:
    first_visit.goto(f"{home}exercise/HAM01/")
    bytes_of = sent(first_visit)
    print(f"Exercise: {sum(bytes_of.values())} bytes in {len(bytes_of)} files")
    assert first_visit.get_by_text("See it move").is_visible()
    assert not [path for path in bytes_of if "-move" in path]
    assert sum(bytes_of.values()) <= LIMIT
