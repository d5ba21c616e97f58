"""Flip-books as a browser plays them: the right frame at the right time, in an image, and still where motion is unwanted."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from backstride.figures.drawing.flipbook import flipbook
from backstride.figures.posing.files import read
from backstride.figures.posing.movement import Movement, Shown, move
from backstride.figures.timing import retimed
from tests.journeys.conftest import QUIET

pytestmark = pytest.mark.journey
SECONDS = {0: 1.5, 1: 2.5, 2: 0.5, 3: 0.5}


@pytest.fixture(scope="module")
def book() -> str:
    """The bridge with two frames between its two poses."""
    figure = read("BRG01")
    frames = move(figure).frames
    cycle = [Shown(frame, SECONDS[frame]) for frame in (0, 2, 3, 1, 3, 2)]
    return flipbook(figure, Movement((*frames[:2], frames[4], frames[8]), tuple(cycle)))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that may read files of this test."""
    opened = chromium.new_page()
    yield opened
    opened.close()


@pytest.fixture
def calm(chromium: Browser) -> Iterator[Browser]:
    """A browser of a person who wants no motion, in images either."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    wishes = [*QUIET, "--force-prefers-reduced-motion"]
    browser = chromium.browser_type.launch(executable_path=program, args=wishes)
    yield browser
    browser.close()


def _seen_at(page: Page, seconds: float) -> list[str]:
    """Frames that are visible in a page when every animation stands at the given time."""
    return list(
        page.evaluate(
            """(ms) => {
                document.getAnimations().forEach(one => { one.pause(); one.currentTime = ms; });
                const all = [...document.querySelectorAll("g[data-frame]")];
                return all.filter(one => getComputedStyle(one).visibility === "visible")
                    .map(one => one.getAttribute("class"));
            }""",
            1000 * seconds,
        )
    )


def test_a_browser_turns_the_pages_of_two_books_on_one_page(book: str, page: Page) -> None:
    page.set_content(book + retimed(book, 3.0, 20.0).replace("BRG01-m", "OTHER-m"))
    shown = [_seen_at(page, at) for at in (0.5, 1.7, 2.3, 2.9, 5.2, 13.0)]
    assert [first for first, _ in shown] == [f"BRG01-m{n}" for n in (0, 2, 3, 1, 3, 0)]
    assert [second for _, second in shown] == [f"OTHER-m{n}" for n in (0, 0, 2, 2, 1, 1)]


def _pictures(page: Page, file: Path) -> list[bytes]:
    """The page in the first pose and, a while later, in the other one."""
    page.goto(f"file://{file}")
    page.wait_for_function("document.images[0].complete")
    found = []
    for milliseconds in (100, 1850):
        page.wait_for_timeout(milliseconds)
        found.append(page.screenshot())
    return found


def test_an_image_plays(book: str, page: Page, tmp_path: Path) -> None:
    first, second = _pictures(page, _image_page(book, tmp_path))
    assert first != second


def test_nothing_moves_for_a_person_who_wants_no_motion(book: str, calm: Browser, tmp_path: Path) -> None:
    first, second = _pictures(calm.new_page(), _image_page(book, tmp_path))
    page = calm.new_page(reduced_motion="reduce")
    page.set_content(book)
    running, seen = page.evaluate("document.getAnimations().length"), _seen_at(page, 0.0)
    assert first == second
    assert (running, seen) == (0, ["BRG01-m1"])


def _image_page(book: str, folder: Path) -> Path:
    (folder / "move.svg").write_text(retimed(book, 1.5, 0.2), encoding="utf-8")
    page = folder / "page.html"
    page.write_text('<!doctype html><img width="380" alt="" src="move.svg">', encoding="utf-8")
    return page


def test_colors_follow_the_screen_and_the_paper(book: str, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "move.svg"
    file.write_text(book, encoding="utf-8")
    shirt = "getComputedStyle(document.querySelector('path[fill*=shirt]')).fill"
    page.goto(f"file://{file}")
    found = []
    for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "dark")):
        page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
        found.append((page.evaluate(shirt), page.evaluate("document.getAnimations().length") > 0))
    assert found == [
        ("rgb(107, 166, 188)", True),
        ("rgb(95, 163, 188)", True),
        ("rgb(221, 221, 221)", False),
    ]
