"""Walking: the starting level, a week at each, ceilings, misses, flares (clinical.md §5, §13.31)."""

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted, Approved, DayPassed, Event, FlareReported
from backstride.engine.program import Program
from backstride.engine.values import Site
from backstride.engine.walking import starting_level
from tests.engine.builders import (
    CAUSES,
    KNOWLEDGE,
    RED,
    STENOSIS,
    after,
    begin,
    fold,
    morning,
    of,
    on,
    plan,
    report,
    screened,
    session,
    walk,
)

MINUTES = (6, 10, 14, 18, 20, 22, 25, 28, 30, 33, 36, 40, 44, 48, 52, 56, 60)
BRISK = (0, 0, 0, 0, 0, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 47)


def at_level(level: int, phase: int = 4, **found: object) -> Program:
    """A program whose practitioner set phase and walking level on day 0."""
    program = begin(**found)  # type: ignore[arg-type]
    phased = after(program, Adjusted(on(0), "Robin Vale", "phase", "phase", phase))
    return after(phased, Adjusted(on(0), "Robin Vale", "walk", "walk", level))


def weeks(days: int, minutes: int = 60, skip: tuple[int, ...] = ()) -> list[Event]:
    """Days of easy green walks, checked in and screened; none on the days skipped."""
    told: list[Event] = []
    for day in range(days + 1):
        if day and day % 7 == 0:
            told.append(screened(day, full=day % 28 == 0))
        told.append(morning(day))
        if day not in skip and day < days:
            told.append(walk(day, minutes))
    return told


def levels(program: Program, *events: Event) -> list[tuple[int, int | str]]:
    """(day, new level) of every rise of the walk."""
    made = [one for one in of(fold(program, *events)[1], Kind.PROGRESSED) if one.subject == "walk"]
    return [((one.on - on(0)).days, one.after) for one in made]


def test_the_table_of_levels() -> None:
    """§5: 17 levels, 6 minutes to 3 brisk miles."""
    assert tuple(level.minutes for level in KNOWLEDGE.walk_levels) == MINUTES
    assert tuple(level.brisk * level.brisk_minutes for level in KNOWLEDGE.walk_levels)[:-1] == BRISK
    assert KNOWLEDGE.walk_levels[16].brisk * KNOWLEDGE.walk_levels[16].brisk_minutes >= 50


@pytest.mark.parametrize(
    ("comfortable", "level"),
    [(0, 0), (5, 0), (7, 0), (8, 0), (12, 0), (13, 1), (15, 1), (18, 2), (23, 3), (25, 4), (240, 4)],
)
def test_the_start_is_at_most_80_percent_of_what_is_comfortable(comfortable: int, level: int) -> None:
    """§13.31: the highest level whose minutes are ≤ 80 % of what is comfortable; phase 1 ends at level 4."""
    assert starting_level(comfortable, 4, KNOWLEDGE) == level
    assert begin(walk_minutes=comfortable).walk.level == level


def test_a_week_at_each_level() -> None:
    """§5: ≥ 7 days per level; §13.31."""
    assert levels(at_level(0), *weeks(22)) == [(7, 1), (14, 2), (21, 3)]


@pytest.mark.parametrize(
    ("skip", "rises"), [((), True), ((2, 5), True), ((2, 4, 6), False), ((0, 1, 2, 3, 4, 5, 6), False)]
)
def test_five_of_seven_days_must_be_done(skip: tuple[int, ...], rises: bool) -> None:
    """§13.31: ≥ 5 of 7 days done."""
    assert bool(levels(at_level(2), *weeks(7, skip=skip))) is rises


@pytest.mark.parametrize(("minutes", "rises"), [(20, True), (16, True), (15, False)])
def test_a_day_is_done_at_80_percent_of_its_minutes(minutes: int, rises: bool) -> None:
    """§13.31: level 4 asks 20 minutes; 16 do."""
    assert bool(levels(at_level(4), *weeks(7, minutes))) is rises


def test_no_rise_after_a_week_with_a_red() -> None:
    """§5: advance only if no red."""
    told = weeks(7)
    assert levels(at_level(2), *told)
    spoilt = [one if one != walk(3, 60) else walk(3, 60, RED) for one in told]
    assert levels(at_level(2), *[*spoilt[:8], screened(4), *spoilt[8:]]) == []


@pytest.mark.parametrize(("phase", "ceiling"), [(1, 4), (2, 8), (3, 12), (4, 16)])
def test_ceilings_by_phase(phase: int, ceiling: int) -> None:
    """§13.31: ceilings by phase: level 4, 8, 12, 16."""
    assert levels(at_level(ceiling - 1, phase), *weeks(14))[:1] == [(7, ceiling)]
    assert levels(at_level(ceiling, phase), *weeks(14)) == []


