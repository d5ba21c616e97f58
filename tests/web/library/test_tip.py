"""The public page of daily living."""

from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from backstride.knowledge.tip import NAMES
from backstride.web.records.library import library
from tests.web.conftest import Draw

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


def test_every_picture_that_a_tip_names_has_a_pose_file(root: Path) -> None:
    named = {tip.figure for tip in library().tips.values() if tip.figure}
    posed = {path.stem for path in (root / "backstride" / "figures" / "poses").glob("*.yaml")}
    assert len(named) > 5 and named <= posed


def test_a_tip_shows_its_picture_described_and_none_that_is_not_drawn(client: Client, draw: Draw) -> None:
    assert "<img" not in client.get("/tip/").content.decode()
    draw("lift-floor-1")
    row = client.get("/tip/").content.decode().split('<li id="lifting">')[1].split("</li>")[0]
    assert "lift-floor-1.svg" in row and 'alt="lift-floor-1. The right leg of lift-floor-1."' in row


def test_each_names_its_file_and_its_sources(client: Client) -> None:
    page = client.get("/tip/").content.decode()
    for tip in library().tips.values():
        assert f"tips/{tip.id}.yaml" in page
    assert 'href="/evidence/s113/"' in page
