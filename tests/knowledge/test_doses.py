"""Doses and walking levels, against the catalog written out here by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from backstride.engine.values import Dose
from backstride.knowledge import Library

SLIP, STENOSIS, PREGNANCY = "spondylolisthesis", "spinal-stenosis", "pregnancy"
Range = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
# Exercise: sets, repetitions and seconds of hold, each from-to. Stretches start at 10 seconds, and the first rung of an
# exercise may ask for fewer sets or repetitions: both are milder than the catalog.
RANGES: dict[str, Range] = {
    "REL01": ((1, 1), (1, 1), (120, 300)), "REL02": ((1, 1), (10, 10), (5, 30)), "REL03": ((1, 1), (10, 10), (1, 1)),
    "REL04": ((1, 1), (10, 10), (2, 5)), "REL05": ((1, 1), (10, 10), (1, 1)), "REL06": ((1, 1), (1, 1), (300, 600)),
    "REL07": ((1, 1), (4, 6), (10, 30)), "REL08": ((1, 1), (4, 6), (10, 30)), "REL09": ((1, 1), (8, 8), (1, 2)),
    "REL10": ((1, 1), (10, 10), (6, 6)),
    "MOB01": ((1, 1), (10, 10), (5, 10)), "MOB02": ((1, 1), (10, 10), (3, 5)), "MOB03": ((1, 1), (6, 8), (0, 0)),
    "MOB04": ((1, 1), (2, 3), (10, 30)), "MOB05": ((1, 1), (2, 3), (10, 30)), "MOB06": ((1, 1), (2, 3), (10, 30)),
    "MOB07": ((1, 1), (8, 8), (0, 0)),
    "NRV01": ((1, 3), (10, 10), (0, 0)), "NRV02": ((1, 3), (10, 10), (0, 0)), "NRV03": ((1, 2), (6, 6), (1, 2)),
    "HAM01": ((1, 1), (4, 5), (10, 30)), "HAM02": ((1, 1), (4, 5), (10, 30)), "HAM03": ((1, 1), (3, 3), (20, 60)),
    "HAM04": ((1, 1), (2, 3), (30, 30)), "HAM05": ((1, 1), (3, 3), (15, 30)), "HAM06": ((1, 1), (2, 3), (30, 30)),
    "GLU01": ((1, 1), (3, 3), (10, 30)), "GLU02": ((1, 1), (3, 3), (10, 30)), "GLU03": ((1, 1), (2, 3), (15, 30)),
    "GLU04": ((1, 1), (3, 3), (10, 30)),
    "COR01": ((1, 1), (10, 10), (5, 10)), "COR02": ((1, 2), (8, 8), (0, 0)), "COR03": ((2, 3), (1, 1), (30, 30)),
    "COR04": ((2, 3), (6, 8), (0, 0)), "COR05": ((1, 1), (5, 8), (6, 10)), "COR06": ((1, 1), (3, 5), (10, 20)),
    "COR07": ((1, 1), (3, 5), (10, 10)), "COR08": ((1, 1), (6, 8), (5, 5)), "COR09": ((1, 1), (6, 8), (6, 10)),
    "COR10": ((2, 3), (10, 10), (0, 0)),
    "BRG01": ((1, 2), (8, 10), (5, 5)), "BRG02": ((2, 3), (8, 8), (0, 0)), "BRG03": ((2, 3), (6, 8), (0, 0)),
    "HIP01": ((1, 2), (10, 15), (2, 2)), "HIP02": ((2, 3), (10, 10), (0, 0)), "HIP03": ((2, 3), (10, 10), (0, 0)),
    "HIP04": ((2, 3), (8, 10), (0, 0)), "HIP05": ((2, 3), (8, 10), (0, 0)),
    "BCK01": ((2, 2), (8, 8), (3, 5)), "BCK02": ((2, 2), (8, 8), (3, 5)),
    "FUN01": ((2, 3), (8, 10), (0, 0)), "FUN02": ((2, 3), (8, 10), (0, 0)), "FUN03": ((2, 3), (8, 10), (0, 0)),
    "FUN04": ((2, 3), (8, 8), (0, 0)), "FUN06": ((2, 3), (6, 8), (0, 0)),
    "FUN05": ((3, 3), (1, 1), (20, 40)),  # 20-40 m, at about a meter a second
    "AER03": ((1, 1), (1, 1), (300, 1800)), "AER04": ((1, 1), (1, 1), (300, 1800)),
}  # fmt: skip
# Where the catalog gives a cause its own dose: a longer tilt for L, the flat curl for S and L, short sets for M.
OF_CAUSE: dict[tuple[str, str], Range] = {
    ("MOB01", SLIP): ((1, 1), (10, 10), (10, 20)),
    ("COR05", STENOSIS): ((1, 2), (8, 10), (2, 4)),
    ("COR05", SLIP): ((1, 2), (8, 10), (2, 4)),
    ("BRG01", PREGNANCY): ((1, 2), (5, 6), (5, 5)),
}
# Minutes, walks, brisk bouts, minutes of each.
LEVELS = [
    (6, 3, 0, 0), (10, 2, 0, 0), (14, 2, 0, 0), (18, 2, 0, 0), (20, 1, 0, 0), (22, 1, 3, 1), (25, 1, 5, 1), (28, 1, 4, 2),
    (30, 1, 5, 2), (33, 1, 4, 3), (36, 1, 3, 5), (40, 1, 2, 10), (44, 1, 1, 25), (48, 1, 1, 30), (52, 1, 1, 40),
    (56, 1, 1, 47), (60, 1, 1, 54),
]  # fmt: skip
LONGEST_SECONDS = 10 * 60
LONGEST_RIDE_SECONDS = 30 * 60


def doses(library: Library) -> list[tuple[str, Dose, frozenset[str]]]:
    """Every rung's exercise, dose and the causes it is meant for."""
    everyone = frozenset(library.causes)
    rungs = [rung for ladder in library.engine.ladders.values() for rung in ladder.rungs]
    return [(rung.exercise, rung.dose, rung.causes or everyone) for rung in rungs]


