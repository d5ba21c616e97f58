"""Re-opening after a lock or a pause (clinical.md §13.7)."""

from dataclasses import replace

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Flagged, Reopened
from backstride.engine.program import Program
from backstride.engine.values import Direction, Refused, Site
from tests.engine.builders import (
    DISC,
    KNOWLEDGE,
    adjusted,
    after,
    answers,
    at,
    begin,
    fold,
    in_phase,
    kinds,
    on,
    places,
    plan,
    reopened,
    report,
    screened,
    session,
    settled,
)

EMERGENCY = Answer("C1", "yes")
SAME_DAY = Answer("F1", "yes")
PAUSE = Answer("N2", "yes", "no")
RUNGS = (places("COR03")[0], places("COR02")[1], places("COR02")[0])  # where it stands, one down, two down


def running(**found: object) -> Program:
    """Phase 3: the first march (COR03), towel stretch (HAM02), side leg raise (HIP02), walking at level 8."""
    program = at(at(at(in_phase(DISC, 3, **found), "COR03"), "HAM02"), "HIP02")
    return adjusted(program, "walk", "walk", 8)


def locked(answer: Answer = EMERGENCY, day: int = 1, **found: object) -> Program:
    """That program, locked on a day."""
    return after(running(**found), Flagged(on(day), answer))


@pytest.mark.parametrize("answer", [EMERGENCY, SAME_DAY, PAUSE], ids=["E", "U", "V"])
@pytest.mark.parametrize(
    ("days", "phase", "down", "walk"),
    [(0, 3, 1, 8), (7, 3, 1, 8), (8, 3, 2, 2), (28, 3, 2, 2), (29, 1, None, 2), (90, 1, None, 2)],
)
def test_a_gentler_dose(answer: Answer, days: int, phase: int, down: int | None, walk: int) -> None:
    """§13.7: ≤ 7 days one rung down; 8-28 two rungs and walking by half; > 28 phase 1."""
    program, made = fold(locked(answer), reopened(1 + days, 1 + days))
    assert program.locks == ()
    assert (Kind.REOPENED, "program") in kinds(made)
    assert (program.phase, program.walk.level) == (phase, walk)
    if down is not None:
        assert program.ladder("abdominal").rung == RUNGS[down]
    assert plan(program).session is not None


@pytest.mark.parametrize("answer", [EMERGENCY, SAME_DAY], ids=["E", "U"])
def test_a_person_alone_after_an_emergency_begins_in_phase_1(answer: Answer) -> None:
    """§13.7: after E always phase 1."""
    program = after(locked(answer, supervised=False), reopened(3, 2, practitioner=False))
    assert program.phase == (1 if answer is EMERGENCY else 3)
    walk_plan = plan(program).walk
    assert walk_plan is not None and (walk_plan.level <= 4 or answer is SAME_DAY)


@pytest.mark.parametrize(
    ("program", "event"),
    [
        (locked(), reopened(3, 0)),  # examined before the lock
        (locked(), reopened(3, 4)),  # examined after the date told
        (locked(supervised=False), reopened(3, 1, practitioner=False)),  # not after the lock
        (locked(), reopened(3, 2, practitioner=False)),  # a supervised person alone
        (running(), reopened(3, 2)),  # nothing to open
        (locked(), replace(reopened(3, 2), answers=answers()[1:])),
        (locked(), replace(reopened(3, 2), answers=answers(C3="yes"))),
        (locked(), replace(reopened(3, 2), answers=answers(C3="unsure"))),
        (locked(supervised=False), replace(reopened(3, 2, practitioner=False), answers=answers(O1="yes"))),
    ],
    ids=["early", "later", "same day alone", "supervised alone", "open", "part screen", "E", "unsure", "V alone"],
)
def test_what_does_not_reopen(program: Program, event: Reopened) -> None:
    """§13.7: a dated examination, a fresh full screen; only a practitioner where there is one."""
    with pytest.raises(Refused):
        fold(program, event)


def test_the_examination_must_come_after_every_lock() -> None:
    """§13.7: an examination says nothing of what was answered after it."""
    program = after(locked(EMERGENCY, 1), Flagged(on(5), Answer("N1", "yes", "no")))
    with pytest.raises(Refused, match="examined"):
        fold(program, reopened(6, 2))
    assert after(program, reopened(6, 5)).locks == ()


def test_the_days_closed_count_from_the_first_lock() -> None:
    """§13.7: 8-28 days: two rungs, also when the same flag was answered again in between."""
    program = after(locked(PAUSE, 1), Flagged(on(9), Answer("N2", "yes", "yes")), reopened(11, 10))
    assert program.ladder("abdominal").rung == RUNGS[2]


def test_a_closed_direction_opens_the_same_way() -> None:
    """§13.7, §13.13: a closed direction clears the same way."""
    down = (session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    program = after(begin(preference=Direction.EXTENSION), *down, screened(0))
    assert program.closed_directions == (Direction.EXTENSION,)
    assert after(program, reopened(2, 2)).closed_directions == ()


def test_reopening_answers_the_questions_due() -> None:
    """§13.7: a fresh full screen."""
    program = after(locked(), DayPassed(on(20)), reopened(20, 20))
    assert plan(program).ask == ()
    assert program.missed == 0


def test_what_phase_1_does_not_open_is_climbed_again() -> None:
    """§13.7, §13.18: re-opened in phase 1, the way forward starts at the lowest rung of what each phase opens."""
    program = after(locked(), reopened(40, 40))
    assert program.ladder("hip").rung == -1
    assert program.phase_since == on(40)
    forward = adjusted(program, "phase", "phase", 2, day=40)
    assert forward.ladder("hip").rung == places("HIP01")[0]
    again = adjusted(adjusted(program, "phase", "phase", 2, day=40), "phase", "phase", 3, day=40)
    assert KNOWLEDGE.ladder("hip").rungs[again.ladder("hip").rung].exercise == "HIP01"
