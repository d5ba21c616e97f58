"""The hamstring gate: stretch, nerve slide instead, or neither for now (clinical.md §2.4, §13.23, R12)."""

import pytest

from backstride.engine.event import Event, FlareReported
from backstride.engine.hamstring import Gate, gate
from backstride.engine.replacing import replace
from backstride.engine.values import Site
from tests.engine.builders import (
    CAUSES,
    KNOWLEDGE,
    PHASES,
    after,
    begin,
    in_phase,
    morning,
    plan,
    planned,
    report,
    screened,
    session,
    settled,
)


def allowed(*events: Event, **found: object) -> Gate:
    """What the gate says after these events."""
    return gate(after(begin(**found), *events), KNOWLEDGE)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((morning(1, leg=2),), Gate.STRETCH),
        ((morning(1, leg=5),), Gate.STRETCH),
        ((morning(1, leg=6),), Gate.WAIT),
        ((morning(1, leg=3, site=Site.CALF),), Gate.GLIDE),
        ((morning(1, leg=3, site=Site.FOOT),), Gate.GLIDE),
        ((morning(1, leg=0, site=Site.NOWHERE),), Gate.STRETCH),
        ((session(0), settled(0, False), morning(1)), Gate.WAIT),
        ((session(0), settled(0, False), morning(7)), Gate.STRETCH),
        ((session(0, report(tingling=True)), settled(0), morning(1)), Gate.GLIDE),
        ((session(0, hurt=("HAM01",)), settled(0), morning(1)), Gate.GLIDE),
        ((session(0, report(tingling=True), ("COR01",)), settled(0), morning(1)), Gate.STRETCH),
        ((FlareReported(morning(1).on),), Gate.WAIT),
        ((FlareReported(morning(1).on), morning(3)), Gate.WAIT),  # flare days 0-2
        ((FlareReported(morning(1).on), screened(1), morning(4)), Gate.GLIDE),  # then the slide while it lasts (§2.4)
    ],
)
def test_what_the_leg_allows(events: tuple[Event, ...], expected: Gate) -> None:
    """§13.23: leg > 5 or settling > 1 h or flare days 0-2: neither; tingling or calf or foot pain: the slide."""
    assert allowed(*events) is expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [({"leg": 4}, Gate.STRETCH), ({"leg": 6}, Gate.WAIT), ({"leg": 4, "site": Site.FOOT}, Gate.GLIDE)],
)
def test_before_the_first_check_in_the_assessment_answers(found: dict[str, object], expected: Gate) -> None:
    """§13.11 "first days: the value given at the start": day 0 is not a day without pain."""
    assert allowed(**found) is expected


def test_a_leg_not_answered_today_is_the_leg_last_answered() -> None:
    """architecture.md: missing answers hold."""
    assert allowed(morning(1, leg=7), screened(1), morning(2, leg=None, back=1)) is Gate.WAIT
    assert allowed(morning(1, leg=3, site=Site.FOOT), screened(1), morning(2, leg=3, site=None)) is Gate.GLIDE


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_the_slide_takes_the_place_of_the_stretch_in_any_cause_and_phase(cause: str, phase: int) -> None:
    """§13.23: stretch → NRV01 in any cause and phase; the ladder is told to wait, with the reason."""
    program = after(in_phase(cause, phase), morning(1, leg=3, site=Site.CALF), screened(1, cause))
    stretches = {rung.exercise for rung in KNOWLEDGE.ladder("hamstring").rungs}
    assert not stretches & set(planned(program)) and "NRV01" in planned(program)
    waiting = [one for one in plan(program).waiting if one.ladder == "hamstring"]
    assert len(waiting) == 1 and waiting[0].reason.rule == "hamstring/gate"


@pytest.mark.parametrize("what", ["remove", "resting"])
def test_no_slide_where_it_was_taken_away(what: str) -> None:
    """R2 a ladder the practitioner removed, §13.19 one that stopped: the stretch waits, and nothing stands in."""
    program = after(begin(), morning(1, leg=3, site=Site.CALF), screened(1))
    state = program.ladder("nerve")
    marked = replace(state, removed=True) if what == "remove" else replace(state, resting=3)
    assert "NRV01" in planned(program)
    assert "NRV01" not in planned(program.with_ladder(marked))


def test_neither_while_the_leg_is_irritable() -> None:
    """§13.23: neither, waiting, with the reason."""
    program = after(begin(), session(0), settled(0, False), morning(1))
    assert not {"HAM01", "NRV01"} & set(planned(program))
    assert "hamstring" in [one.ladder for one in plan(program).waiting]


def test_asked_again_at_each_check_in() -> None:
    """§13.23: the gate opens on the morning on which the leg allows it."""
    program = after(begin(), morning(1, leg=6), screened(1))
    assert gate(program, KNOWLEDGE)[0] is Gate.WAIT
    assert gate(after(program, morning(2, leg=4)), KNOWLEDGE)[0] is Gate.STRETCH
