"""Riding or water walking in the walk's place (clinical.md §2.8, §5, §13.22, §13.24)."""

from typing import Any

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Event, Flagged, FlareReported
from backstride.engine.program import Program
from tests.engine.builders import (
    CAUSES,
    DISC,
    HOUSEHOLD,
    KNOWLEDGE,
    PHASES,
    RED,
    STENOSIS,
    adjusted,
    after,
    begin,
    fold,
    followed,
    in_phase,
    morning,
    of,
    on,
    places,
    plan,
    report,
    screened,
    session,
    settled,
    walk,
)

GYM = (*HOUSEHOLD, "bike", "pool")
RIDE = {"bike": "AER03", "water": "AER04"}


def rides(program: Program, last: int) -> list[int]:
    """The days of a followed plan on which a ride takes the walk's place."""
    return [day for day, (_, told) in enumerate(followed(program, 0, last)) if told.ride is not None]


def wanting(aerobic: str, cause: str = DISC, phase: int = 2, **found: Any) -> Program:
    """A person alone who asked for this instead of walking, with bike and pool at hand."""
    return in_phase(cause, phase, **{"aerobic": aerobic, "kit": GYM, "supervised": False, **found})


@pytest.mark.parametrize("aerobic", ["bike", "water"])
def test_the_ride_takes_the_place_of_the_walk(aerobic: str) -> None:
    """§13.22 an aerobic ladder in every program; §13.24 for those who cannot walk."""
    today = plan(wanting(aerobic))
    assert today.ride is not None and today.walk is None
    assert (today.ride.ladder, today.ride.exercise, today.ride.purpose) == (aerobic, RIDE[aerobic], "aerobic")
    assert today.no_walk is not None and today.no_walk.rule == "aerobic/ride"
    assert [one.rule for one in today.ride.reasons] == ["aerobic/ride"]
    assert today.session is not None and RIDE[aerobic] not in [item.exercise for item in today.session.items]


def test_the_bike_five_days_a_week_and_water_three_not_in_a_row() -> None:
    """§2.8: AER03 3-5 a week, AER04 2-3 a week."""
    assert rides(wanting("bike"), 13) == [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
    assert rides(wanting("water"), 13) == [0, 2, 4, 7, 9, 11]


def test_days_without_a_ride_ask_for_no_walk_either() -> None:
    """§2.8: days off; there is a session that day (§13.28)."""
    days = [told for _, told in followed(wanting("water"), 0, 6)]
    assert days[1].ride is None and days[1].walk is None and days[1].session is not None
    assert days[1].no_walk is not None and ("today", "rest") in days[1].no_walk.facts


@pytest.mark.parametrize(("aerobic", "kit"), [("bike", HOUSEHOLD), ("water", (*HOUSEHOLD, "bike")), ("walk", GYM)])
def test_what_is_not_at_hand_or_not_asked_for_is_not_given(aerobic: str, kit: tuple[str, ...]) -> None:
    """§13.25: missing kit → a substitute: the walk."""
    today = plan(wanting(aerobic, kit=kit))
    assert today.ride is None and today.walk is not None


def test_a_bike_before_its_phase_is_a_walk() -> None:
    """§2.8 AER03: D if sitting is tolerated, on its menu from phase 2."""
    assert plan(wanting("bike", phase=1)).ride is None and plan(wanting("bike", phase=1)).walk is not None
    assert plan(wanting("bike", STENOSIS, phase=1)).ride is not None


@pytest.mark.parametrize("phase", PHASES)
def test_stenosis_rides_every_other_day(phase: int) -> None:
    """§5: alternate days bike 5→30 min, for those who have one."""
    program = in_phase(STENOSIS, phase, kit=GYM, supervised=False)
    assert rides(program, 5) == [1, 3, 5]
    for day in range(6):
        today = plan(program, day)
        assert (today.walk is None) is (today.ride is not None)
    assert rides(in_phase(STENOSIS, phase, supervised=False), 5) == []


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause != STENOSIS])
def test_nobody_else_rides_without_asking(cause: str) -> None:
    """§5: a walk is the rule."""
    assert rides(in_phase(cause, 4, kit=GYM, supervised=False), 3) == []


