"""Choosing a session: few exercises, every family, each ladder in its turn (clinical.md §1.4, §8, §13.18-25)."""

from itertools import pairwise
from typing import Any

import pytest

from backstride.engine.event import Event
from backstride.engine.plan import DayPlan, Item
from backstride.engine.program import Program
from backstride.engine.rungs import open_rungs, standing
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    RED,
    adjusted,
    after,
    begin,
    followed,
    green_days,
    in_phase,
    morning,
    on,
    plan,
    planned,
    screened,
    session,
    settled,
)


def items(program: Program, day: int | None = None) -> tuple[Item, ...]:
    """The items of a day's session."""
    found = plan(program, day).session
    return found.items if found else ()


@pytest.fixture(scope="module")
def fortnights() -> dict[tuple[str, int], list[tuple[Program, DayPlan]]]:
    """Two weeks in each cause and phase in which everything planned is done: each evening's program and its plan."""
    return {
        (cause, phase): list(followed(in_phase(cause, phase, kit=KNOWLEDGE.kit), 0, 13))
        for cause in CAUSES
        for phase in PHASES
    }


Fortnights = dict[tuple[str, int], list[tuple[Program, DayPlan]]]


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_a_short_session_of_few_exercises(cause: str, phase: int, fortnights: Fortnights) -> None:
    """§1.4, §8, §13.22: six exercises at most, 20 minutes at most, none twice."""
    sessions = [told.session for _, told in fortnights[cause, phase]]
    assert all(sessions)
    for one in sessions:
        assert one is not None
        chosen = one.items
        assert 1 <= len(chosen) <= 6
        assert one.seconds == sum(item.seconds for item in chosen) <= 20 * 60
        assert len({item.exercise for item in chosen}) == len(chosen)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_a_session_is_not_too_short_either(cause: str, phase: int, fortnights: Fortnights) -> None:
    """§1.4: 10-20 minutes; shorter only where six exercises are reached, or nothing else is open that day."""
    for program, told in fortnights[cause, phase]:
        assert told.session is not None
        if told.session.seconds < 10 * 60 and len(told.session.items) < 6:
            given = {item.ladder for item in told.session.items}
            assert [name for name in could_be_done(program, told) if name not in given] == []


def could_be_done(program: Program, told: DayPlan) -> list[str]:
    """Ladders that stand on a rung and, if strength work, were not done the day before or 3 times in 7 days."""
    found = []
    for state in program.ladders:
        purpose = KNOWLEDGE.ladder(state.ladder).purpose
        if purpose in ("relief", "aerobic", "hamstring", "nerve"):
            continue  # their place in the day, or the gate, decides
        ago = [(told.on - day).days for day in state.practised if day < told.on]
        tired = purpose in ("strength", "functional") and (1 in ago or sum(one < 7 for one in ago) >= 3)
        if standing(state, open_rungs(program, state.ladder, KNOWLEDGE)) is not None and not tired:
            found.append(state.ladder)
    return found


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_program_holds_its_families(cause: str, phase: int, fortnights: Fortnights) -> None:
    """§13.22, R9-R12: hamstring, abdominal, back or hip, and stretch, in the mildest form or waiting with a reason."""
    plans = [told for _, told in fortnights[cause, phase]]
    given = {item.purpose for told in plans if told.session for item in told.session.items}
    waiting = {KNOWLEDGE.ladder(one.ladder).purpose for told in plans for one in told.waiting}
    for purpose in ("hamstring", "abdominal", "strength", "stretch"):
        assert purpose in given | waiting, purpose
    assert all(told.walk or told.ride for told in plans)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_open_ladder_has_its_turn(cause: str, phase: int, fortnights: Fortnights) -> None:
    """§1.4 names each exercise, §8 keeps sessions few: the rest take turns, each within two weeks."""
    days = fortnights[cause, phase]
    done = {item.ladder for _, told in days if told.session for item in told.session.items}
    program = days[0][0]
    found = KNOWLEDGE.cause(cause)
    apart = {"relief", "aerobic"} | ({"nerve"} - {purpose for asks in found.asks for purpose in asks})
    for state in program.ladders:
        rungs = KNOWLEDGE.ladder(state.ladder).rungs
        places = open_rungs(program, state.ladder, KNOWLEDGE)
        of_this_phase = {rungs[place].exercise for place in places} & found.menus[phase - 1]
        if (
            of_this_phase
            and standing(state, places) is not None
            and KNOWLEDGE.ladder(state.ladder).purpose not in apart
        ):
            assert state.ladder in done, state.ladder


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_strength_work_has_days_between(cause: str, phase: int, fortnights: Fortnights) -> None:
    """§1.4: strength 2-3 non-consecutive days: no ladder on two days in a row, none more than 3 days in 7."""
    days: dict[str, list[int]] = {}
    for number, (_, told) in enumerate(fortnights[cause, phase]):
        for item in told.session.items if told.session else ():
            if item.purpose in ("strength", "functional"):
                days.setdefault(item.ladder, []).append(number)
    for ladder, found in days.items():
        assert all(later - earlier > 1 for earlier, later in pairwise(found)), ladder
        assert all(sum(first <= day < first + 7 for day in found) <= 3 for first in found), ladder


