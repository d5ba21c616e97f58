"""The public page of the walking plan."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_it_has_every_level_and_the_ways_to_walk(client: Client) -> None:
    page = unescape(client.get("/walking/").content.decode())
    plan = library().walking
    assert plan.name in page and plan.in_short in page
    for number, level in enumerate(plan.levels):
        row = page.split(f'<th scope="row">{number}</th>')[1].split("</tr>")[0]
        assert f"{level.minutes} min" in row
    for form in plan.forms:
        assert f'href="/exercise/{form}/"' in page


def test_it_names_its_file_and_sources(client: Client) -> None:
    page = client.get("/walking/").content.decode()
    assert "walking.yaml" in page and 'href="/evidence/s72/"' in page