@pytest.mark.parametrize("exercise", sorted(RANGES))
def test_rungs_stay_within_the_catalog(exercise: str, library: Library) -> None:
    found = [(dose, causes) for name, dose, causes in doses(library) if name == exercise]
    assert found
    for dose, causes in found:
        for cause in causes:
            sets, reps, hold = OF_CAUSE.get((exercise, cause), RANGES[exercise])
            assert sets[0] <= dose.sets <= sets[1], (dose, cause)
            assert reps[0] <= dose.reps <= reps[1], (dose, cause)
            assert hold[0] <= dose.hold <= hold[1], (dose, cause)


def test_every_exercise_on_a_ladder_is_in_the_table(library: Library) -> None:
    """And every exercise but the walk is on a ladder."""
    assert {name for name, _, _ in doses(library)} == set(RANGES)
    assert set(library.exercises) == {*RANGES, *library.walking.forms}


def test_every_cause_has_a_first_rung_of_what_it_offers(library: Library) -> None:
    meant = {(name, cause) for name, _, causes in doses(library) for cause in causes}
    for cause in library.causes.values():
        offered = {exercise for phase in cause.phases for exercise in phase.menu} - set(library.walking.forms)
        assert {(exercise, cause.id) for exercise in offered} <= meant, cause.id


def test_no_bout_takes_longer_than_ten_minutes(library: Library) -> None:
    """But for the rides, which take the place of the walk."""
    for ladder in library.engine.ladders.values():
        for rung in ladder.rungs:
            exercise = library.engine.exercises[rung.exercise]
            sides = 2 if exercise.sides == "both" else 1
            longest = LONGEST_RIDE_SECONDS if ladder.purpose == "aerobic" else LONGEST_SECONDS
            assert rung.dose.seconds(exercise.pace, sides) <= longest + exercise.pace, rung.exercise


def test_nerve_work_needs_six_greens_and_the_rest_three(library: Library) -> None:
    for ladder in library.ladders.values():
        assert ladder.greens == (6 if ladder.purpose == "nerve" else 3), ladder.id


def test_a_relief_dose_stays_below_eight_a_day(library: Library) -> None:
    most = library.rules["relief/relief_today"].numbers["per_day_max"]
    assert all(dose.per_day <= most for _, dose, _ in doses(library))


def test_the_walking_levels_are_those_of_the_table(library: Library) -> None:
    levels = [(one.minutes, one.bouts, one.brisk, one.brisk_minutes) for one in library.engine.walk_levels]
    assert levels == LEVELS


def test_walking_grows_gently(library: Library) -> None:
    """Below 30 minutes no more than 5 a step; from there 10 to 15 % at most."""
    for below, above in pairwise(library.engine.walk_levels):
        assert above.minutes - below.minutes <= (5 if above.minutes <= 30 else 0.15 * below.minutes)
