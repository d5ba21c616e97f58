"""The public pages of the measures."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def page_of(client: Client, measure: str) -> str:
    """The page of this measure as a person reads it."""
    return unescape(client.get(f"/measure/{measure}/").content.decode())


@pytest.mark.parametrize("measure", sorted(library().measures))
def test_it_says_what_it_asks_who_may_use_it_and_where_it_comes_from(client: Client, measure: str) -> None:
    page = page_of(client, measure)
    words = library().measures[measure]
    for text in (words.name, words.in_short, *words.asks, *words.items, words.license, words.when):
        assert text in page
    assert words.attribution is None or words.attribution in page
    assert f"measures/{measure}.yaml" in page and "No clinician has signed it yet." in page


def test_range_direction_and_both_thresholds_are_plain(client: Client) -> None:
    page = page_of(client, "rmdq")
    assert "0 to 24, lower is better" in page
    assert "5 points and 30 % of the first score" in page
    assert "at the start and after 6, 12, 26 and 52 weeks" in page


def test_a_score_that_is_only_typed_in_says_so(client: Client) -> None:
    assert "a practitioner, as a total" in page_of(client, "odi")


def test_a_code_nobody_looked_up_says_so(client: Client) -> None:
    assert "not looked up yet" in page_of(client, "leg").split("75261-8")[1].split("</p>")[0]


def test_the_list_has_every_measure_on_its_side(client: Client) -> None:
    asked, typed = client.get("/measure/").content.decode().split("A practitioner types in the total")
    for measure in library().measures.values():
        assert f'href="/measure/{measure.id}/"' in (asked if measure.by == "person" else typed)


def test_an_unknown_measure_has_none(client: Client) -> None:
    assert client.get("/measure/no-such-measure/").status_code == 404
