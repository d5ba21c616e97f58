"""Phase gates, forward and back (clinical.md §1.4, §13.24, §13.26)."""

from typing import Any

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted, DayPassed, Event, Flagged, FlareReported, Measured, Taught
from backstride.engine.program import Program
from backstride.engine.values import Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    HARD,
    after,
    begin,
    fold,
    green_day,
    green_days,
    in_phase,
    morning,
    of,
    on,
    report,
    screened,
    session,
    walk,
)


def proposals(program: Program, *events: Event) -> list[tuple[int, int | str]]:
    """(day, phase) of each proposal."""
    made = of(fold(program, *events)[1], Kind.PHASE_PROPOSED)
    return [((one.on - on(0)).days, one.after) for one in made]


def days(legs: list[int | None], minutes: int = 10, site: Site = Site.THIGH, **more: Any) -> list[Event]:
    """Mornings with these leg scores from day 1, and a walk each day."""
    told: list[Event] = []
    for day, leg in enumerate(legs, start=1):
        told += [morning(day, leg=leg, site=site, **more)]
        if minutes:
            told.append(walk(day, minutes, report(leg=(leg, leg), settled=True)))
    return told


@pytest.mark.parametrize(
    ("legs", "expected"),
    [
        ([3, 3, 3, 3], [(3, 2)]),
        ([5, 5, 5, 5], [(3, 2)]),
        ([3, 3], []),
        ([3, None, 3, 3], [(3, 2)]),  # the last three answered days, the first one among them
        ([3, None, None, 3], [(4, 2)]),
        ([3, 4, 5], []),  # rising
        ([4, 4, 3], [(3, 2)]),
    ],
)
def test_from_calm_to_restore(legs: list[int | None], expected: list[tuple[int, int]]) -> None:
    """§1.4: worst leg ≤ 5 and not rising for 3 days; §13.24: from day 3, last 3 answered days."""
    assert proposals(begin(leg=4, supervised=True), *days(legs))[:1] == expected


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ({"minutes": 4}, True),
        ({"minutes": 0}, True),
        ({"minutes": 5}, False),
        ({"back": 6}, True),
        ({"back": 5}, False),
    ],
)
def test_what_holds_the_first_gate(more: dict[str, Any], held: bool) -> None:
    """§1.4: walks ≥ 5 min; §13.24: back ≤ 5."""
    found = dict(more)
    minutes = found.pop("minutes", 10)
    told = days([3, 3, 3, 3], minutes, **found)
    assert (proposals(begin(back=found.get("back", 3)), *told) == []) is held


def test_pain_that_moves_down_holds_the_first_gate() -> None:
    """§1.4: distal site stable or moving up."""
    sites = [Site.BUTTOCK, Site.BUTTOCK, Site.THIGH, Site.THIGH]
    told = [
        event for day, site in enumerate(sites, start=1) for event in (morning(day, leg=3, site=site), walk(day, 10))
    ]
    assert proposals(begin(site=Site.BUTTOCK), *told, screened(4)) == []


def test_a_person_alone_enters_at_once() -> None:
    """§13.24: automatic only for a person without a practitioner."""
    program, made = fold(begin(supervised=False), *days([3, 3, 3, 3]))
    assert program.phase == 2
    assert [one.after for one in of(made, Kind.PHASE_CHANGED)] == [2]
    supervised = after(begin(), *days([3, 3, 3, 3]))
    assert (supervised.phase, supervised.phase_proposed) == (1, 2)


def test_proposed_once() -> None:
    """§13.24: the practitioner is not asked again every morning."""
    assert proposals(begin(), *days([3] * 6)) == [(3, 2)]


def test_a_forward_phase_is_the_rise_of_the_day() -> None:
    """§13.18: one upward change a day in the whole program."""
    _, made = fold(begin(supervised=False), *green_days(0, 5, exercises=("COR01",)))
    entered = [one.on for one in of(made, Kind.PHASE_CHANGED)]
    assert len(entered) == 1
    assert entered[0] not in [one.on for one in of(made, Kind.PROGRESSED)]


def in_restore(**found: Any) -> Program:
    """A program in phase 2 whose neutral control is confirmed."""
    return after(in_phase(DISC, 2, **found), Taught(on(0), "Robin Vale", "COR03", True))


