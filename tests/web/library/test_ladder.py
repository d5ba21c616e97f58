"""The public page of a ladder."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ladder", sorted(library().ladders))
def test_it_has_every_rung_with_its_exercise(client: Client, ladder: str) -> None:
    page = unescape(client.get(f"/ladder/{ladder}/").content.decode())
    words = library().ladders[ladder]
    assert words.name in page and f"ladders/{ladder}.yaml" in page
    assert page.count("<li value=") == len(words.rungs)
    for rung in words.rungs:
        assert f'href="/exercise/{rung.exercise}/"' in page


@pytest.mark.parametrize("few", [True, False])
def test_a_rung_for_some_causes_says_for_whom_the_short_way(client: Client, few: bool) -> None:
    causes = library().causes
    bound = [(ladder.id, rung) for ladder in library().ladders.values() for rung in ladder.rungs if rung.causes]
    ladder, rung = next(pair for pair in bound if (len(pair[1].causes) <= len(causes) / 2) == few)
    page = unescape(client.get(f"/ladder/{ladder}/").content.decode())
    left_out = next(name for name in causes if name not in rung.causes)
    said = f"only for {causes[rung.causes[0]].name}" if few else f"not for {causes[left_out].name}"
    assert said in page


def test_an_unknown_ladder_has_none(client: Client) -> None:
    assert client.get("/ladder/no-such-ladder/").status_code == 404