STOPS: dict[str, tuple[Event, ...]] = {
    "withheld": (session(0, RED), screened(0)),
    "flare": (FlareReported(on(1)), screened(1)),
    "high pain": (morning(1, leg=8), screened(1)),
    "pause": (Flagged(on(1), Answer("N2", "yes", "no")),),
}


@pytest.mark.parametrize("why", STOPS)
def test_no_ride_on_a_day_without_a_session(why: str) -> None:
    """§4: easy walking and comfort positions; a ride is training."""
    today = plan(after(wanting("bike", supervised=True), *STOPS[why]), 1)
    assert today.session is None and today.ride is None
    assert today.walk is not None and (today.walk.easy or why == "pause")


def test_a_lock_stops_rides_too() -> None:
    """§13.6: lock (E/U): no exercise."""
    today = plan(after(wanting("bike", supervised=True), Flagged(on(1), Answer("C1", "yes"))))
    assert today.ride is None and today.walk is None


def ridden(program: Program, day: int, completed: int = 100) -> Program:
    """The program after a ride of a day."""
    return after(program, morning(day), session(day, report(completed=completed), ("AER03",)), settled(day))


@pytest.mark.parametrize(("completed", "minutes"), [(100, 5), (60, 3), (10, 1)])
def test_its_minutes_are_aerobic_minutes(completed: int, minutes: int) -> None:
    """§13.24: "walks" = any aerobic minutes for those who cannot walk."""
    program = ridden(wanting("bike"), 0, completed)
    assert (program.today.walked, program.today.walk_done) == (minutes, True)
    assert program.today.sessions == 0


def test_a_ride_beside_other_exercises_is_a_session() -> None:
    """§13.10: every session and every walk gets its own color."""
    for exercises in (("AER03", "COR01"), ("COR01",)):
        program = after(wanting("bike"), session(0, exercises=exercises))
        assert program.today.sessions == 1 and program.today.walked == 0


def test_riders_pass_the_gates_of_walkers() -> None:
    """§13.24: 1→2 takes any aerobic minutes for those who cannot walk."""
    program = begin(STENOSIS, aerobic="bike", kit=GYM)
    told = [event for day in range(1, 4) for event in (morning(day, leg=3), session(day, exercises=("AER03",)))]
    assert [one.after for one in of(fold(program, *told, morning(4, leg=3))[1], Kind.PHASE_PROPOSED)] == [2]
    still = [morning(day, leg=3) for day in range(1, 5)]
    assert of(fold(program, *still)[1], Kind.PHASE_PROPOSED) == []


def test_the_ride_rises_by_its_ladder_and_the_walk_does_not() -> None:
    """§5: 5→30 min; §13.18: three green sessions that contain the ladder."""
    program = wanting("bike")
    for day in range(9):
        if day == 7:
            program = after(program, screened(7))
        program = ridden(program, day)
    first, second = places("AER03")[:2]
    assert program.ladder("bike").rung >= second > first
    assert program.walk.level == begin().walk.level
    assert program.missed == 0


def test_a_ride_is_no_rest_day() -> None:
    """§13.28: a rest day is a date with no walk and no exercise done."""
    program = wanting("bike")
    for day in range(4):
        program = ridden(program, day)
    assert after(program, DayPassed(on(4))).missed == 0


def test_a_removed_bike_is_not_ridden() -> None:
    """R2: the practitioner removes."""
    program = adjusted(in_phase(STENOSIS, 2, kit=GYM), "remove", "bike")
    assert plan(program, 1).ride is None and plan(program, 1).walk is not None


def test_both_a_walk_and_a_ride_are_colored() -> None:
    """§13.10; §13.16: the walk of a stenosis by its own scale, the ride by the session's."""
    program = in_phase(STENOSIS, 2, kit=GYM)
    _, made = fold(program, session(1, report(leg=(1, 4)), ("AER03",)), walk(1, 14, report(leg=(1, 4))))
    assert [(one.subject, one.after) for one in of(made, Kind.COLORED)] == [("session", "red"), ("walk", "green")]


def test_every_rung_of_a_ride_has_its_minutes() -> None:
    """§2.8, §5: bike and water 5→30 min."""
    for name in RIDE:
        seconds = [rung.dose.hold for rung in KNOWLEDGE.ladder(name).rungs]
        assert seconds == sorted(seconds) and (seconds[0], seconds[-1]) == (300, 1800)
