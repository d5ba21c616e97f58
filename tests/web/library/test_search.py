"""The search over the rulebook."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.library.index import find
from backstride.web.library.search import MOST
from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def asked(client: Client, query: str) -> str:
    """The page that answers a query, as a person reads it."""
    return unescape(client.get("/search/", {"q": query}).content.decode())


def test_names_come_before_texts() -> None:
    found = [place.title for place in find("bridge")]
    named = ["bridge" in title.lower() for title in found]
    assert named[0] and named == sorted(named, reverse=True)


def test_every_word_must_be_there_in_any_order(client: Client) -> None:
    assert 'href="/lesson/two-days-of-rest/"' in asked(client, "bed sciatica rest")
    assert find("rest") != find("rest zebra") == ()


@pytest.mark.parametrize("query", ["HAM01", "ham01"])
def test_an_id_finds_its_file_first(client: Client, query: str) -> None:
    assert find(query)[0].href == "/exercise/HAM01/"


def test_accents_do_not_matter() -> None:
    assert find("bussieres") == find("Bussières") != ()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("spondylolisthesis", "/cause/spondylolisthesis/"),
        ("M51.16", "/cause/disc-herniation/"),
        ("mattress", "/lesson/sleep/"),
        ("back pocket", "/tip/#driving-seat"),
        ("Roland-Morris", "/measure/rmdq/"),
        ("afraid of the pain", "/yellow/#"),
        ("osteoporosis", "/contraindication/osteoporosis/"),
        ("hamstring", "/ladder/hamstring/"),
        ("3 miles", "/walking/"),
        ("WalkBack", "/evidence/s72/"),
        ("step up", "/rule/progress/up/"),
    ],
)
def test_each_kind_is_found(client: Client, query: str, address: str) -> None:
    assert f'href="{address}' in asked(client, query)


def test_it_is_grouped_by_kind_and_says_how_many_more(client: Client) -> None:
    page = asked(client, "leg")
    assert ">Causes</h2>" in page and ">Exercises</h2>" in page
    exercises = sum(place.kind == "exercise" for place in find("leg"))
    assert exercises > MOST and f"And {exercises - MOST} more." in page


def test_nothing_found_is_said_with_what_was_typed(client: Client) -> None:
    page = client.get("/search/", {"q": "<b>zebra"}).content.decode()
    assert "Nothing found" in page and "&lt;b&gt;zebra" in page and "<b>zebra" not in page


@pytest.mark.parametrize("query", ["", "   ", "a"])
def test_too_little_asks_for_more(client: Client, query: str) -> None:
    page = asked(client, query)
    assert "Nothing found" not in page and "page found" not in page
    assert ("Type 2 letters or more." in page) == bool(query.strip())


def test_a_very_long_query_is_cut(client: Client) -> None:
    assert client.get("/search/", {"q": "leg " * 500}).status_code == 200


def test_the_field_keeps_what_was_typed(client: Client) -> None:
    assert 'value="nerve"' in asked(client, "nerve")


def test_every_page_found_exists(client: Client) -> None:
    for place in find(library().causes["piriformis"].name):
        assert client.get(place.href.split("#")[0]).status_code == 200
