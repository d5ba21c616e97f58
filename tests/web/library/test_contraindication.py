"""The public page of a precaution."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def page_of(client: Client, finding: str) -> str:
    """The page of this finding as a person reads it."""
    return unescape(client.get(f"/contraindication/{finding}/").content.decode())


@pytest.mark.parametrize("finding", sorted(library().contraindications))
def test_it_says_what_is_asked_and_why(client: Client, finding: str) -> None:
    page = page_of(client, finding)
    words = library().contraindications[finding]
    assert words.name in page and words.question in page and words.why in page
    assert f"contraindications/{finding}.yaml" in page


@pytest.mark.parametrize("finding", sorted(library().contraindications))
def test_it_names_every_exercise_it_touches_and_no_other(client: Client, finding: str) -> None:
    page = page_of(client, finding).split("Where this comes from")[0]
    denied = set(library().contraindications[finding].denies)
    for exercise in library().exercises.values():
        loads = {*exercise.mechanisms, *(one for form in exercise.forms for one in form.mechanisms)}
        if loads & denied:
            assert f'href="/exercise/{exercise.id}/"' in page


def test_an_exercise_with_another_way_is_changed_and_not_left_out(client: Client) -> None:
    page = page_of(client, "shoulder")
    assert "Still given: " in page.split("Moves it changes")[1]


def test_an_unknown_precaution_has_none(client: Client) -> None:
    assert client.get("/contraindication/no-such-finding/").status_code == 404
