"""Choosing a session and the relief doses (clinical.md §1.4, §8, §13.19-25)."""

from typing import Any

import pytest

from backstride.engine.choosing import sides_of
from backstride.engine.event import Adjusted, Event
from backstride.engine.plan import Item
from backstride.engine.program import Program
from backstride.engine.values import Direction, Side, Site
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
    planned,
    report,
    screened,
    session,
    settled,
)

CAUSES = (DISC, STENOSIS)
PHASES = (1, 2, 3, 4)


def in_phase(cause: str, phase: int, **found: Any) -> Program:
    """A program in a phase."""
    return after(begin(cause, **found), Adjusted(on(0), "Robin Vale", "phase", "phase", phase))


def items(program: Program, day: int | None = None) -> tuple[Item, ...]:
    """The items of a day's session."""
    found = plan(program, day).session
    return found.items if found else ()


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("day", range(4))
def test_a_short_session_of_few_exercises(cause: str, phase: int, day: int) -> None:
    """§1.4, §8, §13.22: six exercises at most, 20 minutes at most, none twice."""
    chosen = items(in_phase(cause, phase), day)
    assert 1 <= len(chosen) <= 6
    assert sum(item.seconds for item in chosen) <= 20 * 60
    assert len({item.exercise for item in chosen}) == len(chosen)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_program_holds_its_families(cause: str, phase: int) -> None:
    """§13.22, R9-R12: hamstring, abdominal, back or hip, and stretch, in the mildest form or waiting with a reason."""
    program = in_phase(cause, phase)
    given = {item.purpose for day in range(4) for item in items(program, day)}
    waiting = {KNOWLEDGE.ladder(one.ladder).purpose for day in range(4) for one in plan(program, day).waiting}
    for purpose in ("hamstring", "abdominal", "strength", "stretch"):
        assert purpose in given | waiting, purpose


def test_waiting_says_why() -> None:
    """§13.22: waiting with its reason."""
    found = plan(in_phase(DISC, 1)).waiting
    assert found and all(one.reason.rule and one.reason.facts for one in found)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("preference", [None, *Direction])
def test_relief_by_the_direction_that_eases(cause: str, phase: int, preference: Direction | None) -> None:
    """§1.4 bias: D extension only if recorded, S flexion, neither against its deny-list; at most 8 doses a day."""
    given = plan(in_phase(cause, phase, preference=preference)).relief
    directions = {KNOWLEDGE.exercise(one.exercise).direction for one in given}
    wanted = {DISC: Direction.EXTENSION, STENOSIS: Direction.FLEXION}[cause]
    assert directions <= {Direction.NEUTRAL, wanted}
    if cause == DISC and preference is not Direction.EXTENSION:
        assert directions <= {Direction.NEUTRAL}
    assert all(1 <= one.per_day <= 8 for one in given)


def test_relief_starts_with_the_mildest() -> None:
    """§1.4 D: REL01→02→03."""
    assert [one.exercise for one in plan(begin(preference=Direction.EXTENSION)).relief] == ["REL01"]
    assert [one.exercise for one in plan(begin(STENOSIS)).relief] == ["REL07"]
    assert [one.exercise for one in plan(begin()).relief] == ["REL06"]


def test_a_closed_direction_leaves_relief_without_one() -> None:
    """§13.13, §13.22: relief without direction."""
    down = session(0, report(site_after=Site.CALF), ("REL01",))
    program = after(begin(preference=Direction.EXTENSION), down, settled(0, False, Site.CALF), screened(0))
    assert [one.exercise for one in plan(program, 2).relief] == ["REL06"]


@pytest.mark.parametrize("level", [6, 7])
@pytest.mark.parametrize("part", ["leg", "back"])
def test_high_pain_takes_the_menu_of_phase_1(level: int, part: str) -> None:
    """§4: ≥ 6 in back or leg → phase 1 menu only."""
    program = after(in_phase(DISC, 3), morning(1, **{part: level}), screened(1))
    first = KNOWLEDGE.cause(DISC).menus[0]
    assert planned(program) and set(planned(program)) <= first
    relaxed = after(program, morning(2, leg=3, back=3))
    assert not set(planned(relaxed)) <= first


def test_high_pain_at_the_assessment_counts_before_the_first_check_in() -> None:
    """§13.11 "first days: the value given at the start"; §4 high baselines."""
    assert planned(begin(leg=9)) == []
    assert set(planned(in_phase(DISC, 3, leg=6))) <= KNOWLEDGE.cause(DISC).menus[0]


def test_a_missing_answer_does_not_bring_the_hard_menu_back() -> None:
    """architecture.md: missing answers hold."""
    program = after(in_phase(DISC, 3), morning(1, leg=7), screened(1), morning(2, leg=None, back=2))
    assert set(planned(program)) <= KNOWLEDGE.cause(DISC).menus[0]


def test_after_a_red_the_next_two_sessions_are_shorter() -> None:
    """§13.19: less 30 % (sets, then reps) for two sessions."""
    program = after(begin(), session(0, RED), settled(0, False), screened(0), morning(1), morning(2))
    full = {item.exercise: item.dose for item in items(begin())}
    for item in items(program):
        assert item.dose == full[item.exercise].reduced(0.7)
    program = after(program, session(2), settled(2), morning(3), session(3), settled(3), morning(4))
    assert all(item.dose == KNOWLEDGE.ladder(item.ladder).rungs[item.rung].dose for item in items(program))


def test_the_change_is_shown_on_its_day() -> None:
    """experience: what changed today, and why."""
    program = after(begin(), *green_days(0, 2, exercises=("COR01",)), morning(3))
    changed = {item.ladder: item.change for item in items(program)}
    assert changed["abdominal"] == 1
    assert all(change == 0 for ladder, change in changed.items() if ladder != "abdominal")
    assert all(item.change == 0 for item in items(program, 4))


@pytest.mark.parametrize(
    ("handling", "side", "expected"),
    [
        ("none", Side.LEFT, ()),
        ("both", Side.LEFT, ("left", "right")),
        ("both", Side.RIGHT, ("right", "left")),
        ("painful", Side.RIGHT, ("right",)),
        ("painful", Side.BOTH, ("right", "left")),
    ],
)
def test_sides(handling: str, side: Side, expected: tuple[str, ...]) -> None:
    """§13.25: stretches both, painful first; nerve work painful side; strength both."""
    assert sides_of(handling, side) == expected


@pytest.mark.parametrize("phase", PHASES)
def test_kit_that_is_not_there_is_not_asked_for(phase: int) -> None:
    """§13.25: missing kit → easier form, substitute, or skipped."""
    for cause in CAUSES:
        program = in_phase(cause, phase, kit=())
        for day in range(4):
            assert all(not KNOWLEDGE.exercise(one).kit for one in planned(program, day))


@pytest.mark.parametrize("what", ["remove"])
def test_what_the_practitioner_removed_is_not_chosen(what: str) -> None:
    """R2: the practitioner adds, removes and locks."""
    program = after(begin(), Adjusted(on(0), "Robin Vale", what, "abdominal"))
    assert "COR01" not in planned(program)
    assert "COR01" in planned(after(program, Adjusted(on(0), "Robin Vale", "restore", "abdominal")))


def test_the_same_inputs_give_the_same_choice() -> None:
    """The engine has no chance in it."""
    events: tuple[Event, ...] = green_days(0, 6)
    assert plan(after(begin(), *events), 7) == plan(after(begin(), *events), 7)