def test_from_restore_to_strengthen() -> None:
    """§1.4: leg ≤ 3, back ≤ 4 (weekly mean), ≥ 80 % of sessions done for 2 weeks, control confirmed."""
    found = proposals(in_restore(), *green_days(0, 16, leg=2))
    assert len(found) == 1 and found[0][1] == 3
    assert found[0][0] >= 14


def test_the_second_gate_needs_two_weeks() -> None:
    """§1.4: "for 2 weeks": three good days are not two weeks."""
    assert proposals(in_restore(), *green_days(0, 10, leg=1)) == []


def test_the_second_gate_needs_the_control_check() -> None:
    """§1.4: the practitioner has confirmed neutral control."""
    program = in_phase(DISC, 2)
    assert proposals(program, *green_days(0, 16, leg=1)) == []
    seen = after(program, Taught(on(0), "Robin Vale", "COR03", False))
    assert proposals(seen, *green_days(0, 16, leg=1)) == []


CONTROL = {"piriformis": "BRG01", "sacroiliac-joint": "COR01", "pregnancy": "COR08"}


@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_has_its_control_check(cause: str) -> None:
    """§13.24: COR03, or P BRG01, J COR01 on hands and knees, M COR08."""
    program, good = in_phase(cause, 2), green_days(0, 16, cause=cause, leg=1)
    for exercise in {"COR03", *CONTROL.values()}:
        form = "hands-and-knees" if exercise == "COR01" else "plain"
        seen = after(program, Taught(on(0), "Robin Vale", exercise, True, form))
        checked = exercise == CONTROL.get(cause, "COR03")
        assert bool(proposals(seen, *good)) is checked, exercise


@pytest.mark.parametrize(("missed", "held"), [((), False), ((2, 5), False), ((2, 5, 8, 11), True)])
def test_the_second_gate_needs_the_sessions(missed: tuple[int, ...], held: bool) -> None:
    """§1.4: ≥ 80 % of sessions done."""
    told: list[Event] = []
    for day in range(16):
        told += green_day(day, leg=1) if day not in missed else [morning(day, leg=1), walk(day, 20)]
    assert (proposals(in_restore(), *told) == []) is held


@pytest.mark.parametrize(("leg", "back", "held"), [(3, 4, False), (4, 2, True), (2, 5, True)])
def test_the_second_gate_needs_a_calm_week(leg: int, back: int, held: bool) -> None:
    """§1.4: weekly mean leg ≤ 3, back ≤ 4."""
    told: list[Event] = []
    for day in range(16):
        due = (screened(day),) if day and day % 7 == 0 else ()
        felt = report(leg=(leg, leg), back=(back, back))
        told += [morning(day, leg=leg, back=back), *due, session(day, felt), walk(day, 20, felt)]
    assert (proposals(in_restore(), *told) == []) is held


MEASURES = {"rmdq": (15, 9), "task-1": (3, 7), "task-2": (2, 8), "task-3": (4, 7)}


def strong(measures: dict[str, tuple[int, int]], leg: int = 1, minutes: int = 30) -> list[tuple[int, int | str]]:
    """Proposals of a program in phase 3 with these measures, first and last, after a week of walking."""
    program = in_phase(DISC, 3)
    told: list[Event] = [Measured(on(0), name, first) for name, (first, _) in measures.items()]
    for day in range(7):
        told += [morning(day, leg=leg), walk(day, minutes, report(leg=(leg, leg), settled=True))]
    told += [Measured(on(7), name, last) for name, (_, last) in measures.items()]
    return proposals(program, *told, screened(7), morning(7, leg=leg))


@pytest.mark.parametrize(
    ("changed", "leg", "minutes", "held"),
    [
        ({}, 1, 30, False),
        ({}, 2, 30, False),
        ({}, 3, 30, True),
        ({}, 1, 29, True),
        ({"rmdq": (10, 8)}, 1, 30, True),  # less than 30 %
        ({"rmdq": (10, 7)}, 1, 30, False),
        ({"rmdq": (4, 4)}, 1, 30, False),  # or ≤ 4
        ({"task-1": (3, 5)}, 1, 30, True),
        ({"task-1": (3, 6)}, 1, 30, False),  # up 3
        ({"task-1": (9, 7)}, 1, 30, False),  # at 7
    ],
)
def test_from_strengthen_to_maintain(changed: dict[str, tuple[int, int]], leg: int, minutes: int, held: bool) -> None:
    """§1.4, §13.24: leg ≤ 2; RMDQ down ≥ 30 % or ≤ 4; three tasks ≥ 7 or each up 3; walks 30 min."""
    assert (strong({**MEASURES, **changed}, leg, minutes) == []) is held


