"""Builders of the records tests: an episode, and the events of its first days."""

from datetime import date, timedelta

import pytest

from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.event import Approved, Assessed, CheckedIn, Event, Report, SessionDone, SettledAnswered, Walked
from backstride.engine.screening import asked
from backstride.engine.values import Settled, Side, Site
from backstride.web.accounts.models import Clinic, User
from backstride.web.records.actions.open_episode import open_for_patient
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

FIRST = date(2026, 3, 2)


@pytest.fixture
def episode(alice: User, clinic: Clinic) -> Episode:
    """A patient of Alice's with nothing recorded yet."""
    return open_for_patient(clinic=clinic, practitioner=alice, name="Bob", birth_year=1980)


def assessed(cause: str = "disc-herniation", on: date = FIRST) -> Assessed:
    """An assessment with every red flag answered no."""
    answers = tuple(Answer(flag, "no") for flag in asked(cause, True, knowledge()))
    diagnosis = Diagnosis(cause, "physical-therapist", "Alice", on)
    found = Assessment(on, diagnosis, Side.RIGHT, 4, 3, Site.THIGH, 15, answers, kit=("chair", "wall", "towel"))
    return Assessed(on, found)


def first_days(days: int) -> list[Event]:
    """An assessment, its approval, and so many good days."""
    events: list[Event] = [assessed(), Approved(FIRST, "Alice")]
    for n in range(days):
        on = FIRST + timedelta(days=n)
        felt = Report(3, 2, 3, 2, Site.THIGH, Site.THIGH, effort=4)
        events += [
            CheckedIn(on, 3, 2, Site.THIGH, Settled.WITHIN_HOUR, stiffer=False),
            SessionDone(on, felt, ("COR01", "HAM01")),
            SettledAnswered(on, settled=True, site=Site.THIGH),
            Walked(on, 10, felt),
        ]
    return events
