"""The public page of the yellow flags."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_all_four_stand_there_with_what_happens_and_the_lesson(client: Client) -> None:
    page = unescape(client.get("/yellow/").content.decode())
    assert len(library().yellow) == 4
    for one in library().yellow.values():
        card = page.split(f'id="{one.id}"')[1].split("</section>")[0]
        assert one.question in card and one.why.strip() in card and one.helps.strip() in card
        assert f'href="/lesson/{one.lesson}/"' in card and f"yellow/{one.id}.yaml" in card


def test_it_says_that_nothing_is_ever_locked_and_where_help_is(client: Client) -> None:
    page = client.get("/yellow/").content.decode()
    assert "A yes never locks or stops anything" in page
    assert 'href="tel:112"' in page
