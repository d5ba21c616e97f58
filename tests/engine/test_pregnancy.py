"""The weeks of a pregnancy pass with the program (clinical.md §1.4 M, §13.20, §13.24)."""

from typing import Any

import pytest

from backstride.engine import prescribe
from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted, Assessed, DayPassed, Declared, Event
from backstride.engine.program import Program
from backstride.engine.values import Refused
from tests.engine.builders import (
    BORN,
    CAUSES,
    DISC,
    KNOWLEDGE,
    PREGNANCY,
    after,
    answers,
    assessment,
    begin,
    fold,
    followed,
    green_days,
    in_phase,
    kinds,
    morning,
    of,
    on,
    plan,
    reopened,
)

MIDDLE, LATE = "pregnancy-20-weeks", "pregnancy-28-weeks"


def findings(program: Program) -> tuple[str, ...]:
    """What is recorded."""
    return program.assessment.contraindications


@pytest.mark.parametrize(
    ("weeks", "finding"), [(1, PREGNANCY), (19, PREGNANCY), (20, MIDDLE), (27, MIDDLE), (28, LATE), (42, LATE)]
)
@pytest.mark.parametrize("cause", [PREGNANCY, DISC])
def test_the_week_says_what_is_denied(cause: str, weeks: int, finding: str) -> None:
    """§13.20: prone always, supine > 1 min from 20 weeks, supine at all from 28."""
    said: dict[str, Any] = {"answers": answers(cause, findings=(PREGNANCY,)), "weeks": weeks}
    assert findings(begin(cause, **said)) == (finding,)


@pytest.mark.parametrize(
    ("weeks", "day", "finding"),
    [(19, 6, PREGNANCY), (19, 7, MIDDLE), (20, 55, MIDDLE), (20, 56, LATE), (14, 41, PREGNANCY), (14, 42, MIDDLE)],
)
def test_the_weeks_pass(weeks: int, day: int, finding: str) -> None:
    """§13.20: the recorded week moves on with the days."""
    program = after(begin(PREGNANCY, weeks=weeks, supervised=False), DayPassed(on(day)))
    assert findings(program) == (finding,)


def test_each_stage_is_told_once() -> None:
    """architecture: a decision for what changes."""
    _, made = fold(begin(PREGNANCY, weeks=19), DayPassed(on(80)))
    told = [one for one in made if one.reason.rule == "pregnancy/stage"]
    assert [(one.subject, one.on, one.after) for one in told] == [(MIDDLE, on(7), 20), (LATE, on(63), 28)]
    assert {one.kind for one in told} == {Kind.ADJUSTED}


@pytest.mark.parametrize("phase", [1, 2, 3])
def test_nothing_on_the_back_late_in_pregnancy(phase: int) -> None:
    """§13.20; every family stays in its mildest permitted form or waits with its reason (§13.22)."""
    program = in_phase(PREGNANCY, phase, weeks=27, kit=KNOWLEDGE.kit)
    for day, (_, told) in enumerate(followed(program, 0, 13)):
        assert told.session is not None
        shown = [(item.exercise, item.form) for item in told.session.items]
        shown += [(one.exercise, one.form) for one in told.relief]
        shown += zip(told.ease, told.ease_forms, strict=True)
        mechanisms = {way for name, form in shown for way in KNOWLEDGE.exercise(name).forms[form].mechanisms}
        assert "prone" not in mechanisms and "supine-long" not in mechanisms
        assert day < 7 or "supine" not in mechanisms
        assert day < 7 or any(item.exercise == "HAM04" for item in told.session.items)


def test_a_ladder_of_which_only_higher_rungs_stay_goes_on_there() -> None:
    """§13.22: HAM04 is open to M."""
    program = begin(PREGNANCY, weeks=27)
    lowest = program.ladder("hamstring").rung
    late = after(program, DayPassed(on(7)))
    rungs = KNOWLEDGE.ladder("hamstring").rungs
    assert rungs[lowest].exercise == "HAM01" and rungs[late.ladder("hamstring").rung].exercise == "HAM04"


