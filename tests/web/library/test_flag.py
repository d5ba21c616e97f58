"""The public page of a safety question."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("flag", sorted(library().flags))
def test_it_says_why_it_is_asked_and_what_each_answer_leads_to(client: Client, flag: str) -> None:
    page = unescape(client.get(f"/flag/{flag}/").content.decode())
    words = library().flags[flag]
    assert words.question in page and words.why in page
    for now in words.now.values():
        assert now in page
    for part in words.parts:
        assert part.text in page
    assert words.clears in page


def test_an_emergency_stands_before_a_visit_today(client: Client) -> None:
    page = client.get("/flag/C1/").content.decode()
    assert page.index("Emergency") < page.index("See someone today")


def test_an_unknown_question_has_none(client: Client) -> None:
    assert client.get("/flag/Z9/").status_code == 404
