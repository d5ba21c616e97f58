"""What a color changes: down, withheld, asked, closed, stopped (clinical.md §4, §13.10-13, §13.19)."""

import pytest

from backstride.engine.decision import Decisions, Kind
from backstride.engine.event import Adjusted, Event, Report
from backstride.engine.program import Program
from backstride.engine.values import Direction, Site, Urgency
from tests.engine.builders import (
    HARD,
    RED,
    STENOSIS,
    after,
    at,
    begin,
    fold,
    kinds,
    morning,
    of,
    on,
    places,
    plan,
    planned,
    report,
    screened,
    session,
    settled,
    walk,
)

DOWN = {"site_after": Site.CALF}


BRACES = places("COR01")


def raised(step: int = 2) -> Program:
    """The brace raised to one of its rungs on day 0, so that it is what changed last."""
    return at(begin(), "COR01", step)


def lowered(made: Decisions) -> list[tuple[str, int | str, int | str]]:
    """What went down, from and to."""
    return [(one.subject, one.before, one.after) for one in of(made, Kind.REGRESSED)]


@pytest.mark.parametrize("day", [0, 1, 3])
def test_red_goes_two_rungs_down_on_what_changed_in_the_last_3_days(day: int) -> None:
    """§13.19."""
    program, made = fold(raised(), session(day, RED))
    assert lowered(made) == [("abdominal", BRACES[2], BRACES[0])]
    assert program.reduced == 0


def test_red_with_nothing_changed_shortens_the_session() -> None:
    """§13.19: several or none → the whole session less 30 % for two sessions."""
    for program in (begin(), raised()):
        changed, made = fold(program, session(4, RED))
        assert lowered(made) == [] and [one.after for one in of(made, Kind.REDUCED)] == [2]
        assert changed.reduced == 2


def test_red_with_several_changed_shortens_the_session() -> None:
    """§13.19."""
    program = at(raised(), "HAM01", 1)
    _, made = fold(program, session(1, RED))
    assert lowered(made) == [] and len(of(made, Kind.REDUCED)) == 1


def test_a_changed_ladder_that_was_not_practised_is_not_to_blame() -> None:
    """§13.19: the ladder blamed is one of this session."""
    _, made = fold(raised(), session(1, RED, ("HAM01",)))
    assert lowered(made) == [] and len(of(made, Kind.REDUCED)) == 1


def test_the_exercise_that_hurt_is_blamed_where_nothing_changed() -> None:
    """§4: stop that exercise; the one that hurt is known even though it was not finished."""
    _, made = fold(raised(), walk(2), session(4, RED, ("HAM01",), hurt=("COR01",)))
    assert lowered(made) == [("abdominal", BRACES[2], BRACES[0])]


def test_at_the_bottom_the_blamed_ladder_stops() -> None:
    """§13.19."""
    program = after(raised(1), session(0, RED))
    assert program.ladder("abdominal").rung == BRACES[0]
    _, made = fold(begin(), session(0, RED, ("HAM01",), hurt=("COR01",)))
    assert (Kind.STOPPED, "abdominal") in kinds(made)


def test_after_a_red_no_session_for_a_day() -> None:
    """§13.19: no session for 24 h; easy walking and comfort positions (§4)."""
    program = after(begin(), session(0, RED), screened(0))
    tomorrow = plan(program, 1)
    assert tomorrow.session is None
    assert tomorrow.no_session is not None and tomorrow.no_session.rule == "response/red"
    assert tomorrow.walk is not None and tomorrow.walk.easy and tomorrow.ease
    assert plan(program, 2).session is not None


def test_relief_doses_go_on_the_day_after_a_red() -> None:
    """§13.10: "relief doses prescribed for the day after a red"."""
    program = after(begin(preference=Direction.EXTENSION), session(0, RED), screened(0))
    assert [one.exercise for one in plan(program, 1).relief] == ["REL01"]


@pytest.mark.parametrize("felt", [RED, report()], ids=["red at once", "red by its morning"])
def test_two_days_when_the_morning_was_worse(felt: Report) -> None:
    """§13.19: 48 h if the morning was worse."""
    program = after(begin(), session(0, felt), morning(1, leg=6), screened(1))
    assert plan(program, 2).session is None
    assert plan(program, 3).session is not None