def test_going_back_a_phase_brings_the_walk_below_its_ceiling() -> None:
    """§13.31 with §13.26: the phase's ceiling holds after a step back too."""
    program = after(at_level(8, 2), Adjusted(on(1), "Robin Vale", "phase", "phase", 1))
    walk_plan = plan(program).walk
    assert walk_plan is not None and walk_plan.level <= 4


def test_the_approved_ceiling_holds() -> None:
    """R2."""
    program = after(at_level(3), Approved(on(0), "Robin Vale", walk_ceiling=3))
    assert levels(program, *weeks(14)) == []
    lowered = after(at_level(8), Approved(on(0), "Robin Vale", walk_ceiling=5))
    assert lowered.walk.level == 5


def test_minutes_first_then_pace() -> None:
    """§5, §13.31: the a half adds the minutes, the b half the brisk bouts."""
    program = after(at_level(5), *weeks(7, 30))
    assert program.walk.level == 6
    early, late = plan(program, 8).walk, plan(after(program, screened(8)), 12).walk
    assert early is not None and late is not None
    assert (early.minutes, early.brisk * early.brisk_minutes) == (25, 3)
    assert (late.minutes, late.brisk * late.brisk_minutes) == (25, 5)


@pytest.mark.parametrize(("missed", "level"), [(2, 6), (3, 6), (7, 6), (8, 4), (27, 4)])
def test_missed_days(missed: int, level: int) -> None:
    """§5, §13.30: 3-7 days repeat the level; 8-27 back two."""
    assert after(at_level(6), walk(0, 30), DayPassed(on(missed + 1))).walk.level == level


def test_three_missed_days_start_the_week_again() -> None:
    """§5: miss 3-7 days: repeat level."""
    assert levels(at_level(2), *weeks(9, skip=(3, 4, 5))) == []


def test_after_28_missed_days_half_the_minutes() -> None:
    """§13.30: ≥ 28: half the minutes: of 30, at most 15, that is level 2."""
    program = after(at_level(8), walk(0, 30), DayPassed(on(29)))
    assert program.walk.level == 2


@pytest.mark.parametrize("cause", CAUSES)
def test_the_form_of_the_walk(cause: str) -> None:
    """§5: stenosis walks in intervals."""
    walk_plan = plan(begin(cause)).walk
    assert walk_plan is not None
    assert walk_plan.form == ("interval" if cause == STENOSIS else "continuous")


def test_the_first_days_of_a_flare_ask_half_of_the_last_green_minutes() -> None:
    """§13.31: flare days 0-2: half of the last green minutes, never below 6."""
    program = after(at_level(6), morning(0), walk(0, 24), morning(1), FlareReported(on(1)), screened(1))
    for day in (1, 2, 3):
        asked = plan(program, day).walk
        assert asked is not None and asked.easy and asked.minutes == 12 and asked.brisk == 0
    small = after(at_level(0), morning(0), walk(0, 6), morning(1), FlareReported(on(1)))
    asked = plan(small).walk
    assert asked is not None and asked.minutes == 6


def test_day_0_of_a_flare_asks_3_to_6_walks_of_2_to_5_minutes() -> None:
    """§4, flare ramp."""
    for level in (0, 1, 4, 6, 8):
        asked = plan(after(at_level(level), FlareReported(on(1)))).walk
        assert asked is not None
        assert 3 <= asked.bouts <= 6, level
        assert 2 <= asked.minutes / asked.bouts <= 5, level


@pytest.mark.parametrize("why", [(), (session(1, RED),), (FlareReported(on(1)),)], ids=["alone", "withheld", "flare"])
def test_at_8_walks_are_2_to_5_minutes(why: tuple[Event, ...]) -> None:
    """§13.29: ≥ 8: 2-5 min walks, whatever else holds."""
    asked = plan(after(at_level(6), *why, morning(2, leg=8))).walk
    assert asked is not None and asked.easy
    assert 2 <= asked.minutes / asked.bouts <= 5


def test_walks_after_a_red_are_easy_and_color_nothing() -> None:
    """§4, §13.10: 24-48 h easy walking; it colors nothing unless a lasting sign appears."""
    program = after(at_level(4), session(0, RED), morning(1), screened(1))
    asked = plan(program).walk
    assert asked is not None and asked.easy and asked.brisk == 0
    _, made = fold(program, walk(1, 10, RED))
    assert of(made, Kind.REGRESSED) == []
    program, made = fold(program, walk(1, 10, report(site_after=Site.CALF, site_later=Site.CALF)))
    assert program.today.color is not None and program.today.color.name == "RED"


def test_a_red_walk_goes_down_one_level() -> None:
    """§13.19: walk alone to blame → one level."""
    program, made = fold(at_level(4), walk(0, 20, RED))
    assert [(one.subject, one.before, one.after) for one in of(made, Kind.REGRESSED)] == [("walk", 4, 3)]
    assert of(made, Kind.REDUCED) == []
    assert program.walk.level == 3
