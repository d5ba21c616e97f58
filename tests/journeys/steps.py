"""What a person does on a page, in their words: choose, tap, answer; and days that pass on the server."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from backstride.engine.screening import asked
from backstride.web.records.library import knowledge


class Clock:
    """The server's time, moved forward by the test; everything else goes on as it is."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        self._now = timezone.now

    def pass_days(self, days: int = 1) -> None:
        """Let so many days go by."""
        self.ahead += timedelta(days=days)

    def now(self):  # type: ignore[no-untyped-def]
        """The moment it is on the server."""
        return self._now() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Time as the server sees it."""
    moved = Clock()
    monkeypatch.setattr(timezone, "now", moved.now)
    yield moved


def choose(page: Page, **answers: object) -> None:
    """Tap the option with this value of each question, by the field's name."""
    for name, value in answers.items():
        page.locator(f'label:has(input[name="{name}"][value="{value}"])').first.click()


def tick(page: Page, name: str, *values: str) -> None:
    """Tick these boxes of a question."""
    for value in values:
        box = page.locator(f'input[name="{name}"][value="{value}"]')
        if not box.is_checked():
            page.locator(f'label:has(input[name="{name}"][value="{value}"])').first.click()


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=name, exact=True).first.click()


def answer_all_no(page: Page) -> None:
    """Answer no to every safety question, one page each, until there are none left."""
    for _ in asked("", True, knowledge()):
        if not re.search(r"/screening/", page.url):
            return
        buttons = page.get_by_role("button", name="None", exact=True)
        (buttons if buttons.count() else page.get_by_role("button", name="No", exact=True)).first.click()
    expect(page).not_to_have_url(re.compile("/screening/"))


def check_in(page: Page, leg: int, back: int, place: str, settled: str = "") -> None:
    """The morning's answers, nothing new."""
    page.get_by_role("link", name="Check in").first.click()
    choose(page, leg=leg, back=back, place=place, new="no")
    if settled:
        choose(page, settled=settled, stiffer="no")
    press(page, "Save and see today")


def finish_moves(page: Page) -> None:
    """From the player's start to its closing questions, without a touch between."""
    press(page, "Start the moves")
    expect(page.locator('[data-part="stage"]')).to_be_visible()
    expect(page.get_by_role("heading", name="How was it?")).to_be_visible(timeout=120_000)


def tell_after(page: Page, leg: int, back: int, place: str, **more: object) -> None:
    """The questions after a session or walk; nothing tingles, nothing is weak."""
    choose(page, peak_leg=leg, peak_back=back, site_after=place, tingling="no", weakness="no", **more)
    press(page, "Save")