def test_a_new_week_takes_no_green_away() -> None:
    """§13.18: a ladder that stays where it is goes on counting."""
    days = green_days(4, 5, cause=PREGNANCY, exercises=("COR01",))
    program = after(begin(PREGNANCY, weeks=19), *days, morning(6))
    later = after(program, DayPassed(on(7)))
    assert findings(later) == (MIDDLE,)
    assert program.ladder("abdominal").greens == later.ladder("abdominal").greens == 2


@pytest.mark.parametrize(
    ("found", "named"),
    [({"weeks": None}, "weeks"), ({"kind": ""}, "kind"), ({"kind": "expected"}, "kind"), ({"weeks": 43}, "weeks")],
)
def test_without_its_week_no_program(found: dict[str, Any], named: str) -> None:
    """§13.20: without the week nobody knows what is denied."""
    with pytest.raises(Refused, match=named):
        prescribe(assessment(PREGNANCY, **found), KNOWLEDGE, on(0))


def ready(program: Program) -> tuple[Event, ...]:
    """Eight weeks of perfect days."""
    return green_days(0, 55, cause=program.cause, leg=0, exercises=("COR01",))


@pytest.mark.parametrize("supervised", [True, False])
def test_phase_3_is_the_last_until_the_birth(supervised: bool) -> None:
    """§13.24: M stays in 3 until birth."""
    program = in_phase(PREGNANCY, 3, supervised=supervised)
    ended, made = fold(program, *ready(program))
    assert ended.phase == 3 and ended.phase_proposed == 0
    assert of(made, Kind.PHASE_PROPOSED) == of(made, Kind.PHASE_CHANGED) == []
    with pytest.raises(Refused, match="phase"):
        fold(program, Adjusted(on(0), "Robin Vale", "phase", "phase", 4))


def test_after_the_birth_a_new_assessment() -> None:
    """§13.24: until birth, then a new assessment; §1.4 M phase 4: re-entry after clearance."""
    program = in_phase(PREGNANCY, 3, weeks=38)
    born = after(program, Assessed(on(60), assessment(PREGNANCY, day=60, **BORN)))
    assert findings(born) == () and born.assessment.weeks is None
    assert after(born, Adjusted(on(60), "Robin Vale", "phase", "phase", 4)).phase == 4


@pytest.mark.parametrize("cause", CAUSES)
def test_only_pregnancy_asks_for_its_week(cause: str) -> None:
    """§13.20: a week may be told with any cause; only here it must be."""
    assert any(kind.weeks for kind in KNOWLEDGE.cause(cause).kinds.values()) is (cause == PREGNANCY)


def test_declared_pregnancy_is_recorded_until_it_is_assessed() -> None:
    """§3: user declares a pregnancy; §13.20: prone always."""
    program, made = fold(begin(), Declared(on(1), PREGNANCY))
    assert findings(program) == (PREGNANCY,)
    assert (Kind.LOCKED, "pausing/declared") in kinds(made)
    asked = answers(DISC, findings=(PREGNANCY,))
    open_again = after(program, reopened(2, 2, findings=(PREGNANCY,)))
    for day in (2, 3):
        today = plan(open_again, day)
        assert today.session is not None and asked
        assert not {"REL01", "REL02", "REL03"} & {one.exercise for one in (*today.session.items, *today.relief)}
    twice = after(program, Declared(on(2), PREGNANCY))
    assert findings(twice) == (PREGNANCY,)


@pytest.mark.parametrize(
    ("finding", "day", "expected"),
    [
        (PREGNANCY, 6, PREGNANCY),
        (PREGNANCY, 7, MIDDLE),
        (PREGNANCY, 63, LATE),
        (MIDDLE, 6, MIDDLE),
        (MIDDLE, 7, LATE),
        (LATE, 100, LATE),
    ],
)
@pytest.mark.parametrize("cause", [DISC, "undifferentiated"])
def test_a_stage_recorded_without_its_week_counts_as_its_last(
    cause: str, finding: str, day: int, expected: str
) -> None:
    """§13 (to err on the safe side): nobody knows how far into the stage she was."""
    program = begin(cause, contraindications=(finding,), supervised=False)
    assert findings(after(program, DayPassed(on(day)))) == (expected,)
