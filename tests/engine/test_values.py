"""Small values: their order, their limits and what a reduced dose is."""

import pytest

from backstride.engine.assessment import Answer, Diagnosis
from backstride.engine.event import Adjusted, CheckedIn, Declared, Report, SettledAnswered, Walked
from backstride.engine.values import Color, Dose, Refused, Site, Urgency
from tests.engine.builders import assessment, on


def test_sites_run_down_the_leg() -> None:
    """§4: 0 none, 1 back, 2 buttock, 3 thigh, 4 calf, 5 foot."""
    assert [site.name for site in sorted(Site)] == ["NOWHERE", "BACK", "BUTTOCK", "THIGH", "CALF", "FOOT"]


def test_red_is_the_worst_color_and_both_greens_count() -> None:
    """§4: Red > Amber > Green; Green-C counts as green (§13.18)."""
    assert max(Color) is Color.RED
    assert [color for color in Color if color.is_green] == [Color.GREEN, Color.GREEN_C]


def test_only_emergency_and_same_day_lock() -> None:
    """§3: E and U lock, V pauses, W goes on."""
    assert [urgency for urgency in Urgency if urgency.locks] == [Urgency.SAME_DAY, Urgency.EMERGENCY]


@pytest.mark.parametrize(
    ("dose", "sets", "reps", "hold"),
    [(Dose(3, 10), 2, 10, 0), (Dose(2, 10), 1, 10, 0), (Dose(1, 10, 5), 1, 7, 5), (Dose(1, 1, 300), 1, 1, 210)],
)
def test_thirty_percent_less_takes_sets_first_then_repetitions(dose: Dose, sets: int, reps: int, hold: int) -> None:
    """§13.19: less 30 %: sets, then repetitions, then the hold of a single one; never less than one of each."""
    less = dose.reduced(0.7)
    assert (less.sets, less.reps, less.hold) == (sets, reps, hold)


def test_a_bout_takes_holds_movement_and_rests_on_each_side() -> None:
    """Two sets of 4 held 10 s with 4 s of movement, 30 s between, on two sides: 2*2*4*14 + 3*30."""
    assert Dose(2, 4, 10).seconds(pace=4, sides=2) == 224 + 90


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: Dose(0, 1), "sets"),
        (lambda: Dose(1, 61), "reps"),
        (lambda: Dose(1, 1, 3601), "hold"),
        (lambda: Dose(1, 1, rest=-1), "rest"),
        (lambda: Dose(1, 1, per_day=0), "per_day"),
        (lambda: CheckedIn(on(0), leg=11), "leg"),
        (lambda: CheckedIn(on(0), back=-1), "back"),
        (lambda: Report(peak_leg=11), "peak_leg"),
        (lambda: Report(effort=True), "effort"),
        (lambda: Report(completed=101), "completed"),
        (lambda: Walked(on(0), 0), "minutes"),
        (lambda: Walked(on(0), 10, brisk_minutes=11), "brisk_minutes"),
        (lambda: Walked(on(0), 10, ease=-1), "ease"),
        (lambda: Declared(on(0), "holiday"), "what"),
        (lambda: SettledAnswered(on(0), True, leg=11), "leg"),
        (lambda: assessment(grade=6), "grade"),
        (lambda: assessment(grade=0), "grade"),
        (lambda: assessment(weeks=0), "weeks"),
        (lambda: assessment(weeks=43), "weeks"),
        (lambda: assessment(aerobic="rowing"), "aerobic"),
        (lambda: Answer("C1", "maybe"), "C1"),
        (lambda: Answer("C1", "yes", "maybe"), "C1"),
        (lambda: Adjusted(on(0), "x", "grow", "walk"), "what"),
        (lambda: Adjusted(on(0), "x", "order", "REL08", reason="  "), "reason"),
        (lambda: Diagnosis("disc-herniation", "neighbor", "Robin Vale", on(0)), "profession"),
        (lambda: Diagnosis("disc-herniation", "physiatrist", " ", on(0)), "name"),
        (
            lambda: assessment(day=0, diagnosis=Diagnosis("disc-herniation", "physiatrist", "Vale", on(1))),
            "diagnosis date",
        ),
    ],
)
def test_a_value_outside_its_range_is_refused_by_name(make: object, named: str) -> None:
    """An event or value that cannot be true is refused, and the message names the field."""
    with pytest.raises(Refused, match=named):
        make()  # type: ignore[operator]
