"""The public page of daily living."""

from html import unescape

import pytest
from django.test import Client

from backstride.knowledge.tip import NAMES
from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_every_tip_stands_there_at_its_own_anchor(client: Client) -> None:
    page = unescape(client.get("/tip/").content.decode())
    for tip in library().tips.values():
        row = page.split(f'<li id="{tip.id}">')[1].split("<details")[0]
        assert tip.text in row
        for cause in tip.causes:
            assert f'href="/cause/{cause}/"' in row
        assert ("proposed by us" in row) == (tip.strength == "proposed")
        assert ("from memory" in row) == (tip.strength == "unconfirmed")


def test_tips_stand_under_their_moment_and_those_for_all_come_first(client: Client) -> None:
    page = client.get("/tip/").content.decode()
    seat = page.split(f"{NAMES['seat']}</h2>")[1].split("</section>")[0]
    assert seat.index('id="seat"') < seat.index('id="seat-disc-herniation"')


def test_each_names_its_file_and_its_sources(client: Client) -> None:
    page = client.get("/tip/").content.decode()
    for tip in library().tips.values():
        assert f"tips/{tip.id}.yaml" in page
    assert 'href="/evidence/s113/"' in page
