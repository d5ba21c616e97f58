"""The morning's check-in, in order of safety (clinical.md §3, §13.2, §13.24; architecture: red flag first)."""

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import CheckedIn, Event, FlareReported
from backstride.engine.values import Site, Urgency
from tests.engine.builders import (
    CAUSES,
    after,
    begin,
    fold,
    green_days,
    kinds,
    morning,
    of,
    on,
    plan,
    screened,
    session,
)


@pytest.mark.parametrize(
    ("event", "asks"),
    [
        (morning(1, leg=5, back=4), False),  # 1 above the assessment's 4 and 3
        (morning(1, leg=6), True),
        (morning(1, back=5), True),
        (morning(1, leg=2, site=Site.CALF), True),
        (morning(1, leg=2, site=Site.THIGH), False),
        (morning(1, leg=2, site=Site.BUTTOCK), False),
        (morning(1, leg=1, site=Site.CALF), True),
        (CheckedIn(on(1)), False),
    ],
)
def test_a_jump_in_pain_asks_the_safety_questions(event: Event, asks: bool) -> None:
    """§13.2: pain ≥ 2 above the last check-in, or leg symptoms worsen; before the first, the assessment."""
    _, made = fold(begin(), event)
    assert ((Kind.ASKED, "flags") in kinds(made)) is asks


def test_the_jump_is_measured_from_the_last_answer() -> None:
    """§13.2: above the last check-in, however long ago; a missing answer is not a zero."""
    program = after(begin(), morning(1, leg=2), morning(2, leg=None, back=2))
    assert (Kind.ASKED, "flags") in kinds(fold(program, morning(3, leg=4))[1])
    program = after(begin(), morning(1, leg=6), screened(1), morning(2, leg=None, back=2))
    assert (Kind.ASKED, "flags") not in kinds(fold(program, morning(3, leg=6))[1])


@pytest.mark.parametrize(
    ("sites", "leg", "paused"),
    [
        ((Site.BUTTOCK, Site.CALF, Site.CALF), 3, True),
        ((Site.BUTTOCK, Site.CALF, Site.FOOT), 3, True),
        ((Site.BACK, Site.BUTTOCK, Site.BUTTOCK), 2, True),
        ((Site.BUTTOCK, Site.CALF, Site.BUTTOCK), 3, False),
        ((Site.BUTTOCK, Site.BUTTOCK, Site.CALF), 3, False),
        ((Site.CALF, Site.CALF, Site.CALF), 3, False),
        ((Site.NOWHERE, Site.BACK, Site.BACK), 3, False),  # not buttock or lower
        ((Site.BUTTOCK, Site.CALF, Site.CALF), 1, False),  # hurts less than 2
        ((Site.BUTTOCK, Site.CALF, None), 3, False),
    ],
)
def test_pain_further_down_for_over_a_day_pauses(sites: tuple[Site | None, ...], leg: int, paused: bool) -> None:
    """§3 pause and refer: distal site moves down and stays > 24 h; §13.13: buttock or lower, hurting ≥ 2."""
    program = begin(leg=3)
    for day, site in enumerate(sites, start=1):
        program = after(program, morning(day, leg=leg, site=site))
    assert [one.urgency for one in program.locks] == ([Urgency.PAUSE] if paused else [])


def test_a_flare_noticed_this_morning_lets_nothing_rise() -> None:
    """architecture: red flag > stop > flare > red > amber > green."""
    told = (*green_days(0, 5), morning(6, leg=3, limited=True))
    program = after(begin(), *told)
    _, made = fold(program, morning(7, leg=5, limited=True))
    assert of(made, Kind.PROGRESSED) == []


@pytest.mark.parametrize("cause", CAUSES)
def test_the_check_in_is_due_until_it_is_answered(cause: str) -> None:
    """experience: one obvious next step."""
    program = begin(cause)
    assert plan(program, 1).check_in_due
    assert not plan(after(program, morning(1))).check_in_due


def test_limited_twice_without_more_pain_is_no_flare() -> None:
    """§13.27: both conditions."""
    program = after(begin(), *green_days(0, 4), morning(5, limited=True), morning(6, limited=True))
    assert program.flare is None


def test_a_flare_is_not_opened_twice() -> None:
    """§13.27."""
    program = after(begin(), *green_days(0, 4), FlareReported(on(5)), screened(5))
    _, made = fold(program, morning(6, leg=6, limited=True), screened(6), morning(7, leg=6, limited=True))
    assert of(made, Kind.FLARE_OPENED) == []


def test_a_green_morning_closes_a_green_day() -> None:
    """§13.10."""
    program, made = fold(begin(), session(0), morning(1))
    assert program.day(1).closed and program.day(1).bouts == ()
    assert [one.after for one in of(made, Kind.COLORED)] == ["green"]
