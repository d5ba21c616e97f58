"""Taking in sessions, walks, later answers and mornings (clinical.md §4, §13.10-12)."""

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import CheckedIn, DayPassed, Event, FlareReported, SessionDone
from backstride.engine.evidence import usual_morning
from backstride.engine.values import Color, Refused, Settled, Site
from tests.engine.builders import (
    CAUSES,
    HARD,
    KNOWLEDGE,
    RED,
    STENOSIS,
    after,
    begin,
    fold,
    kinds,
    last_color,
    morning,
    of,
    on,
    report,
    screened,
    session,
    settled,
    walk,
)


def test_every_session_and_every_walk_gets_its_own_color() -> None:
    """§13.10: a day's color is its worst."""
    program, made = fold(begin(), session(0), walk(0, 14, HARD), session(0))
    assert [(one.subject, one.after) for one in of(made, Kind.COLORED)] == [
        ("session", "green"),
        ("walk", "hard-amber"),
        ("session", "green"),
    ]
    assert program.today.color is Color.HARD_AMBER


def test_a_color_is_provisional_until_the_next_morning() -> None:
    """§13.10: a next-morning answer belongs to the date of the session before it."""
    program, made = fold(begin(), session(0), settled(0), morning(1, leg=6), screened(1))
    assert [(one.after, one.on) for one in of(made, Kind.COLORED)] == [("green", on(0)), ("red", on(0))]
    assert program.day(1).color is Color.RED
    assert program.day(0).color is None


def test_one_bad_session_with_its_morning_is_one_red_day() -> None:
    """§13.10: no Stop from a red session followed by a bad morning."""
    program, made = fold(begin(), session(0, RED), settled(0, False), morning(1, leg=6))
    assert program.day(1).color is Color.RED and program.day(0).color is None
    assert program.locks == ()
    assert len(of(made, Kind.REDUCED)) == 1


def test_a_morning_that_nobody_answered_makes_it_soft_amber() -> None:
    """§4: missing answers are amber; the date is closed when its morning is over."""
    program, made = fold(begin(), session(0), settled(0), DayPassed(on(2)))
    assert last_color(made) == "soft-amber"
    assert program.day(2).closed


def test_a_late_morning_changes_nothing_any_more() -> None:
    """§13.10: the next morning's answer counts, not that of the day after."""
    _, made = fold(begin(), session(0), settled(0), morning(2, leg=6))
    assert "red" not in [one.after for one in of(made, Kind.COLORED)]


def test_a_second_check_in_on_a_morning_counts_nothing_twice() -> None:
    """§13.18: a green session counts once."""
    once = after(begin(), session(0), settled(0), morning(1))
    twice = after(once, morning(1))
    assert [state.greens for state in once.ladders] == [state.greens for state in twice.ladders]


def test_the_answer_an_hour_later_belongs_to_the_last_bout_of_its_kind() -> None:
    """§13.15."""
    program = after(begin(), session(0), walk(0), settled(0, False, walk=True))
    assert [(bout.walk, bout.report.settled) for bout in program.today.bouts] == [(False, None), (True, False)]
    with pytest.raises(Refused, match="session"):
        fold(begin(), settled(0))
    with pytest.raises(Refused, match="walk"):
        fold(begin(), session(0), settled(0, walk=True))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (settled(0, True), "green"),
        (settled(0, False), "soft-amber"),
        (settled(0, True, tingling=True), "red"),
        (settled(0, False, Site.CALF), "red"),
    ],
)
def test_what_the_hour_after_says(later: Event, expected: str) -> None:
    """§4, §13.12-13: settled within the hour, lasting tingling, further down for over 30 minutes."""
    _, made = fold(begin(), session(0), later)
    assert last_color(made) == expected


@pytest.mark.parametrize("cause", CAUSES)
def test_the_walk_of_each_cause_has_its_rule(cause: str) -> None:
    """§13.16: stenosis walks have their own scale."""
    _, made = fold(begin(cause), walk(0, 14, report(leg=(1, 4))))
    rule = "color/stenosis_walk" if cause == STENOSIS else "color/walk"
    colored = of(made, Kind.COLORED)
    assert [one.reason.rule for one in colored] == [rule]
    assert colored[0].after == ("green" if cause == STENOSIS else "red")


@pytest.mark.parametrize(
    ("legs", "usual"),
    [
        ((), 4),  # the value given at the start
        ((2,), 2),
        ((2, 6, 3), 3),
        ((9, 9, 2, 2, 2, 2, 2, 2, 2), 2),  # the last 7 only
        ((2, None, 2, None, 5), 2),
        ((2, 4), 3),
    ],
)
def test_the_usual_morning(legs: tuple[int | None, ...], usual: int) -> None:
    """§13.11: median of the last 7 answered mornings outside flares; first days: the value given at the start."""
    program = begin(leg=4)
    for day, leg in enumerate(legs, start=1):
        program = after(program, morning(day, leg=leg))
    assert usual_morning(after(program, DayPassed(on(len(legs) + 1))), KNOWLEDGE).leg == usual


