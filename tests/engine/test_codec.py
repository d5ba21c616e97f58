"""Engine values to plain ones and back, strictly (architecture: the program is a small value, kept as JSON)."""

import json
from typing import Any, get_args

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.codec import event_from_plain, event_to_plain, from_plain, to_plain
from backstride.engine.decision import Decision
from backstride.engine.event import (
    Adjusted,
    Approved,
    Assessed,
    CheckedIn,
    DayPassed,
    Declared,
    Event,
    Flagged,
    FlareReported,
    Measured,
    SettledAnswered,
    TakenBack,
    Taught,
    Walked,
    YellowAnswered,
)
from backstride.engine.program import Program
from backstride.engine.values import Direction, Refused
from tests.engine.builders import (
    CAUSES,
    PREGNANCY,
    RED,
    SLIP,
    after,
    assessment,
    begin,
    fold,
    green_days,
    morning,
    on,
    reopened,
    screened,
    session,
    settled,
    walk,
)

EVENTS: list[Event] = [
    Assessed(on(0), assessment(preference=Direction.EXTENSION, contraindications=("knee",), known=("N1",))),
    Approved(on(0), "Robin Vale", (("abdominal", 2), ("hamstring", 0)), 8),
    Adjusted(on(0), "Robin Vale", "order", "REL08", 0, "eases in my room"),
    Taught(on(0), "Robin Vale", "COR03", True),
    Taught(on(0), "Robin Vale", "FUN02", form="loaded"),
    Assessed(on(0), assessment(SLIP, kind="isthmic", grade=2, also=("disc-herniation",), aerobic="bike")),
    Assessed(on(0), assessment(PREGNANCY, weeks=21)),
    Assessed(on(0), assessment("undifferentiated", comfort="REL07", supervised=False)),
    Declared(on(1), "injection"),
    YellowAnswered(on(1), ("low-mood",)),
    YellowAnswered(on(1)),
    Measured(on(1), "task-1", 3, "Walk to the shop"),
    Measured(on(1), "global-change", -2),
    SettledAnswered(on(1), True, leg=0),
    morning(1),
    CheckedIn(on(1)),
    session(1, RED, hurt=("HAM01",)),
    settled(1, False),
    walk(1, 20, ease=0, onset=0),
    Walked(on(1), 5),
    FlareReported(on(1)),
    screened(1, C1="unsure"),
    Flagged(on(1), Answer("K2", "yes", "", ("age", "night-pain"))),
    TakenBack(on(1), "C1"),
    reopened(2, 2),
    Measured(on(2), "rmdq", 0),
    DayPassed(on(3)),
]


def through_json(value: Any) -> Any:
    """What JSON makes of a plain value."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_survives_json(event: Event) -> None:
    """architecture: append-only facts, kept exactly."""
    assert event_from_plain(through_json(event_to_plain(event))) == event


def test_every_kind_of_event_is_tried() -> None:
    """architecture: nothing is stored that cannot be read again."""
    assert {type(event) for event in EVENTS} == set(get_args(Event))


@pytest.mark.parametrize("cause", CAUSES)
def test_a_program_survives_json(cause: str) -> None:
    """architecture: a snapshot is the program."""
    told = (*green_days(0, 6, cause=cause), session(7, RED), FlareReported(on(8)), Measured(on(8), "rmdq", 14, "ok"))
    asked = (YellowAnswered(on(8)), Taught(on(8), "x", "FUN02", form="loaded"), Declared(on(8), "diagnosis"))
    program = after(begin(cause, also=() if cause == SLIP else (SLIP,)), *told, *asked)
    assert from_plain(Program, through_json(to_plain(program))) == program


def test_decisions_survive_json() -> None:
    """architecture: decisions are stored beside the events."""
    _, made = fold(begin(), *green_days(0, 6), session(7, RED))
    for one in made:
        assert from_plain(Decision, through_json(to_plain(one))) == one


@pytest.mark.parametrize(
    ("plain", "named"),
    [
        (None, "not a mapping"),
        ([], "not a mapping"),
        ({}, "kind"),
        ({"kind": "Guessed", "on": "2026-01-05"}, "Guessed"),
        ({"kind": ["CheckedIn"], "on": "2026-01-05"}, "kind"),
        ({"kind": "CheckedIn"}, "on is missing"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "legs": 2}, "legs"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "leg": "2"}, "leg"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "leg": 2.0}, "leg"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "leg": True}, "leg"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "leg": 11}, "leg"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "limited": 1}, "limited"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "site": "knee"}, "site"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "site": 3}, "site"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "site": ["thigh"]}, "site"),
        ({"kind": "CheckedIn", "on": "2026-01-05", "settled": {}}, "settled"),
        ({"kind": "CheckedIn", "on": "2026-01-05", 1: 2}, "1"),
        ({"kind": "CheckedIn", "on": "05/01/2026"}, "on"),
        ({"kind": "CheckedIn", "on": "20260105"}, "on"),
        ({"kind": "CheckedIn", "on": "2026-W02-1"}, "on"),
        ({"kind": "CheckedIn", "on": 5}, "on"),
        ({"kind": "Declared", "on": "2026-01-05", "what": "holiday"}, "what"),
        ({"kind": "Measured", "on": "2026-01-05", "measure": "rmdq", "score": 3, "note": 4}, "note"),
        ({"kind": "YellowAnswered", "on": "2026-01-05", "yes": "low-mood"}, "yes"),
        ({"kind": "Walked", "on": "2026-01-05", "minutes": 0}, "minutes"),
        ({"kind": "SessionDone", "on": "2026-01-05", "report": {}, "exercises": "COR01"}, "exercises"),
        ({"kind": "SessionDone", "on": "2026-01-05", "report": {"peak": 3}, "exercises": []}, "peak"),
        ({"kind": "Approved", "on": "2026-01-05", "by": "x", "ceilings": [["abdominal"]]}, "ceilings"),
        ({"kind": "Flagged", "on": "2026-01-05", "answer": {"flag": "C1", "said": "maybe"}}, "C1"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_by_name(plain: Any, named: str) -> None:
    """An event from outside is checked key by key; the message says where."""
    with pytest.raises(Refused, match=named):
        event_from_plain(plain)


def test_what_is_at_its_default_is_left_out() -> None:
    """Snapshots stay small."""
    assert event_to_plain(CheckedIn(on(0))) == {"kind": "CheckedIn", "on": "2026-01-05"}
    assert len(json.dumps(to_plain(begin()))) < 5000