def test_strength_work_that_rests_says_so() -> None:
    """§13.22: waiting with its reason: the one strength ladder of a person who did it yesterday."""
    program = after(in_phase("pregnancy", 2), session(0, exercises=("BRG01", "HIP01", "COR08")), morning(1))
    waiting = {one.ladder: one.reason for one in plan(program).waiting}
    assert waiting["bridge"].rule == "choosing/strength_days"
    assert waiting["bridge"].facts == (("last done", str(on(0))),)


@pytest.mark.parametrize(
    ("cause", "found", "ladder", "rule"),
    [
        ("spinal-stenosis", {}, "hip", "choosing/choose"),  # comes in phase 2
        ("spinal-stenosis", {}, "back-extensor", "choosing/choose"),
        ("pregnancy", {"weeks": 30, "kit": ()}, "hamstring", "denial/denied"),  # lying; no chair for the seated one
        (DISC, {"contraindications": ("knee", "shoulder", "dizzy-on-back"), "kit": ()}, "abdominal", "denial/denied"),
    ],
)
def test_why_a_ladder_waits(cause: str, found: dict[str, Any], ladder: str, rule: str) -> None:
    """§13.22: waiting with its reason: not yet on the menu, or denied in every form that is at hand."""
    waiting = {one.ladder: one.reason.rule for one in plan(begin(cause, **found)).waiting}
    assert waiting[ladder] == rule


def test_what_was_done_today_does_not_change_today() -> None:
    """§1.4 days between, counted from yesterday: looking again after the session shows the same session."""
    for program, told in followed(in_phase(DISC, 3, supervised=False), 0, 3):
        assert told.session is not None
        assert planned(program) == [item.exercise for item in told.session.items]


def test_waiting_says_why() -> None:
    """§13.22: waiting with its reason."""
    found = plan(in_phase(DISC, 1)).waiting
    assert found and all(one.reason.rule and one.reason.facts for one in found)


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


@pytest.mark.parametrize("kit", [(), ("chair",), ("wall", "band")])
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("cause", CAUSES)
def test_kit_that_is_not_there_is_not_asked_for(cause: str, phase: int, kit: tuple[str, ...]) -> None:
    """§13.25: missing kit → easier form, substitute, or skipped."""
    for _, told in followed(in_phase(cause, phase, kit=kit, supervised=False), 0, 3):
        for item in told.session.items if told.session else ():
            assert KNOWLEDGE.exercise(item.exercise).forms[item.form].kit <= set(kit)


def test_what_the_practitioner_removed_is_not_chosen() -> None:
    """R2: the practitioner adds, removes and locks."""
    program = adjusted(begin(), "remove", "abdominal")
    assert "COR01" not in planned(program)
    assert "COR01" in planned(adjusted(program, "restore", "abdominal"))


@pytest.mark.parametrize("cause", CAUSES)
def test_the_same_inputs_give_the_same_choice(cause: str) -> None:
    """The engine has no chance in it."""
    events: tuple[Event, ...] = green_days(0, 6, cause=cause)
    once, again = after(in_phase(cause, 3), *events), after(in_phase(cause, 3), *events)
    assert [plan(once, day) for day in range(7, 12)] == [plan(again, day) for day in range(7, 12)]