def test_mornings_of_a_flare_are_not_usual() -> None:
    """§13.11: outside flares."""
    program = after(begin(), *[morning(day, leg=2) for day in range(1, 6)], FlareReported(on(6)), screened(6))
    program = after(program, *[morning(day, leg=8) for day in (6, 7, 8)])
    while program.flare is not None:
        program = after(program, DayPassed(on((program.on - on(0)).days + 1)))
    assert usual_morning(program, KNOWLEDGE).leg == 2


def test_a_flare_tapped_in_the_morning_does_not_wash_yesterday_clean() -> None:
    """§13.10, §13.17: the flare suspends colors on its own days 0-2; yesterday's red stays red."""
    program = after(begin(), session(0, RED), FlareReported(on(1)), morning(1))
    assert program.day(1).color is Color.RED


def test_the_first_days_of_a_flare_color_only_lasting_signs() -> None:
    """§13.17: flare suspends colors on days 0-2; a site moving down, weakness and lasting numbness still act."""
    flaring = after(begin(), FlareReported(on(1)), screened(1))
    for day in (1, 2, 3):
        program = after(flaring, session(day, RED))
        assert program.today.color is Color.GREEN
        assert after(program, morning(day + 1)).day(1).color is Color.GREEN
    assert after(flaring, session(1, report(weakness=True))).today.color is Color.RED
    assert after(flaring, session(1), settled(1, tingling=True)).today.color is Color.RED


def test_from_day_3_of_a_flare_colors_compare_with_day_2() -> None:
    """§13.17."""
    flaring = after(begin(), FlareReported(on(1)), screened(1), morning(2, leg=7), morning(3, leg=6))
    program = after(flaring, morning(4, leg=6), session(4, report(leg=(5, 5))), settled(4), morning(5, leg=6))
    assert program.day(1).color is not Color.RED
    program = after(flaring, morning(4, leg=6), session(4, report(leg=(5, 5))), settled(4), morning(5, leg=8))
    assert program.day(1).color is Color.RED


def test_worst_is_the_days_highest_answer() -> None:
    """§13.24."""
    program = after(
        begin(), morning(1, leg=2, back=5), session(1, report(leg=(3, 4))), walk(1, 14, report(back=(2, 6)))
    )
    assert (program.today.worst_leg, program.today.worst_back) == (4, 6)


def test_relief_alone_is_no_session_toward_a_rise() -> None:
    """§13.18: relief doses do not count; only what the session contained does."""
    program = after(begin(), session(0, exercises=("COR01",)), settled(0), morning(1))
    assert {state.ladder for state in program.ladders if state.greens} == {"abdominal"}


def test_an_exercise_that_does_not_exist_is_refused() -> None:
    """Facts name exercises that exist."""
    with pytest.raises(Refused, match="XYZ99"):
        fold(begin(), SessionDone(on(0), report(), ("XYZ99",)))


def test_shorter_sessions_are_counted_down_by_sessions() -> None:
    """§13.19: 30 % less for two sessions."""
    program, made = fold(begin(), session(0, RED), settled(0, False))
    assert [(kind, subject) for kind, subject in kinds(made) if kind is Kind.REDUCED] == [(Kind.REDUCED, "session")]
    assert program.reduced == 2
    program = after(program, morning(1), screened(1), morning(2), session(2), settled(2))
    assert program.reduced == 1
    assert after(program, morning(3), session(3)).reduced == 0


def test_settling_over_an_hour_is_remembered() -> None:
    """§13.15, §13.20: told an hour later, in the morning, or with the report itself."""
    later = after(begin(), session(0), settled(0, False))
    told = after(begin(), session(0, report(settled=False)))
    assert later.today.slow and told.today.slow
    overnight = after(begin(), session(0), CheckedIn(on(1), 2, 2, Site.THIGH, Settled.WITHIN_DAY, False, False))
    assert overnight.day(1).slow


def test_the_usual_back_is_its_own_median() -> None:
    """§13.11."""
    program = begin(back=5)
    assert usual_morning(after(program, DayPassed(on(1))), KNOWLEDGE).back == 5
    program = after(program, morning(1, back=1), morning(2, back=None), morning(3, back=2), morning(4, back=4))
    assert usual_morning(after(program, DayPassed(on(5))), KNOWLEDGE).back == 2


def test_the_last_green_minutes_are_those_of_an_ordinary_day() -> None:
    """§13.31: half of the last green minutes; easy walks after a red are not what the person can do."""
    program = after(begin(), morning(0), walk(0, 24), morning(1), session(1, RED), screened(1), morning(2), walk(2, 6))
    program = after(program, morning(3), walk(3, 40, HARD), morning(4))
    assert program.walk.last_green == 24
