"""What Backstride is for and what not: one tap away on every page, and in the README."""

import re

import pytest

from tests.architecture import checkout

COMPONENTS = "backstride/web/components/templates/"
STATEMENT = checkout.text(f"{COMPONENTS}components/intended_use.html")
SHELLS = ["patient_page", "practitioner_page", "plain_page"]
SHELL_NAMES = {f"components/{shell}.html" for shell in SHELLS}
# What must be said wherever it is said.
SAID = [
    "adults with sciatica",
    "cauda equina",
    "no better result than good usual care",
    "CE, UKCA or FDA",
    "research and supervised use",
    "carries the regulatory duty",
]
# Shown when everything else has failed, so it needs nothing.
ALONE = {f"{COMPONENTS}500.html"}
# These fill the display while somebody moves, and lead back to a page that has it.
FULL_SCREEN = {"ride", "session", "walk"}
EXTENDS = re.compile(r'\{% extends "([^"]+)" %\}')


def pages() -> dict[str, str]:
    """Every whole page, with its template's text: those that extend another, or begin a document."""
    found = {name: checkout.text(name) for name in checkout.ending(".html") if name.startswith("backstride/web/")}
    return {name: text for name, text in found.items() if EXTENDS.search(text) or "<!doctype html>" in text}


def shell_of(name: str, texts: dict[str, str]) -> str:
    """The shell at the end of the chain of `extends`, or the page itself where there is none."""
    above = EXTENDS.search(texts[name])
    if above is None:
        return name
    if above[1] in SHELL_NAMES:
        return above[1]
    return shell_of(next(one for one in texts if one.endswith(f"templates/{above[1]}")), texts)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_says_what_it_is_for(shell: str) -> None:
    """H27: closed until it is tapped."""
    assert '{% include "components/intended_use.html" %}' in checkout.text(f"{COMPONENTS}components/{shell}.html")


def test_every_page_has_a_shell() -> None:
    texts = pages()
    allowed = SHELL_NAMES | {f"{COMPONENTS}components/base.html"} | ALONE
    assert {name: shell_of(name, texts) for name in texts if shell_of(name, texts) not in allowed} == {}


@pytest.mark.parametrize("words", SAID)
def test_the_statement_is_whole(words: str) -> None:
    assert words in STATEMENT


@pytest.mark.parametrize("words", SAID)
def test_the_readme_says_the_same(words: str) -> None:
    """H27: at more length."""
    assert words in " ".join(checkout.text("README.md").split())


def test_only_full_screen_pages_leave_it_out() -> None:
    left_out = set(re.findall(r'url_name != "([a-z-]+)"', checkout.text(f"{COMPONENTS}components/patient_page.html")))
    assert left_out == FULL_SCREEN
    for name, text in pages().items():
        assert "{% block about %}" not in text or name.endswith("components/patient_page.html"), name
