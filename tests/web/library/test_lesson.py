"""The public pages of the lessons."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db
SURE = {"unconfirmed": "from memory, not confirmed in a source", "proposed": "proposed by us, not tested yet"}


def page_of(client: Client, lesson: str) -> str:
    """The page of this lesson as a person reads it."""
    return unescape(client.get(f"/lesson/{lesson}/").content.decode())


@pytest.mark.parametrize("lesson", sorted(library().lessons))
def test_it_has_its_text_its_evidence_and_its_sources(client: Client, lesson: str) -> None:
    page = page_of(client, lesson)
    words = library().lessons[lesson]
    for text in (words.name, words.in_short, *words.text):
        assert text.strip() in page
    assert SURE.get(words.strength, words.strength) in page
    for source in words.sources:
        assert source.cite is None or f'href="/evidence/{source.cite}/"' in page
    assert f"lessons/{lesson}.yaml" in page and "No clinician has signed it yet." in page


def test_a_lesson_for_one_cause_leads_there(client: Client) -> None:
    assert 'href="/cause/spinal-stenosis/"' in page_of(client, "for-spinal-stenosis")


def test_sources_stand_in_full_for_the_one_who_signs(client: Client) -> None:
    assert library().citations["s4"].reference in page_of(client, "why-movement-helps")


def test_the_list_has_every_lesson_once_under_its_moment(client: Client) -> None:
    page = client.get("/lesson/").content.decode()
    for lesson in library().lessons:
        assert page.count(f'href="/lesson/{lesson}/"') == 1
    assert page.index("When it flares</h2>") < page.index('href="/lesson/flare/"') < page.index("Sleeping</h2>")


def test_the_list_marks_what_is_only_proposed(client: Client) -> None:
    row = client.get("/lesson/").content.decode().split('href="/lesson/traffic-light/"')[1].split("</li>")[0]
    assert "proposed" in row


def test_an_unknown_lesson_has_none(client: Client) -> None:
    assert client.get("/lesson/no-such-lesson/").status_code == 404
