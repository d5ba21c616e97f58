"""The directional test on the assessment: which direction eases, and which sent the pain down."""

from django.test import Client

from backstride.engine.values import Direction
from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import findings, page, reload


def test_a_direction_that_sent_the_pain_down_is_closed(desk: Client, screened: Episode) -> None:
    desk.post(page("assess", screened), findings(preference="flexion", worsens=["extension"]))
    assert reload(screened).closed_directions == (Direction.EXTENSION,)


def test_no_direction_eases_and_worsens(desk: Client, screened: Episode) -> None:
    answer = desk.post(page("assess", screened), findings(preference="extension", worsens=["extension"]))
    assert "cannot be one that sends the pain down" in answer.content.decode()