@pytest.mark.parametrize("gone", MEASURES)
def test_a_measure_not_taken_holds(gone: str) -> None:
    """architecture: missing answers hold."""
    assert strong({name: pair for name, pair in MEASURES.items() if name != gone}) == []


def test_nothing_goes_forward_in_a_bad_week() -> None:
    """architecture: red flag > stop > flare > red > amber > green."""
    told = (*green_days(0, 2), session(3, report(leg=(2, 5))), morning(4), screened(4))
    assert [found for found in proposals(begin(), *told) if found[0] > 3] == []


def test_a_hard_day_is_not_a_reason_to_go_back() -> None:
    """§13.10: only two reds in 7 days go back."""
    program = after(in_restore(), *green_days(0, 2), session(3, HARD), morning(4), session(4, HARD), morning(5))
    assert program.phase == 2


READY = (*green_days(0, 1, leg=3), morning(2, leg=3), walk(2, 20))


@pytest.mark.parametrize(
    "why",
    [
        (Flagged(on(3), Answer("X1", "yes")),),
        (Flagged(on(3), Answer("N2", "yes", "no")),),
        (FlareReported(on(3)), screened(3)),
        (session(2, report(leg=(3, 6))), screened(2)),
    ],
    ids=["watch", "pause", "flare", "withheld"],
)
def test_what_bars_the_way_forward(why: tuple[Event, ...]) -> None:
    """§1.4 gate: no red flag; architecture: red flag > stop > flare > red."""
    assert proposals(begin(), *READY, morning(3, leg=3)) == [(3, 2)]
    assert proposals(begin(), *READY, *why, morning(3, leg=3)) == []


def test_the_week_after_a_flare_bars_the_way_forward() -> None:
    """§4: pausing progress one week."""
    program = after(begin(), FlareReported(on(0)), screened(0), *green_days(1, 8, leg=3))
    assert program.flare is None
    assert [day for day, _ in proposals(program, *green_days(9, 20, leg=3))] == [15]


@pytest.mark.parametrize(("answered", "held"), [(4, False), (3, True)])
def test_a_week_needs_four_answered_days(answered: int, held: bool) -> None:
    """§13.24: weekly mean needs ≥ 4 answered days."""
    told: list[Event] = []
    for day in range(1, 16):
        due = (screened(day),) if day % 7 == 0 else ()
        quiet = report(leg=(None, None), back=(None, None))
        said = day <= 8 or day > 15 - answered
        told += [*due, morning(day, leg=1 if said else None), session(day, quiet), walk(day, 20, quiet)]
    late = [day for day, _ in proposals(in_restore(), *told) if day >= 14]
    assert (late == []) is held


def not_yet(day: int) -> Adjusted:
    """The practitioner keeps phase 1."""
    return Adjusted(on(day), "Robin Vale", "phase", "phase", 1)


def test_not_yet_keeps_the_phase_and_its_date_and_asks_again_after_a_week() -> None:
    """Proposed: "not yet" is not the same as entering the phase again."""
    program = begin(leg=4, supervised=True)
    answers = [screened(7)]
    told = [*days([3, 3, 3]), not_yet(3), *days([3] * 14)[6:]]
    told = sorted([*told, *answers], key=lambda event: event.on)
    assert [day for day, _ in proposals(program, *told)] == [3, 10]
    assert after(program, *told).phase_since == program.phase_since


@pytest.mark.parametrize(
    "event",
    [session(4, report(leg=(3, 7))), FlareReported(on(4)), DayPassed(on(8))],
    ids=["red", "flare", "three quiet days"],
)
def test_what_withdraws_the_proposal(event: Event) -> None:
    """§4: red and flare come before every gate; after three quiet days it has to be earned anew."""
    proposed = after(begin(leg=4, supervised=True), *days([3, 3, 3]))
    assert proposed.phase_proposed == 2
    assert after(proposed, event).phase_proposed == 0
