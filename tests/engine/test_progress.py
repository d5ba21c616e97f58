"""Going up: three greens in a row, one change a day, never on a day that says no (clinical.md §13.18)."""

import pytest

from backstride.engine.decision import Decision, Kind, Reason
from backstride.engine.event import Adjusted, Approved, CheckedIn, Event, FlareReported, Taught
from backstride.engine.program import Program
from backstride.engine.rungs import lower
from backstride.engine.values import Color, Site
from tests.engine.builders import (
    DISC,
    HARD,
    KNOWLEDGE,
    RED,
    after,
    begin,
    fold,
    green_day,
    green_days,
    in_phase,
    morning,
    of,
    on,
    places,
    report,
    screened,
    session,
    settled,
    walk,
)


def green(day: int, *exercises: str) -> tuple[Event, ...]:
    """A morning and a green session, no walk."""
    return morning(day), session(day, exercises=exercises), settled(day)


def rises(program: Program, *events: Event) -> list[tuple[str, int, int | str]]:
    """What rose: subject, day and the new rung."""
    made = of(fold(program, *events)[1], Kind.PROGRESSED)
    return [(one.subject, (one.on - on(0)).days, one.after) for one in made]


def greens(*colors: Color) -> list[Event]:
    """Abdominal sessions, one a day from day 0, of these colors, and the morning after the last."""
    told: list[Event] = []
    for day, color in enumerate(colors):
        felt = {Color.GREEN: report(), Color.SOFT_AMBER: report(completed=40), Color.HARD_AMBER: HARD}[color]
        told += [morning(day), session(day, felt, ("COR01",)), settled(day)]
    return [*told, morning(len(colors))]


BRACES = places("COR01")
G, S, H = Color.GREEN, Color.SOFT_AMBER, Color.HARD_AMBER


@pytest.mark.parametrize(
    ("colors", "expected"),
    [
        ((G, G), []),
        ((G, G, G), [("abdominal", 3, BRACES[1])]),
        ((G, G, S), []),
        ((G, S, G, G), []),
        ((S, G, G, G), [("abdominal", 4, BRACES[1])]),
        ((G, G, H, G), []),
        ((G, G, G, G), [("abdominal", 3, BRACES[1])]),
        ((G,) * 6, [("abdominal", 3, BRACES[1]), ("abdominal", 6, BRACES[2])]),
    ],
)
def test_three_green_sessions_in_a_row(colors: tuple[Color, ...], expected: list[tuple[str, int, int]]) -> None:
    """§13.18: three green sessions in a row that contain the ladder; then the count starts again."""
    assert rises(begin(), *greens(*colors)) == expected


def test_sessions_without_the_ladder_do_not_count_and_do_not_break_the_run() -> None:
    """§13.18: "that contain the ladder"."""
    told = [
        *green(0, "COR01"),
        *green(1, "HAM01"),
        *green(2, "COR01"),
        *green(3, "HAM01"),
        *green(4, "COR01"),
        morning(5),
    ]
    assert rises(begin(), *told) == [("abdominal", 5, BRACES[1])]


def test_green_c_counts() -> None:
    """§13.18."""
    up = report(back=(2, 4), site_after=Site.BUTTOCK)
    told: list[Event] = []
    for day in range(3):
        told += [morning(day), session(day, up, ("COR01",)), settled(day, site=Site.BUTTOCK)]
    assert rises(begin(), *told, morning(3, site=Site.BUTTOCK)) == [("abdominal", 3, BRACES[1])]


def test_nerve_work_takes_six() -> None:
    """§13.18: six for nerve and loaded work."""
    program = in_phase(DISC, 2)
    five = [event for day in range(5) for event in green(day, "NRV01")]
    assert rises(program, *five, morning(5)) == []
    assert rises(program, *five, *green(5, "NRV01"), morning(6)) == [("nerve", 6, places("NRV01")[1])]


def test_one_upward_change_a_day_walking_included() -> None:
    """§13.18: one upward change a day in the whole program, walking included; the longest waiting first."""
    found = rises(begin(), *green_days(0, 15, exercises=("COR01", "HAM01", "MOB06")))
    days = [day for _, day, _ in found]
    assert len(days) == len(set(days))
    assert {"abdominal", "hamstring", "calf", "walk"} <= {subject for subject, _, _ in found}


def test_never_more_than_one_rung() -> None:
    """§13.18."""
    made = of(fold(begin(), *green_days(0, 20))[1], Kind.PROGRESSED)
    assert made and all(int(one.after) - int(one.before) == 1 for one in made)


