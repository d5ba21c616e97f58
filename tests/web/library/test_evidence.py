"""The public pages of the sources."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("citation", sorted(library().citations))
def test_it_says_what_it_is_and_how_much_was_read(client: Client, citation: str) -> None:
    page = unescape(client.get(f"/evidence/{citation}/").content.decode())
    words = library().citations[citation]
    assert words.title in page and words.reference in page
    for line in words.supports:
        assert line in page
    assert ("not the whole paper" in page) == (words.read == "abstract")
    assert ("nobody has looked it up again" in page) == (words.confirmed is None)


def test_it_names_every_place_that_uses_it(client: Client) -> None:
    page = client.get("/evidence/s67/").content.decode()
    for address in ("/rule/color/session/", "/rule/progress/up/", "/lesson/traffic-light/"):
        assert f'href="{address}"' in page
    assert "how the body responds the next day guides the load" in page.lower()


def test_tips_measures_and_yellow_flags_are_among_the_places(client: Client) -> None:
    assert 'href="/tip/#belts"' in client.get("/evidence/s113/").content.decode()
    assert 'href="/measure/rmdq/"' in client.get("/evidence/s82/").content.decode()
    assert 'href="/yellow/#' in client.get("/evidence/s65/").content.decode()


@pytest.mark.parametrize("citation", sorted(library().citations))
def test_no_source_is_kept_for_nothing(client: Client, citation: str) -> None:
    assert "Nowhere yet." not in client.get(f"/evidence/{citation}/").content.decode()


def test_numbers_lead_to_where_they_are_registered(client: Client) -> None:
    page = client.get("/evidence/s6/").content.decode()
    assert 'href="https://doi.org/10.7326/M20-4187"' in page
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/33017565/"' in page


def test_the_list_has_every_source_once_under_its_design(client: Client) -> None:
    page = client.get("/evidence/").content.decode()
    for citation in library().citations:
        assert page.count(f'href="/evidence/{citation}/"') == 1
    assert page.index("Guidelines</h2>") < page.index('href="/evidence/s2/"') < page.index("Trials</h2>")


def test_an_unknown_source_has_none(client: Client) -> None:
    assert client.get("/evidence/s999/").status_code == 404
