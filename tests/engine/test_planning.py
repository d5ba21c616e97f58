"""Today: what one date gives, safety first (architecture; clinical.md §4, §13.1, §13.6, §13.28-29)."""

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.event import Adjusted, Event, Flagged, FlareReported
from backstride.engine.values import Direction, Site
from tests.engine.builders import (
    DISC,
    KNOWLEDGE,
    RED,
    STENOSIS,
    after,
    begin,
    green_days,
    morning,
    on,
    plan,
    report,
    screened,
    session,
    settled,
)

CAUSES = (DISC, STENOSIS)


@pytest.mark.parametrize("cause", CAUSES)
def test_an_ordinary_day(cause: str) -> None:
    """R2, R11, R14: a session, relief, a walk, ease; each with its reason."""
    today = plan(begin(cause))
    assert today.session is not None and today.walk is not None and today.relief and today.ease
    assert (today.no_session, today.no_walk, today.lock, today.ask) == (None, None, None, ())
    assert all(item.reasons for item in today.session.items) and today.walk.reasons


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("answer", [Answer("C2", "yes"), Answer("C2", "unsure"), Answer("F1", "yes")])
def test_a_lock_gives_no_exercise_at_all(cause: str, answer: Answer) -> None:
    """§13.6: lock (E/U): no exercise."""
    today = plan(after(begin(cause), Flagged(on(0), answer)))
    assert today.lock is not None and today.lock.urgency.locks
    assert (today.session, today.relief, today.walk) == (None, (), None)
    assert today.no_session is not None and today.no_walk is not None
    assert not today.check_in_due


ORDER: list[tuple[tuple[Event, ...], str]] = [
    ((Flagged(on(1), Answer("C1", "yes")), FlareReported(on(1)), morning(1, leg=9)), "screening/screen"),
    ((session(0, RED), FlareReported(on(1)), morning(1, leg=9)), "screening/due"),
    ((FlareReported(on(1)), morning(1, leg=9), screened(1)), "flare/ramp"),
    ((session(0, RED), morning(1, leg=9), screened(1)), "response/high_pain"),
    ((session(0, RED), morning(1), screened(1)), "response/red"),
]


@pytest.mark.parametrize(("events", "rule"), ORDER, ids=[rule for _, rule in ORDER])
def test_safety_speaks_first(events: tuple[Event, ...], rule: str) -> None:
    """architecture: red flag > stop > flare > red."""
    today = plan(after(begin(), *events))
    assert today.session is None
    assert today.no_session is not None and today.no_session.rule == rule


@pytest.mark.parametrize(
    ("finding", "cause", "exercise"),
    [("osteoporosis", STENOSIS, "REL09"), ("pregnancy", DISC, "REL01"), ("pregnancy-28-weeks", STENOSIS, "REL06")],
)
def test_ease_obeys_the_deny_list(finding: str, cause: str, exercise: str) -> None:
    """H4: the deny-list is applied last, after every rule, to whatever is shown."""
    assert exercise not in plan(begin(cause, contraindications=(finding,))).ease


def test_ease_obeys_a_closed_direction() -> None:
    """§13.13."""
    down = (session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    program = after(begin(preference=Direction.EXTENSION), *down)
    directions = {KNOWLEDGE.exercise(one).direction for one in plan(program).ease}
    assert Direction.EXTENSION not in directions


@pytest.mark.parametrize("cause", CAUSES)
def test_no_day_of_rest_is_planned(cause: str) -> None:
    """§13.28: the plan itself never contains a rest day outside a lock."""
    program = begin(cause)
    for events in ((), (session(0, RED),), (FlareReported(on(0)),), (morning(0, leg=9),)):
        for day in range(10):
            today = plan(after(program, *events), day)
            assert today.walk is not None or today.session is not None


def test_breaks_by_phase() -> None:
    """§7: every 20-30 min while irritable, 45-60 when settled."""
    assert plan(begin()).break_minutes <= 30
    later = after(begin(), Adjusted(on(0), "Robin Vale", "phase", "phase", 3))
    assert plan(later).break_minutes >= 45


def test_notices() -> None:
    """§13.24: the proposal stands beside the plan until the practitioner answers; so do flare and quiet days."""
    assert [one.rule for one in plan(after(begin(), FlareReported(on(0)))).notices] == ["flare/ramp"]
    proposed = after(begin(), *green_days(0, 3))
    assert proposed.phase_proposed == 2
    assert "phase/forward" in [one.rule for one in plan(proposed).notices]
    assert plan(begin()).notices == ()


def test_looking_changes_nothing() -> None:
    """architecture: today is a pure question."""
    program = after(begin(), *green_days(0, 4))
    before = plan(program)
    for day in range(5, 40):
        plan(program, day)
    assert plan(program) == before


@pytest.mark.parametrize("finding", sorted(KNOWLEDGE.contraindications))
@pytest.mark.parametrize("cause", CAUSES)
def test_every_finding_leaves_a_position_of_ease(cause: str, finding: str) -> None:
    """§13.6: in a pause positions of ease go on, also for those who may not lie on the back or the front."""
    assert plan(begin(cause, contraindications=(finding,))).ease
