"""The rows of a day: each with the picture of its form, on its side, and never that of another."""

from dataclasses import replace

import pytest
from django.test import Client

from backstride.engine.values import Side
from backstride.web.patient.moves import ease
from backstride.web.records.names import form_name
from tests.web.conftest import Draw
from tests.web.patient.conftest import patient_with_program
from tests.web.patient.days import check_in, live, plan_on

pytestmark = pytest.mark.django_db


def test_rows_show_the_form_that_is_given_and_no_other(client: Client, draw: Draw) -> None:
    episode = patient_with_program(client, "pregnancy", days_ago=1, kind="pregnant", weeks=24)
    check_in(episode, episode.today())
    draw("COR01-1")
    assert "COR01-1.svg" not in client.get("/today/").content.decode()
    draw("COR01-sitting-1")
    assert "COR01-sitting-1.svg" in client.get("/today/").content.decode()


def test_a_position_of_ease_stands_in_its_form(client: Client, draw: Draw) -> None:
    episode = patient_with_program(client)
    draw("REL06-1", "REL06-pillows-1")
    plan = replace(plan_on(episode, episode.today()), ease=("REL06",), ease_forms=("pillows",))
    (row,) = ease(plan)
    assert (row.name, row.shown.figure) == (form_name("REL06", "pillows"), "REL06-pillows")


@pytest.mark.parametrize(("side", "turned"), [(Side.LEFT, True), (Side.RIGHT, False)])
def test_a_move_of_the_left_side_alone_is_turned(client: Client, draw: Draw, side: Side, turned: bool) -> None:
    episode = patient_with_program(client, days_ago=2, side=side)
    live(episode, 2)
    check_in(episode, episode.today())
    draw("NRV01-1", "HAM01-1", "BRG01-1")
    rows = {row.exercise: row.shown for row in client.get("/today/").context["screen"].moves}
    alone = {item.exercise for item in plan_on(episode, episode.today()).session.items if item.sides == (side.value,)}
    assert all(shown.left == (turned and exercise in alone) for exercise, shown in rows.items())
    assert ("figure-left" in client.get("/today/").content.decode()) == any(
        shown.left and shown.figure for shown in rows.values()
    )
