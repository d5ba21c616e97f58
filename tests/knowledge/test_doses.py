"""Doses and walking levels, against the catalog written out here by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from backstride.engine.values import Dose
from backstride.knowledge import Library

# Exercise: sets, repetitions and seconds of hold, each from-to. Stretches start at 10 seconds, which is milder than some.
RANGES = {
    "REL01": ((1, 1), (1, 1), (120, 300)), "REL02": ((1, 1), (10, 10), (5, 30)), "REL03": ((1, 1), (10, 10), (1, 1)),
    "REL04": ((1, 1), (10, 10), (2, 5)), "REL06": ((1, 1), (1, 1), (300, 600)), "REL07": ((1, 1), (4, 6), (10, 30)),
    "REL08": ((1, 1), (4, 6), (10, 30)), "REL09": ((1, 1), (8, 8), (1, 2)), "REL10": ((1, 1), (10, 10), (6, 6)),
    "MOB01": ((1, 1), (10, 10), (5, 10)), "MOB03": ((1, 1), (6, 8), (0, 0)), "MOB04": ((1, 1), (2, 3), (10, 30)),
    "MOB06": ((1, 1), (2, 3), (10, 30)), "NRV01": ((1, 3), (10, 10), (0, 0)), "HAM01": ((1, 1), (4, 5), (10, 30)),
    "HAM02": ((1, 1), (4, 5), (10, 30)), "HAM04": ((1, 1), (2, 3), (30, 30)), "GLU01": ((1, 1), (3, 3), (10, 30)),
    "COR01": ((1, 1), (10, 10), (5, 10)), "COR02": ((1, 2), (8, 8), (0, 0)), "COR03": ((2, 3), (1, 1), (30, 30)),
    "BRG01": ((1, 2), (8, 10), (5, 5)), "HIP01": ((1, 2), (10, 15), (2, 2)), "FUN01": ((2, 3), (8, 10), (0, 0)),
    "FUN02": ((2, 3), (8, 10), (0, 0)),
}  # fmt: skip
# Minutes, walks, brisk bouts, minutes of each.
LEVELS = [
    (6, 3, 0, 0), (10, 2, 0, 0), (14, 2, 0, 0), (18, 2, 0, 0), (20, 1, 0, 0), (22, 1, 3, 1), (25, 1, 5, 1), (28, 1, 4, 2),
    (30, 1, 5, 2), (33, 1, 4, 3), (36, 1, 3, 5), (40, 1, 2, 10), (44, 1, 1, 25), (48, 1, 1, 30), (52, 1, 1, 40),
    (56, 1, 1, 47), (60, 1, 1, 54),
]  # fmt: skip
LONGEST_SECONDS = 10 * 60


def doses(library: Library) -> list[tuple[str, Dose]]:
    """Every rung's exercise and dose."""
    return [(rung.exercise, rung.dose) for ladder in library.engine.ladders.values() for rung in ladder.rungs]


@pytest.mark.parametrize("exercise", sorted(RANGES))
def test_rungs_stay_within_the_catalog(exercise: str, library: Library) -> None:
    found = [dose for name, dose in doses(library) if name == exercise]
    sets, reps, hold = RANGES[exercise]
    assert found
    for dose in found:
        assert sets[0] <= dose.sets <= sets[1]
        assert reps[0] <= dose.reps <= reps[1]
        assert hold[0] <= dose.hold <= hold[1]


def test_every_exercise_on_a_ladder_is_in_the_table(library: Library) -> None:
    assert {name for name, _ in doses(library)} == set(RANGES)


def test_no_bout_takes_longer_than_ten_minutes(library: Library) -> None:
    for name, dose in doses(library):
        exercise = library.exercises[name]
        sides = 2 if exercise.sides == "both" else 1
        assert dose.seconds(exercise.pace, sides) <= LONGEST_SECONDS + exercise.pace, name


def test_nerve_work_needs_six_greens_and_the_rest_three(library: Library) -> None:
    for ladder in library.ladders.values():
        assert ladder.greens == (6 if ladder.purpose == "nerve" else 3), ladder.id


def test_a_relief_dose_stays_below_eight_a_day(library: Library) -> None:
    most = library.rules["choosing/relief_today"].numbers["per_day_max"]
    assert all(dose.per_day <= most for _, dose in doses(library))


def test_the_walking_levels_are_those_of_the_table(library: Library) -> None:
    levels = [(one.minutes, one.bouts, one.brisk, one.brisk_minutes) for one in library.engine.walk_levels]
    assert levels == LEVELS


def test_walking_grows_gently(library: Library) -> None:
    """Below 30 minutes no more than 5 a step; from there 10 to 15 % at most."""
    for below, above in pairwise(library.engine.walk_levels):
        assert above.minutes - below.minutes <= (5 if above.minutes <= 30 else 0.15 * below.minutes)
