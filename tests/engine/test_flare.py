"""Flares: noticing one and the ramp back (clinical.md §4, §13.17, §13.27, R7)."""

import pytest

from backstride.engine.decision import Kind
from backstride.engine.event import Event, FlareReported
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from tests.engine.builders import (
    HARD,
    RED,
    after,
    begin,
    fold,
    green_days,
    kinds,
    morning,
    of,
    on,
    plan,
    planned,
    report,
    screened,
    session,
    settled,
    walk,
)


def calm(days: int = 5) -> Program:
    """A program after some calm days, leg 2 and back 2 each morning."""
    return after(begin(), *green_days(0, days - 1))


def tapped(day: int = 5) -> Program:
    """A flare told on a day after calm ones, its questions answered."""
    return after(calm(day), FlareReported(on(day)), screened(day))


@pytest.mark.parametrize(
    ("mornings", "opened"),
    [
        ([(4, 2, True), (4, 2, True)], True),
        ([(2, 4, True), (2, 4, True)], True),
        ([(4, 2, True), (2, 4, True)], True),
        ([(4, 2, True)], False),  # one check-in is not enough
        ([(4, 2, True), (3, 2, True)], False),  # not 2 above
        ([(4, 2, False), (4, 2, True)], False),  # the usual day was not limited
        ([(4, 2, True), (None, None, True)], False),
        ([(None, None, True), (4, 2, True)], False),
    ],
)
def test_a_flare_is_noticed(mornings: list[tuple[int | None, int | None, bool]], opened: bool) -> None:
    """§13.27: leg or back ≥ 2 above its 7-day median on two check-ins in a row with usual activity limited."""
    told = [
        morning(5 + place, leg=leg, back=back, limited=limited) for place, (leg, back, limited) in enumerate(mornings)
    ]
    program, made = fold(calm(), *told)
    assert (program.flare is not None) is opened
    assert ((Kind.FLARE_OPENED, "flare") in kinds(made)) is opened


def test_two_check_ins_in_a_row_may_have_a_day_between_them() -> None:
    """§13.27 says check-ins in a row, and a person in a flare may skip one."""
    program = after(calm(), morning(5, leg=5, limited=True), screened(5), morning(7, leg=5, limited=True))
    assert program.flare is not None


def test_the_baseline_is_the_median_before_the_flare() -> None:
    """§13.27: baseline = that median; the mornings of the flare are not in it."""
    program = after(begin(), morning(1), morning(2, leg=6, limited=True), screened(2), morning(3, leg=6, limited=True))
    assert program.flare is not None
    assert (program.flare.leg, program.flare.back) == (2, 2)


def test_tapped_opens_at_once_and_asks() -> None:
    """§3: questions at every flare; §4: or user taps."""
    program, made = fold(calm(), FlareReported(on(5)))
    assert kinds(made)[-2:] == [(Kind.FLARE_OPENED, "flare"), (Kind.ASKED, "flags")]
    today = plan(program)
    assert "C1" in today.ask and today.session is None and today.ease and today.walk is not None


@pytest.mark.parametrize(
    ("flare_day", "has_session", "has_relief"),
    [
        (0, False, False),
        (1, False, True),
        (2, False, True),
        (3, True, True),
        (5, True, True),
        (7, True, True),
        (8, True, True),
    ],
)
def test_what_each_day_of_the_ramp_gives(flare_day: int, has_session: bool, has_relief: bool) -> None:
    """§4: day 0 ease and short walks; 1-2 directional relief only; 3-4 half; 5-7 three quarters; then all."""
    program = tapped()
    told = [morning(5 + day) for day in range(1, flare_day + 1)]
    today = plan(after(program, *told, *([screened(12)] if flare_day == 7 else [])), None)
    if flare_day == 8:
        today = plan(after(program, *told[:7], screened(12), *told[7:]))
    assert (today.session is not None) is has_session
    assert bool(today.relief) is has_relief
    assert today.walk is not None


def test_shares_of_the_plan() -> None:
    """§4: 50 % on days 3-4, 75 % on days 5-7; sets first, then repetitions (§13.19)."""
    full = {item.exercise: item.dose for item in _items(calm())}
    half = {item.exercise: item.dose for item in _items(after(tapped(), morning(8)))}
    most = {item.exercise: item.dose for item in _items(after(tapped(), morning(10)))}
    for exercise in set(full) & set(half) & set(most):
        volumes = [dose.sets * dose.reps for dose in (half[exercise], most[exercise], full[exercise])]
        assert volumes == sorted(volumes)
    assert half["COR01"].reps == 5 and most["COR01"].reps == 7


def _items(program: Program) -> tuple[object, ...]:
    found = plan(program).session
    assert found is not None
    return found.items


