"""Flip-books: what is in them, when each frame is seen, another pace, and how a browser plays them."""

import gzip
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from backstride.figures import timing
from backstride.figures.drawing.flipbook import flipbook
from backstride.figures.posing.files import read
from backstride.figures.posing.movement import Movement, Shown, move
from backstride.figures.themes import themed, without_style
from backstride.figures.timing import Recipe, recipe_of, retimed

SVG = "{http://www.w3.org/2000/svg}"
SECONDS = {0: 1.5, 1: 2.5, 2: 0.5, 3: 0.5}


@pytest.fixture(scope="module")
def book() -> str:
    """The bridge with two frames between its two poses."""
    figure = read("BRG01")
    frames = move(figure).frames
    cycle = [Shown(frame, SECONDS[frame]) for frame in (0, 2, 3, 1, 3, 2)]
    return flipbook(figure, Movement((*frames[:2], frames[4], frames[8]), tuple(cycle)))


def _groups(svg: str) -> list[ElementTree.Element]:
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}g") if one.get("data-frame")]


def test_the_recipe_says_what_is_shown(book: str) -> None:
    assert recipe_of(book) == Recipe(tuple(timing.Shown(n, SECONDS[n]) for n in (0, 2, 3, 1, 3, 2)), 1)


def test_without_style_only_the_held_frame_is_visible(book: str) -> None:
    groups = _groups(without_style(book))
    assert {one.get("data-frame") for one in groups} == {"0", "1", "2", "3"}
    assert {one.get("data-frame") for one in groups if one.get("visibility") != "hidden"} == {"1"}


def test_key_poses_carry_their_number(book: str) -> None:
    assert {(one.get("data-frame"), one.get("data-key")) for one in _groups(book)} == {
        ("0", "1"),
        ("1", "2"),
        ("2", None),
        ("3", None),
    }


def test_the_mat_is_drawn_once(book: str) -> None:
    assert book.count("var(--figure-mat,") == 1


def test_names_begin_with_the_figure(book: str) -> None:
    assert {name.rpartition("-")[0] for name in re.findall(r"@keyframes (\S+?)\{", book)} == {"BRG01"}
    assert {one.get("class", "").rpartition("-")[0] for one in _groups(book)} == {"BRG01"}


def test_frames_are_drawn_as_the_key_poses_are(book: str) -> None:
    plain = themed(book, "print")
    assert "var(" not in plain
    assert len(_groups(plain)) == 4


def test_a_whole_movement_is_small() -> None:
    figure = read("FUN01")
    assert len(gzip.compress(flipbook(figure, move(figure)).encode(), 9, mtime=0)) <= 27 * 1024


def test_a_figure_that_does_not_move_has_none() -> None:
    figure = read("COR01")
    with pytest.raises(ValueError, match="COR01"):
        flipbook(figure, move(figure))


def _visible(css: str, share: float) -> list[str]:
    """Names of the frames that the style shows at a share (percent) of the round."""
    found = []
    for name, rules in re.findall(r"@keyframes (\S+?)\{((?:[\d.]+%\{visibility:\w+\})+)\}", css):
        steps = [(float(at), state) for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", rules)]
        if [state for at, state in steps if at <= share][-1] == "visible":
            found.append(name)
    return found


def test_exactly_one_frame_is_seen_at_any_time(book: str) -> None:
    assert all(len(_visible(book, share / 7)) == 1 for share in range(700))


def test_frames_are_seen_in_order(book: str) -> None:
    middles = [0.75, 1.75, 2.25, 3.75, 5.25, 5.75]
    seen = [_visible(book, 100 * at / 6.0)[0].rpartition("-m")[2] for at in middles]
    assert seen == ["0", "2", "3", "1", "3", "2"]


def test_another_pace_keeps_the_other_hold(book: str) -> None:
    slow = retimed(book, move=3.0, hold=20.0)
    assert [shown.seconds for shown in recipe_of(slow).cycle] == [2.0, 1.0, 1.0, 21.0, 1.0, 1.0]
    assert "animation:27s" in slow
    assert _visible(slow, 100 * 10 / 27) == ["BRG01-m1"]


def test_the_authored_pace_changes_nothing(book: str) -> None:
    assert retimed(book, move=1.5, hold=2.0) == book


def test_another_pace_without_style_changes_the_recipe_only(book: str) -> None:
    assert without_style(retimed(book, 3.0, 20.0)) == retimed(without_style(book), 3.0, 20.0)


@pytest.mark.parametrize(("move_for", "hold_for"), [(0.0, 1.0), (-1.0, 1.0), (1.0, -0.1)])
def test_an_impossible_pace_is_refused(book: str, move_for: float, hold_for: float) -> None:
    with pytest.raises(ValueError, match="must last"):
        retimed(book, move_for, hold_for)


def test_a_picture_that_is_no_flipbook_is_refused() -> None:
    with pytest.raises(ValueError, match="no flip-book"):
        retimed("<svg/>", 1.0, 1.0)


@contextmanager
def _chromium(*wishes: str) -> Iterator[Browser]:
    program = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    if program is None:
        pytest.fail("Chromium is missing. On Debian or Ubuntu: apt-get install chromium")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", *wishes]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
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


@pytest.mark.journey
def test_a_browser_turns_the_pages_of_two_books_on_one_page(book: str) -> None:
    with _chromium() as browser:
        page = browser.new_page()
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


@pytest.mark.journey
def test_an_image_plays(book: str, tmp_path: Path) -> None:
    with _chromium() as browser:
        first, second = _pictures(browser.new_page(), _image_page(book, tmp_path))
    assert first != second


@pytest.mark.journey
def test_nothing_moves_for_a_person_who_wants_no_motion(book: str, tmp_path: Path) -> None:
    with _chromium("--force-prefers-reduced-motion") as browser:
        first, second = _pictures(browser.new_page(), _image_page(book, tmp_path))
        page = browser.new_page(reduced_motion="reduce")
        page.set_content(book)
        running, seen = page.evaluate("document.getAnimations().length"), _seen_at(page, 0.0)
    assert first == second
    assert (running, seen) == (0, ["BRG01-m1"])


def _image_page(book: str, folder: Path) -> Path:
    (folder / "move.svg").write_text(retimed(book, 1.5, 0.2), encoding="utf-8")
    page = folder / "page.html"
    page.write_text('<!doctype html><img width="380" alt="" src="move.svg">', encoding="utf-8")
    return page


@pytest.mark.journey
def test_colors_follow_the_screen_and_the_paper(book: str, tmp_path: Path) -> None:
    file = tmp_path / "move.svg"
    file.write_text(book, encoding="utf-8")
    shirt = "getComputedStyle(document.querySelector('path[fill*=shirt]')).fill"
    with _chromium() as browser:
        page = browser.new_page()
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
