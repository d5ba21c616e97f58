"""The public page of a cause."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def page_of(client: Client, cause: str) -> str:
    """The page of this cause as a person reads it."""
    return unescape(client.get(f"/cause/{cause}/").content.decode())


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_it_has_the_text_the_phases_and_the_deny_list_with_reasons(client: Client, cause: str) -> None:
    page = page_of(client, cause)
    words = library().causes[cause]
    for text in (words.name, *words.page.model_dump().values()):
        assert text in page
    for number, phase in enumerate(words.phases, start=1):
        assert f"Phase {number}: {phase.name}" in page
        for exercise in phase.menu:
            assert f'href="/exercise/{exercise}/"' in page
    for denial in words.denials:
        assert denial.reason in page
    assert "No clinician has signed it yet." in page
    assert f"causes/{cause}.yaml" in page


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_it_says_when_somebody_looks_again(client: Client, cause: str) -> None:
    words = library().causes[cause]
    days = " and ".join(str(day) for day in words.review_days)
    assert f"{days} days after the start" in page_of(client, cause)


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_it_leads_to_what_is_for_this_cause(client: Client, cause: str) -> None:
    page = page_of(client, cause)
    for lesson in library().lessons.values():
        assert (f'href="/lesson/{lesson.id}/"' in page) == (cause in lesson.causes)
    for tip in library().tips.values():
        assert (f'href="/tip/#{tip.id}"' in page) == (cause in tip.causes)
    for ladders in library().causes[cause].relief.values():
        for ladder in ladders:
            assert f'href="/ladder/{ladder}/"' in page


def test_kinds_of_a_cause_are_told_apart(client: Client) -> None:
    page = page_of(client, "spondylolisthesis")
    for kind in library().causes["spondylolisthesis"].kinds:
        assert kind.name in page and kind.text in page
    assert "Grade of the slip" in page


def test_pregnancy_stays_in_phase_3(client: Client) -> None:
    assert "The highest phase is 3; after that a new assessment." in page_of(client, "pregnancy")


def test_a_denial_of_one_way_names_it(client: Client) -> None:
    denials = library().causes["pregnancy"].denials
    assert any(denial.forms for denial in denials)
    assert "only this way: " in page_of(client, "pregnancy").lower()


def test_codes_nobody_looked_up_say_so(client: Client) -> None:
    page = page_of(client, "disc-herniation")
    assert "M51.16" in page and "not looked up yet" in page


def test_an_unknown_cause_has_none(client: Client) -> None:
    assert client.get("/cause/no-such-cause/").status_code == 404
