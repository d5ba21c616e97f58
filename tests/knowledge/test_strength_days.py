"""Strength work over months: a day between, and three days in seven at most."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from backstride.engine.event import SessionDone
from tests.engine.builders import KNOWLEDGE, assessment
from tests.properties.histories import told
from tests.properties.scripts import Calm

TRAINING = {"strength", "functional"}
CAUSES = sorted(KNOWLEDGE.causes)


def dates_of(cause: str) -> dict[str, list[date]]:
    """The dates on which each strength ladder was part of a session, in nine calm weeks of somebody alone."""
    found: dict[str, list[date]] = defaultdict(list)
    history = told(assessment(cause, supervised=False, kit=KNOWLEDGE.kit), [Calm(9, 1)] * 7, False)
    for step in history.steps:
        if isinstance(step.event, SessionDone):
            for exercise in step.event.exercises:
                for ladder in KNOWLEDGE.ladders_with[exercise]:
                    if KNOWLEDGE.ladder(ladder).purpose in TRAINING:
                        found[ladder].append(step.event.on)
    return found


@pytest.mark.parametrize("cause", CAUSES)
def test_strength_has_a_day_between_and_three_days_a_week(cause: str) -> None:
    """H20: each ladder, as the plan gives it and somebody follows it."""
    found = dates_of(cause)
    assert found
    for ladder, dates in found.items():
        gaps = [(later - earlier).days for earlier, later in pairwise(dates)]
        assert min(gaps, default=2) >= 2, ladder
        assert all(sum(0 <= (day - first).days < 7 for day in dates) <= 3 for first in dates), ladder
