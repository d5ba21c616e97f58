"""Back from the last phase, and never past the highest (clinical.md §13.24, §13.26)."""

import pytest

from backstride.engine.decision import Decisions, Kind
from backstride.engine.event import Adjusted, DayPassed, Event, FlareReported
from backstride.engine.program import Program
from tests.engine.builders import (
    CAUSES,
    DISC,
    HARD,
    PREGNANCY,
    RED,
    adjusted,
    after,
    at,
    fold,
    in_phase,
    morning,
    of,
    on,
    places,
    plan,
    screened,
    session,
    walk,
)


def flaring(day: int, cause: str = DISC) -> tuple[Event, ...]:
    """A flare told on a day, its questions answered."""
    return FlareReported(on(day)), screened(day, cause)


def easy(first: int, last: int, cause: str = DISC) -> tuple[Event, ...]:
    """Mornings and short walks, screened every week."""
    told: list[Event] = []
    for day in range(first, last + 1):
        told += [screened(day, cause, full=True)] if day % 7 == 0 else []
        told += [morning(day), walk(day, 10)]
    return tuple(told)


def proposed(made: Decisions) -> list[tuple[int, int | str, int | str]]:
    """Day, phase before and phase proposed, by the rule of relapse."""
    found = [one for one in of(made, Kind.PHASE_PROPOSED) if one.reason.rule == "phase/relapse"]
    return [((one.on - on(0)).days, one.before, one.after) for one in found]


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause != PREGNANCY])
def test_the_second_flare_in_4_weeks_proposes_phase_2(cause: str) -> None:
    """§13.26: relapse in phase 4: a flare > 14 days or two in 4 weeks proposes phase 2."""
    start = after(in_phase(cause, 4), *easy(1, 3, cause), *flaring(4, cause), *easy(5, 24, cause))
    program, made = fold(start, *flaring(25, cause))
    assert proposed(made) == [(25, 4, 2)]
    assert (program.phase, program.phase_proposed) == (4, 2)
    assert "phase/relapse" in [one.rule for one in plan(program).notices]


@pytest.mark.parametrize(("second", "relapsed"), [(31, True), (32, False), (40, False)])
def test_within_4_weeks_counts_by_onset(second: int, relapsed: bool) -> None:
    """§13.26, §13.27: count by onset: 28 days later is no longer within 4 weeks."""
    start = after(in_phase(DISC, 4), *easy(1, 3), *flaring(4), *easy(5, second - 1))
    assert bool(proposed(fold(start, *flaring(second))[1])) is relapsed


@pytest.mark.parametrize("phase", [1, 2, 3])
def test_only_the_last_phase_has_relapses(phase: int) -> None:
    """§13.26: "relapse in phase 4"; before it the flare's ramp is the answer."""
    start = after(in_phase(DISC, phase), *easy(1, 3), *flaring(4), *easy(5, 20))
    program, made = fold(start, *flaring(21))
    assert proposed(made) == [] and program.phase == phase


def long_flare(program: Program) -> tuple[Program, Decisions]:
    """A flare whose steps are repeated by a hard session whenever one is given, until day 20 of it."""
    told: list[Event] = []
    program, made = fold(program, *flaring(4))
    for day in range(5, 25):
        told = [screened(day, full=True)] if day % 7 == 0 else []
        program, more = fold(program, *told, morning(day, leg=3))
        made = (*made, *more)
        given = plan(program).session
        bout = (session(day, HARD, [item.exercise for item in given.items]),) if given is not None else (walk(day, 6),)
        program, more = fold(program, *bout)
        made = (*made, *more)
    return program, made


def test_a_flare_of_more_than_14_days_proposes_phase_2() -> None:
    """§13.26: its 15th day; told once."""
    program, made = long_flare(after(in_phase(DISC, 4), *easy(1, 3)))
    assert program.flare is not None and program.flare.onset == on(4)
    assert proposed(made) == [(19, 4, 2)]


def test_a_person_alone_enters_phase_2() -> None:
    """§13.24: automatic only for a person without a practitioner; §13.18: the way forward is climbed again."""
    start = at(in_phase(DISC, 4, supervised=False), "HIP02")
    start = after(start, *easy(1, 3), *flaring(4), *easy(5, 20))
    program, made = fold(start, *flaring(21))
    assert program.phase == 2 and proposed(made) == []
    assert [(one.before, one.after) for one in of(made, Kind.PHASE_CHANGED)] == [(4, 2)]
    assert program.ladder("hip").rung == places("HIP01", form="plain")[-1]


RELAPSED = (*easy(1, 3), *flaring(4), *easy(5, 20), *flaring(21))


@pytest.mark.parametrize(
    "later",
    [
        (DayPassed(on(25)),),
        (*easy(22, 24), session(24, RED), screened(24), morning(25)),
        (FlareReported(on(23)), screened(23)),
    ],
    ids=["three quiet days", "red", "tapped again"],
)
def test_what_comes_after_does_not_withdraw_it(later: tuple[Event, ...]) -> None:
    """§13.26: a worse day is no reason to stay; only the practitioner answers it."""
    program = after(in_phase(DISC, 4), *RELAPSED, *later)
    assert program.phase_proposed == 2


@pytest.mark.parametrize(("answer", "phase"), [(2, 2), (4, 4), (3, 3)])
def test_the_practitioner_answers_it(answer: int, phase: int) -> None:
    """R2, §13.24: the phase is the practitioner's; "not yet" keeps it."""
    program = adjusted(after(in_phase(DISC, 4), *RELAPSED), "phase", "phase", answer, day=21)
    assert (program.phase, program.phase_proposed) == (phase, 0)


def test_it_is_not_proposed_twice() -> None:
    """§13.26: the practitioner is asked once."""
    _, made = fold(in_phase(DISC, 4), *RELAPSED, Adjusted(on(21), "x", "lock", "hip"), DayPassed(on(35)))
    assert proposed(made) == [(21, 4, 2)]