def test_the_ramp_ends_on_day_8_and_pauses_progress_for_a_week() -> None:
    """§4: then 100 %, pausing progress one week."""
    program, made = fold(tapped(), *[morning(day) for day in range(6, 13)], screened(12), morning(13))
    assert program.flare is None
    assert [one.on for one in of(made, Kind.FLARE_ENDED)] == [on(13)]
    assert program.locks == ()
    _, made = fold(program, *green_days(13, 21))
    assert [one.on for one in of(made, Kind.PROGRESSED) if one.on < on(20)] == []
    assert of(made, Kind.PROGRESSED)


def test_not_back_near_the_baseline_by_day_7_goes_to_the_practitioner() -> None:
    """§4, §13.27: not ≤ baseline + 1 by day 7 → practitioner."""
    well = after(tapped(), *[morning(day, leg=3) for day in range(6, 13)], screened(12), morning(13, leg=3))
    assert well.locks == ()
    sore = after(tapped(), *[morning(day, leg=4) for day in range(6, 13)], screened(12), morning(13, leg=4))
    assert [one.urgency for one in sore.locks] == [Urgency.PAUSE]


def test_repeated_steps_do_not_put_the_review_off() -> None:
    """§4: by day 7, however often a step was repeated."""
    told: list[Event] = []
    for day in range(8, 14):
        told += [morning(day, leg=5), *([screened(12)] if day == 12 else []), session(day, HARD), settled(day, False)]
    program = after(tapped(), morning(6, leg=5), screened(6), morning(7, leg=5), *told, morning(14, leg=5))
    assert [one.urgency for one in program.locks] == [Urgency.PAUSE]


def test_amber_repeats_the_step_and_red_goes_back_one() -> None:
    """§13.17."""
    ramping = after(tapped(), *[morning(day) for day in (6, 7, 8)])
    assert ramping.flare is not None and ramping.flare.step == 2
    held, made = fold(ramping, session(8, HARD))
    assert (Kind.HELD, "flare") in kinds(made)
    assert held.flare is not None and held.flare.step == 2
    repeated = after(held, morning(9), morning(10))
    assert repeated.flare is not None and repeated.flare.step == 2
    back, made = fold(ramping, session(8, RED))
    assert [(one.before, one.after) for one in of(made, Kind.FLARE_STEPPED)] == [(2, 1)]
    assert back.locks == ()


def test_two_reds_in_the_ramp_are_a_review_instead_of_a_stop() -> None:
    """§13.17: this holds instead of Stop."""
    ramping = after(tapped(), *[morning(day) for day in (6, 7, 8)])
    once = after(ramping, session(8, RED), settled(8, False), screened(8))
    told = [morning(day) for day in (9, 10, 11)]
    twice = after(once, *told, session(11, RED))
    assert [(one.urgency, one.flag) for one in twice.locks] == [(Urgency.PAUSE, "flare/ramp")]


def test_walks_of_the_ramp_are_colored() -> None:
    """§13.17: from day 3 colors compare with day 2; only walks after a red color nothing (§13.10)."""
    ramping = after(tapped(), *[morning(day) for day in (6, 7, 8)])
    program = after(ramping, walk(8, 6, RED))
    assert program.flare is not None and program.flare.step == 1


def test_tapped_again_during_the_ramp() -> None:
    """§13.27: back to day 0 once, then review."""
    ramping = after(tapped(), *[morning(day) for day in (6, 7, 8)])
    once, made = fold(ramping, FlareReported(on(8)))
    assert once.flare is not None and once.flare.step == 0 and once.locks == ()
    assert planned(after(once, screened(8))) == []
    assert (Kind.FLARE_OPENED, "flare") not in kinds(made)
    assert [one.urgency for one in after(once, FlareReported(on(9))).locks] == [Urgency.PAUSE]


@pytest.mark.parametrize(("days", "reviewed"), [((5, 25, 45), True), ((5, 30, 60), True), ((5, 35, 61), False)])
def test_the_third_flare_in_8_weeks_is_a_review(days: tuple[int, ...], reviewed: bool) -> None:
    """§4, §13.27: count by onset; third in 8 weeks: progress stops, review."""
    program = begin(supervised=False)
    for day in days:
        program = after(program, morning(day), FlareReported(on(day)), screened(day, full=True))
        program = after(program, *[morning(day + more) for more in range(1, 10)])
    assert bool([one for one in program.locks if one.urgency is Urgency.PAUSE]) is reviewed


def test_a_lasting_sign_on_the_first_day_stays_on_the_first_day() -> None:
    """§13.17: red goes back one; there is none before day 0."""
    program = after(tapped(), session(5, report(weakness=True)))
    assert program.flare is not None and program.flare.step == 0 and program.flare.reds == 1