def test_withheld_days_are_not_missed() -> None:
    """§13.19: withheld and locked days never count as missed."""
    program = after(begin(), session(0, RED), screened(0), morning(2))
    assert program.missed == 0


def test_red_asks_and_notifies() -> None:
    """§4: ask N1 and C1-C5; notify."""
    _, made = fold(begin(), session(0, RED))
    assert (Kind.ASKED, "flags") in kinds(made)
    assert (Kind.NOTIFIED, "practitioner") in kinds(made)


def test_one_red_date_steps_down_once() -> None:
    """§13.10: two red sessions on a date are one red day."""
    program, made = fold(raised(), session(0, RED), session(0, RED), settled(0, False), morning(1, leg=6))
    assert lowered(made) == [("abdominal", BRACES[2], BRACES[0])]
    assert program.locks == ()


def test_a_red_walk_does_not_excuse_a_red_session() -> None:
    """§13.19: walk *alone* to blame → one level; the session's ladder is answered in either order."""
    for events in ((walk(0, 14, RED), session(0, RED)), (session(0, RED), walk(0, 14, RED))):
        assert ("abdominal", BRACES[2], BRACES[0]) in lowered(fold(raised(), *events)[1])


HARDS = {
    "2nd in 7 days": ((0, HARD), (6, HARD)),
    "8 days apart": ((0, HARD), (7, HARD)),
    "soft ones between": ((0, HARD), (1, report(completed=40)), (2, report(completed=40))),
    "soft only": ((0, report(completed=40)), (1, report(leg=(5, 5)))),
    "three": ((0, HARD), (2, HARD), (4, HARD)),
    "four": ((0, HARD), (2, HARD), (4, HARD), (6, HARD)),
}


@pytest.mark.parametrize(
    ("name", "downs"),
    [("2nd in 7 days", 1), ("8 days apart", 0), ("soft ones between", 0), ("soft only", 0), ("three", 1), ("four", 2)],
)
def test_the_second_hard_amber_in_7_days(name: str, downs: int) -> None:
    """§4, §13.12: only hard ones count; after a step down the count restarts."""
    told: list[Event] = []
    for day, felt in HARDS[name]:
        told += [morning(day), session(day, felt), settled(day, False), morning(day + 1)]
    _, made = fold(begin(), *told)
    assert len([one for one in made if one.reason.rule == "response/second_amber"]) == downs


def test_second_amber_goes_one_rung_down_on_what_changed() -> None:
    """§13.19: second hard amber one."""
    _, made = fold(raised(), session(0, HARD), morning(1), session(1, HARD))
    assert lowered(made) == [("abdominal", BRACES[2], BRACES[1])]


def test_the_count_restarts_after_the_step_down_of_a_red() -> None:
    """§13.12: after a step down the count restarts, whichever color stepped down."""
    told = (session(0, HARD), morning(1), session(1, RED), morning(2), screened(2), session(4, HARD))
    _, made = fold(begin(), *told)
    assert [one for one in made if one.reason.rule == "response/second_amber"] == []


def test_amber_turned_red_steps_down_two_in_all() -> None:
    """§13.19: the morning makes it red: two rungs for that date, not three."""
    program = after(raised(2), session(0, HARD), morning(1))
    program, made = fold(program, session(1, HARD), settled(1, False), morning(2, leg=6))
    assert lowered(made) == [("abdominal", BRACES[2], BRACES[1]), ("abdominal", BRACES[1], BRACES[0])]


@pytest.mark.parametrize(
    "events",
    [
        (session(0, report(**DOWN), ("REL01", "COR01")), settled(0, False, Site.CALF)),
        (session(0, report(leg=(2, 5), **DOWN), ("REL01",)), settled(0, False, Site.CALF)),
        (session(0, report(**DOWN), ("REL01",)), morning(1, site=Site.CALF)),
        (session(0, report(**DOWN), ("COR01",), hurt=("REL01",)), settled(0, False, Site.CALF)),
    ],
    ids=["later answer", "red already", "still there next morning", "the exercise that was stopped"],
)
def test_pain_that_stays_further_down_closes_the_direction(events: tuple[Event, ...]) -> None:
    """§13.13, H6: stays > 30 min → red, and that direction closes until a practitioner clears it."""
    program, made = fold(begin(preference=Direction.EXTENSION), *events)
    assert program.closed_directions == (Direction.EXTENSION,)
    assert (Kind.CLOSED, "extension") in kinds(made)
    assert not {"REL01", "REL02", "REL03", "REL04"} & {one.exercise for one in plan(program, 5).relief}


