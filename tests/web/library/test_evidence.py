"""The public page of a source."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("citation", sorted(library().citations))
def test_it_says_what_it_is_and_how_much_was_read(client: Client, citation: str) -> None:
    page = unescape(client.get(f"/evidence/{citation}/").content.decode())
    words = library().citations[citation]
    assert words.title in page
    for line in words.supports:
        assert line in page
    assert ("not the whole paper" in page) == (words.read == "abstract")


def test_it_names_every_place_that_uses_it(client: Client) -> None:
    page = client.get("/evidence/s67/").content.decode()
    assert 'href="/rule/color/session/"' in page
    assert 'href="/rule/progress/up/"' in page
    assert "how the body responds the next day guides the load" in page.lower()


def test_an_unknown_source_has_none(client: Client) -> None:
    assert client.get("/evidence/s999/").status_code == 404
