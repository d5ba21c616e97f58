"""Today: what one date gives, safety first (architecture; clinical.md §4, §13.1, §13.6, §13.28-29)."""

from dataclasses import replace

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.denial import denied
from backstride.engine.event import Adjusted, Event, Flagged, FlareReported
from backstride.engine.program import Program
from backstride.engine.values import Direction, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    PREGNANCY,
    RED,
    STENOSIS,
    after,
    begin,
    found_with,
    green_days,
    in_phase,
    morning,
    on,
    plan,
    report,
    screened,
    session,
    settled,
)


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


def eases(program: Program) -> list[tuple[str, str]]:
    """The positions of ease: exercise and form."""
    today = plan(program)
    return list(zip(today.ease, today.ease_forms, strict=True))


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
    eased = plan(begin(cause, contraindications=(finding,))).ease
    assert eased and exercise not in eased


def test_ease_obeys_a_closed_direction() -> None:
    """§13.13."""
    down = (session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    program = after(begin(preference=Direction.EXTENSION), *down)
    directions = {KNOWLEDGE.exercise(name).forms[form].direction for name, form in eases(program)}
    assert directions and Direction.EXTENSION not in directions


@pytest.mark.parametrize("cause", CAUSES)
def test_no_day_of_rest_is_planned(cause: str) -> None:
    """§13.28: the plan itself never contains a rest day outside a lock."""
    program = begin(cause)
    for events in ((), (session(0, RED),), (FlareReported(on(0)),), (morning(0, leg=9),)):
        for day in (0, 1, 2, 3, 6, 9):
            today = plan(after(program, *events), day)
            assert today.walk is not None or today.session is not None


def test_breaks_by_phase() -> None:
    """§7: every 20-30 min while irritable, 45-60 when settled."""
    assert plan(begin()).break_minutes <= 30
    assert plan(in_phase(DISC, 3)).break_minutes >= 45


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
    program = begin(cause, **found_with(cause, finding))
    assert eases(program)
    assert all(denied(name, program, KNOWLEDGE, form) is None for name, form in eases(program))


def test_a_closed_phase_leaves_the_walk() -> None:
    """§13.22: aerobic work in every program; with nothing else open, the day says so and the walk stays."""
    program = after(begin(), *(Adjusted(on(0), "x", "remove", one.ladder) for one in begin().ladders))
    today = plan(program)
    assert today.session is None and today.walk is not None
    assert today.no_session is not None and today.no_session.rule == "choosing/choose"


@pytest.mark.parametrize("phase", PHASES)
def test_a_proposal_back_has_its_own_notice(phase: int) -> None:
    """§13.26: the step back to phase 2 is told as such, not as a way forward."""
    program = replace(in_phase(DISC, phase), phase_proposed=2)
    rules = [one.rule for one in plan(program).notices]
    assert rules == ["phase/forward" if phase < 2 else "phase/relapse"]


@pytest.mark.parametrize("cause", CAUSES)
def test_questions_of_the_day_are_those_of_the_findings(cause: str) -> None:
    """§13.2: weekly also B1 in a pregnancy, and the signs asked of anyone with past or present cancer."""
    cancer = plan(begin(cause, contraindications=("cancer",)), 7).ask
    assert ("K3" in cancer, "B1" in cancer) == (True, cause == PREGNANCY)
    assert "B1" in plan(begin(cause, **found_with(cause, "pregnancy")), 7).ask
