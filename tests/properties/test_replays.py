"""Replay equals live, dates pass alike one by one or at once, and the value stays small (architecture)."""

import json
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backstride.engine import replay, trace
from backstride.engine.assessment import Assessment
from backstride.engine.codec import event_from_plain, event_to_plain, from_plain, to_plain
from backstride.engine.program import WINDOW_DAYS, Program
from backstride.engine.rolling import roll
from backstride.engine.values import Refused
from tests.engine.builders import KNOWLEDGE
from tests.properties.histories import History, histories
from tests.properties.scripts import thorough

KILOBYTES = 20 * 1024


@thorough
@given(histories)
def test_replay_equals_the_program_folded_live(history: History) -> None:
    """architecture: replay(events) must equal the stored one, always, decisions included."""
    steps = list(trace(history.events, KNOWLEDGE))
    assert [program for _, program, _ in steps[1:]] == [step.after for step in history.steps]
    assert [made for _, _, made in steps[1:]] == [step.made for step in history.steps]


@thorough
@given(histories)
def test_replay_through_json_is_the_same(history: History) -> None:
    """architecture: events and snapshots are kept as JSON."""
    kept = json.loads(json.dumps([event_to_plain(event) for event in history.events]))
    assert replay([event_from_plain(plain) for plain in kept], KNOWLEDGE) == history.program
    snapshot = json.loads(json.dumps(to_plain(history.program)))
    assert from_plain(Program, snapshot) == history.program


@thorough
@given(histories)
def test_the_fold_goes_on_from_a_snapshot(history: History) -> None:
    """architecture: a snapshot and the program it was taken of have the same future."""
    again = from_plain(Program, json.loads(json.dumps(to_plain(history.program))))
    later = history.program.on + timedelta(days=9)
    assert roll(again, later, KNOWLEDGE) == roll(history.program, later, KNOWLEDGE)


@thorough
@given(histories, st.integers(0, 120))
def test_rolling_date_by_date_equals_rolling_at_once(history: History, days: int) -> None:
    """architecture: however seldom the program is opened."""
    program = one_by_one = history.program
    told: list[Any] = []
    for day in range(1, days + 1):
        one_by_one, made = roll(one_by_one, program.on + timedelta(days=day), KNOWLEDGE)
        told += made
    at_once, made = roll(program, program.on + timedelta(days=days), KNOWLEDGE)
    assert at_once == one_by_one
    assert list(made) == told


@thorough
@given(histories)
def test_the_value_stays_small(history: History) -> None:
    """architecture: a bounded window; its size does not grow with history."""
    for step in history.steps:
        assert len(step.after.window) == WINDOW_DAYS
    assert len(json.dumps(to_plain(history.program))) < KILOBYTES


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@thorough
@given(histories, st.data())
def test_a_spoilt_event_is_refused_and_nothing_else(history: History, data: st.DataObject) -> None:
    """Whatever arrives from outside is an event or is refused by name; nothing breaks."""
    plain = event_to_plain(data.draw(st.sampled_from(history.events)))
    key = data.draw(st.sampled_from(sorted(plain)))
    try:
        event_from_plain({**plain, key: data.draw(anything)})
        from_plain(Assessment, data.draw(anything))
    except Refused as refused:
        assert str(refused)
