"""The public page of a cause."""

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("cause", sorted(library().causes))
def test_it_has_the_text_the_phases_and_the_deny_list_with_reasons(client: Client, cause: str) -> None:
    page = client.get(f"/cause/{cause}/").content.decode()
    words = library().causes[cause]
    assert words.name in page
    for number, phase in enumerate(words.phases, start=1):
        assert f"Phase {number}: {phase.name}" in page
        for exercise in phase.menu:
            assert f'href="/exercise/{exercise}/"' in page
    for denial in words.denials:
        assert denial.reason in page
    assert "No clinician has signed it yet." in page


def test_an_exercise_that_is_only_planned_has_a_name_and_no_link(client: Client) -> None:
    page = client.get("/cause/disc-herniation/").content.decode()
    assert library().planned.exercises["NRV03"] in page
    assert 'href="/exercise/NRV03/"' not in page


def test_codes_nobody_looked_up_say_so(client: Client) -> None:
    page = client.get("/cause/disc-herniation/").content.decode()
    assert "M51.16" in page and "not looked up yet" in page


def test_an_unknown_cause_has_none(client: Client) -> None:
    assert client.get("/cause/no-such-cause/").status_code == 404