def test_pain_that_comes_back_within_half_an_hour_closes_nothing() -> None:
    """§13.12-13."""
    program = after(begin(), session(0, report(**DOWN), ("REL01",)), settled(0, True, Site.THIGH), morning(1))
    assert program.closed_directions == ()


def test_the_other_direction_stays_open() -> None:
    """§13.13: that direction only."""
    done = session(0, report(**DOWN), ("REL07",))
    program = after(begin(STENOSIS), done, settled(0, False, Site.CALF))
    assert program.closed_directions == (Direction.FLEXION,)
    assert "REL06" in planned(after(program, screened(1, STENOSIS)), 2) or plan(program, 2).session is None


def test_two_red_dates_in_a_row_stop() -> None:
    """§13.10: Stop = level V with red-flag questions at once."""
    program, made = fold(begin(), session(0, RED), morning(1), session(1, RED))
    assert [(one.urgency, one.flag) for one in program.locks] == [(Urgency.PAUSE, "response/two_reds_in_a_row")]
    assert (Kind.LOCKED, "response/two_reds_in_a_row") in kinds(made)
    today = plan(program)
    assert today.session is None and today.walk is not None and "C1" in today.ask


def test_stop_also_when_the_earlier_date_turns_red_last() -> None:
    """§13.10: the morning that makes yesterday red may be told after today's red."""
    program = after(begin(), session(0), session(1, RED), morning(1, leg=6))
    assert [one.flag for one in program.locks] == ["response/two_reds_in_a_row"]


def test_easy_walks_after_a_red_do_not_stop() -> None:
    """§13.10: walks beyond the easy ones prescribed count; these color nothing."""
    program = after(begin(), session(0, RED), morning(1), walk(1, 10, RED))
    assert program.locks == ()


@pytest.mark.parametrize(("gap", "phase"), [(2, 1), (6, 1), (7, 2)])
def test_two_reds_in_7_days_go_back_a_phase(gap: int, phase: int) -> None:
    """§1.4, §13.10: two in 7 days, not in a row = previous phase and notify."""
    program = after(begin(), Adjusted(on(0), "Robin Vale", "phase", "phase", 2), session(0, RED), screened(0))
    program, made = fold(program, session(gap, RED))
    assert program.phase == phase
    assert program.locks == ()
    if phase == 1:
        assert (Kind.NOTIFIED, "practitioner") in kinds(made)


def test_in_phase_1_two_reds_hold_and_notify() -> None:
    """§13.10: in phase 1: hold."""
    program, made = fold(begin(), session(0, RED), screened(0), session(3, RED))
    assert program.phase == 1
    assert (Kind.HELD, "phase") in kinds(made)


def test_once_per_pair() -> None:
    """§13.10: a third red does not use the second one again."""
    program = after(begin(), Adjusted(on(0), "Robin Vale", "phase", "phase", 3))
    program = after(program, session(0, RED), screened(0), session(2, RED), screened(2), session(4, RED))
    assert program.phase == 2


@pytest.mark.parametrize("level", [8, 9, 10])
def test_pain_of_8_gives_no_session(level: int) -> None:
    """§4, §13.29: ≥ 8: no session; positions of ease, red-flag questions."""
    program, made = fold(begin(), morning(1, leg=level))
    assert (Kind.WITHHELD, "session") in kinds(made) and (Kind.ASKED, "flags") in kinds(made)
    today = plan(after(program, screened(1)))
    assert today.session is None and today.relief == () and today.ease
    assert today.no_session is not None and today.no_session.rule == "response/high_pain"


def test_pain_of_8_on_the_third_day_is_a_review() -> None:
    """§13.29: third day: review."""
    two = after(begin(), *[event for day in (1, 2) for event in (morning(day, leg=8), screened(day))])
    assert two.locks == ()
    three = after(two, morning(3, leg=8), screened(3))
    assert [one.urgency for one in three.locks] == [Urgency.PAUSE]
