"""Every component renders, obeys the content policy and has its place in the gallery."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.test import Client
from pytest_django import Settings

from tests.web.components.gallery import SHEETS

WEB = Path(__file__).resolve().parents[3] / "backstride" / "web"
COMPONENTS = WEB / "components" / "templates" / "components"
NAMES = sorted(path.stem for path in SHEETS.glob("*.html"))

pytestmark = pytest.mark.urls("tests.web.components.gallery")


def test_the_installation_has_no_complaints() -> None:
    """Django's own checks pass."""
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_of_the_gallery_renders(name: str) -> None:
    """Every component on the sheet renders, and no component left a gap."""
    response = Client().get(f"/gallery/{name}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert "None" not in page
    assert "{%" not in page and "{{" not in page


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_nothing_the_content_policy_refuses(name: str) -> None:
    """No inline style, no inline handler, no script without a nonce, nothing from elsewhere."""
    page = Client().get(f"/gallery/{name}/").content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|javascript:", page)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)
    assert all("nonce=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_labels_lead_somewhere(name: str) -> None:
    """Every id stands once, and what refers to an id finds it."""
    page = Client().get(f"/gallery/{name}/").content.decode()
    ids = re.findall(r"\sid=\"([^\"]+)\"", page)
    assert len(ids) == len(set(ids))
    referred = re.findall(r"\s(?:for|aria-labelledby)=\"([^\"]+)\"", page)
    assert set(referred) <= set(ids)


def test_every_component_stands_in_the_gallery_or_a_page() -> None:
    """A component nobody shows is a component nobody looks at."""
    used = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in (SHEETS, WEB)
        for path in [*folder.rglob("*.html"), *folder.rglob("*.py")]
    )
    unused = [path.name for path in COMPONENTS.glob("*.html") if f"components/{path.name}" not in used]
    assert unused == []


def test_every_icon_that_is_asked_for_is_drawn() -> None:
    """An icon's name is the name of its file."""
    asked = {
        name
        for path in [*WEB.rglob("*.html"), *SHEETS.glob("*.html")]
        for name in re.findall(r"\{% icon \"([a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    for name in asked:
        try:
            get_template(f"components/icons/{name}.svg")
        except TemplateDoesNotExist:  # pragma: no cover
            pytest.fail(f"there is no icon {name}")


def test_a_demo_says_so_on_every_shell(demo: None) -> None:
    """The demo line stands on the patient's and the practitioner's pages."""
    for name in ("today", "caseload"):
        assert "enter nothing real" in Client().get(f"/gallery/{name}/").content.decode()


def test_the_emergency_call_is_a_link_only_when_a_number_was_set(settings: Settings) -> None:
    """With a number it can be dialled; without one the page says it in words."""
    settings.EMERGENCY_NUMBER = "112"
    assert 'href="tel:112"' in Client().get("/gallery/notices/").content.decode()
    settings.EMERGENCY_NUMBER = ""
    page = Client().get("/gallery/notices/").content.decode()
    assert "tel:" not in page
    assert "Call your local emergency number" in page