EARNED = (*green(0, "COR01"), *green(1, "COR01"), *green(2, "COR01"))


@pytest.mark.parametrize(
    "why",
    [
        (FlareReported(on(3)), screened(3), morning(3)),
        (morning(3, leg=6),),
        (morning(3, back=6),),
        (screened(3, X1="no", full=False, N2="yes"), morning(3)),
        (CheckedIn(on(3)),),
        (morning(3, leg=None, back=None),),
    ],
    ids=["flare", "leg 6", "back 6", "a red flag", "nothing answered", "pain not answered"],
)
def test_days_on_which_nothing_rises(why: tuple[Event, ...]) -> None:
    """§13.18, architecture: red flag > stop > flare > red > amber > green; missing answers hold."""
    assert rises(begin(), *EARNED, *why) == []


def test_a_red_day_rises_nothing_else() -> None:
    """§4 Red: nothing rises on the red date or on the withheld one after it, not even a ladder not practised."""
    program = after(begin(), *green(0, "COR01", "HAM01"), *green(1, "COR01", "HAM01"), *green(2, "COR01", "HAM01"))
    told = (session(3, RED, ("COR01",)), settled(3, False), morning(3), morning(4), screened(4), morning(4))
    assert rises(program, *told) == []


def test_an_empty_morning_raises_neither_a_waiting_ladder_nor_the_walk() -> None:
    """architecture.md: missing answers hold. The walk has earned its level; nothing at all was answered."""
    walked = [
        event for day in range(8) for event in (morning(day, leg=3), walk(day, 30, report(leg=(3, 3), settled=True)))
    ]
    early = [event for event in walked if not (isinstance(event, CheckedIn) and event.on == on(7))]
    assert [found[1] for found in rises(begin(), *early, screened(7), morning(8, leg=3))] == [8]
    assert rises(begin(), *early, screened(7), CheckedIn(on(8))) == []


def test_nothing_rises_before_approval() -> None:
    """R2: the practitioner approves first."""
    assert rises(begin(approved=False), *green_days(0, 6)) == []


def test_the_ceiling_holds_and_the_practitioner_is_told_once() -> None:
    """R2: never past what was approved; HELD names the ceiling."""
    program = after(begin(), Approved(on(0), "Robin Vale", (("abdominal", 0),)))
    _, made = fold(program, *green_days(0, 8, exercises=("COR01",)))
    assert [one for one in of(made, Kind.PROGRESSED) if one.subject == "abdominal"] == []
    held: list[Decision] = [one for one in of(made, Kind.HELD) if one.subject == "abdominal"]
    assert len(held) == 1 and ("ceiling", 0) in held[0].reason.facts


def test_a_locked_or_removed_ladder_does_not_rise() -> None:
    """R2: the practitioner locks and removes."""
    for what in ("lock", "remove"):
        program = after(begin(), Adjusted(on(0), "Robin Vale", what, "abdominal"))
        assert rises(program, *EARNED, morning(3)) == []


def test_a_stopped_ladder_returns_at_its_lowest_rung_after_three_greens() -> None:
    """§13.19."""
    stopped = _stopped()
    assert stopped.ladder("abdominal").resting == 3
    told = [event for day in range(1, 4) for event in green(day, "HAM01")]
    assert of(fold(stopped, *told)[1], Kind.RETURNED) == []
    program, made = fold(stopped, *told, morning(4))
    assert [(one.subject, one.after) for one in of(made, Kind.RETURNED)] == [("abdominal", BRACES[0])]
    assert program.ladder("abdominal").resting == 0


def _stopped() -> Program:
    """The abdominal ladder at its bottom, blamed once more."""
    bottom = after(begin(), green(0, "COR01")[0])
    return lower(bottom, "abdominal", 2, Reason("response/red"), KNOWLEDGE)[0]


def test_a_practitioners_phase_change_is_the_rise_of_the_day() -> None:
    """§13.18: one upward change a day in the whole program."""
    program = after(begin(), *EARNED, Adjusted(on(3), "Robin Vale", "phase", "phase", 2))
    assert rises(program, morning(3)) == []


def test_teaching_raises_nothing() -> None:
    """R16: taught opens harder forms; evidence alone raises."""
    assert rises(begin(), *green_day(0), Taught(on(1), "Robin Vale", "COR03", True), morning(1)) == []
