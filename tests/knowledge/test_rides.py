"""Rides instead of walks: they count, they are colored, and they hide neither a bad session nor pain at rest."""

from __future__ import annotations

import pytest

from backstride.engine.event import Event
from backstride.engine.program import Program
from backstride.engine.values import Color, Urgency
from tests.engine.builders import KNOWLEDGE, RED, STENOSIS, after, begin, morning, on, plan, report, screened, session

BIKE = "AER03"
RIDERS = sorted(name for name in KNOWLEDGE.causes)


def rider(cause: str = STENOSIS, **found: object) -> Program:
    """Somebody who rides a bike instead of walking."""
    return begin(cause, kit=KNOWLEDGE.kit, aerobic="bike", **found)


def ridden(day: int, leg: int) -> tuple[Event, ...]:
    """A morning and a ride, the safety questions answered when they are due."""
    due = (screened(day, STENOSIS, full=day % 28 == 0),) if day and day % 7 == 0 else ()
    return (morning(day, leg=leg), *due, session(day, report(leg=(leg, leg)), (BIKE,)))


@pytest.mark.parametrize("cause", RIDERS)
def test_a_ride_takes_the_walks_place_where_it_is_not_denied(cause: str) -> None:
    today = plan(rider(cause))
    assert today.walk is None or today.ride is None


def test_a_red_ride_counts_like_a_red_session() -> None:
    """H21: colored red, and the next day is withheld."""
    program = after(rider(), morning(0), session(0, RED, (BIKE,)))
    assert program.today.color is Color.RED or any(bout.color is Color.RED for bout in program.today.bouts)
    assert plan(program, 1).session is None and plan(program, 1).ride is None


def test_pain_at_rest_pauses_somebody_who_rides() -> None:
    """H21: new leg pain of 4 at rest on two mornings, after days with rides and no walk."""
    days = [event for day in range(5) for event in ridden(day, 1)]
    program = after(rider(leg=1), *days, *ridden(5, 4), screened(5, STENOSIS), morning(6, leg=4))
    assert "walking/rest_pain" in [one.flag for one in program.locks]
    assert program.lock is not None and program.lock.urgency is Urgency.PAUSE
    assert plan(program, (program.on - on(0)).days).ride is None
