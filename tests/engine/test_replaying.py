"""Replaying: the same events always give the same program (architecture: the fold)."""

import pytest

from backstride.engine import OutOfOrder, advance, replay, trace
from backstride.engine.decision import Decision
from backstride.engine.event import Approved, Assessed, DayPassed, Event, FlareReported, Measured
from backstride.engine.values import Refused
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    RED,
    assessment,
    fold,
    green_days,
    morning,
    on,
    screened,
    session,
    walk,
)


def history(cause: str = DISC) -> list[Event]:
    """Three weeks with a red day and a flare."""
    return [
        Assessed(on(0), assessment(cause)),
        Approved(on(0), "Robin Vale"),
        *green_days(0, 6, cause=cause),
        screened(7, cause),
        session(7, RED),
        *green_days(9, 13, cause=cause),
        FlareReported(on(14)),
        screened(14, cause),
        *[morning(day) for day in range(15, 22)],
        walk(21, 6),
        DayPassed(on(22)),
    ]


@pytest.mark.parametrize("cause", CAUSES)
def test_replay_equals_the_program_folded_live(cause: str) -> None:
    """architecture: replay must equal the stored one, always."""
    events = history(cause)
    (_, first, _), *_ = trace(events[:1], KNOWLEDGE)
    live, _ = fold(first, *events[1:])
    assert replay(events, KNOWLEDGE) == live
    assert replay(events, KNOWLEDGE) == replay(events, KNOWLEDGE)


def test_trace_tells_every_step_with_its_decisions() -> None:
    """architecture: any history can be replayed and gives the same decisions."""
    events = history()
    steps = list(trace(events, KNOWLEDGE))
    assert [event for event, _, _ in steps] == events
    assert all(isinstance(one, Decision) for _, _, made in steps for one in made)
    program = steps[4][1]
    assert advance(program, events[5], KNOWLEDGE) == steps[5][1:]


@pytest.mark.parametrize("cause", CAUSES)
def test_every_decision_names_a_rule_with_numbers(cause: str) -> None:
    """architecture: decisions are stored with rule id and reasons."""
    rules = {one.reason.rule for _, _, made in trace(history(cause), KNOWLEDGE) for one in made}
    assert rules <= set(KNOWLEDGE.numbers)


def test_a_history_starts_with_an_assessment() -> None:
    """R1: no program without a recorded cause."""
    with pytest.raises(Refused, match="Assessed"):
        replay([Approved(on(0), "Robin Vale")], KNOWLEDGE)
    with pytest.raises(Refused, match="none"):
        replay([], KNOWLEDGE)


def test_events_out_of_order_are_refused() -> None:
    """architecture: events are told in the order of their dates."""
    with pytest.raises(OutOfOrder):
        replay([*history(), morning(3)], KNOWLEDGE)


def test_something_that_is_no_event_is_refused() -> None:
    """A kind the fold does not know must not pass silently."""
    (_, program, _), *_ = trace(history()[:1], KNOWLEDGE)
    with pytest.raises(Refused, match="Day"):
        advance(program, _Stranger(), KNOWLEDGE)  # type: ignore[arg-type]


class _Stranger:
    """Dated, but no event."""

    on = on(1)


_Stranger.__name__ = "DayDreamed"


def test_measures_keep_the_first_and_the_last_score() -> None:
    """§6: change is told from the first."""
    events = [*history(), *[Measured(on(30 + step), "rmdq", score) for step, score in enumerate((15, 12, 9))]]
    (score,) = replay(events, KNOWLEDGE).measures
    assert (score.measure, score.first, score.first_on, score.last, score.last_on) == ("rmdq", 15, on(30), 9, on(32))
