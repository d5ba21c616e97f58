"""Programs a practitioner composes by hand: a slip of unknown or high grade (clinical.md §1.4 L, §13.21)."""

from typing import Any

import pytest

from backstride.engine.composing import by_hand
from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted, Assessed, FlareReported, Taught
from backstride.engine.values import Direction, Refused, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    HOUSEHOLD,
    KNOWLEDGE,
    SLIP,
    adjusted,
    after,
    assessment,
    at,
    begin,
    fold,
    green_days,
    in_phase,
    morning,
    of,
    on,
    places,
    plan,
    planned,
    screened,
)

UNKNOWN_OR_HIGH = [None, 3, 4, 5]
GRADES: list[tuple[dict[str, Any], bool]] = [
    *[({"cause": SLIP, "grade": grade}, True) for grade in UNKNOWN_OR_HIGH],
    *[({"cause": SLIP, "grade": grade}, False) for grade in (1, 2)],
    *[({"cause": DISC, "grade": grade}, False) for grade in (None, 5)],
    *[({"cause": DISC, "also": (SLIP,), "grade": grade}, grade == 3) for grade in (None, 1, 2, 3)],
]


@pytest.mark.parametrize(("found", "expected"), GRADES)
def test_which_programs_are_composed_by_hand(found: dict[str, Any], expected: bool) -> None:
    """§13.21: L with unknown or grade ≥ 3; a further cause denies what its grade is known to deny."""
    program = begin(**found)
    assert by_hand(program, KNOWLEDGE) is expected
    assert (plan(program).session is None) is expected


@pytest.mark.parametrize("grade", UNKNOWN_OR_HIGH)
@pytest.mark.parametrize("phase", [1, 2, 3, 4])
def test_easy_walking_and_positions_of_ease_only(grade: int | None, phase: int) -> None:
    """§13.21: in every phase, with any kit, and where a nerve glide would stand in for a stretch (§13.23)."""
    for site in (Site.THIGH, Site.CALF):
        program = in_phase(SLIP, phase, grade=grade, site=site, kit=KNOWLEDGE.kit, aerobic="bike")
        today = plan(program)
        assert today.session is None and today.relief == () and today.ride is None
        assert today.no_session is not None and today.no_session.rule == "composing/by_hand"
        assert today.ease
        assert today.walk is not None and today.walk.easy and today.walk.brisk == 0
        assert "composing/by_hand" in [reason.rule for reason in today.walk.reasons]


def test_the_practitioner_composes_the_rest() -> None:
    """§13.21: what is placed by hand is given, and nothing else."""
    program = at(begin(SLIP, grade=None), "COR01")
    assert planned(program) == ["COR01"]
    assert planned(at(program, "REL06")) == ["REL06", "COR01"]
    assert [one.exercise for one in plan(at(program, "REL06")).relief] == ["REL06"]


def test_an_order_is_placed_by_hand_too() -> None:
    """§13.21: an order lifts a denial; here it opens nothing by itself."""
    ordered = adjusted(begin(SLIP, grade=None), "order", "REL07", reason="eases in my room")
    assert plan(ordered).relief == ()
    assert [one.exercise for one in plan(at(ordered, "REL07")).relief] == ["REL07"]


@pytest.mark.parametrize(("ladder", "exercise"), [("relief-extension", "REL01"), ("back-extensor", "BCK01")])
def test_the_deny_list_still_holds(ladder: str, exercise: str) -> None:
    """§1.4 L: no end-range extension, by hand neither, without an order."""
    program = in_phase(SLIP, 3, grade=3)
    with pytest.raises(Refused, match=ladder if exercise == "REL01" else exercise):
        fold(program, Adjusted(on(0), "Robin Vale", "rung", ladder, places(exercise)[0]))


def test_nothing_rises_and_no_gate_opens() -> None:
    """§13.21: the engine proposes nothing there; §13.18 has no place."""
    for supervised in (True, False):
        program = at(begin(SLIP, grade=None, supervised=supervised), "COR01")
        seen = after(program, Taught(on(0), "Robin Vale", "COR03", True))
        _, made = fold(seen, *green_days(0, 20, cause=SLIP, exercises=("COR01",)))
        for kind in (Kind.PROGRESSED, Kind.PHASE_PROPOSED, Kind.PHASE_CHANGED):
            assert of(made, kind) == []


def test_what_was_placed_still_goes_down() -> None:
    """§13.19: red steps down whoever placed the rung."""
    program = at(begin(SLIP, grade=None), "COR01", 2)
    assert program.ladder("abdominal").rung == places("COR01", SLIP)[2]
    flaring = after(program, FlareReported(on(1)), screened(1, SLIP))
    assert planned(flaring, 1) == []


def test_a_grade_found_later_opens_the_ladders() -> None:
    """§1.4 L: with a known low grade the program is proposed as any other."""
    program = begin(SLIP, grade=None)
    known = after(program, Assessed(on(1), assessment(SLIP, day=1, grade=2)), morning(1))
    assert planned(known) == planned(begin(SLIP, grade=2))


def test_a_grade_found_higher_takes_back_nothing_in_silence() -> None:
    """§13.21: from then on easy walking and ease only, until a practitioner composes."""
    program = begin(SLIP, grade=2)
    worse = after(program, Assessed(on(1), assessment(SLIP, day=1, grade=3)))
    assert by_hand(worse, KNOWLEDGE)
    assert planned(worse) == [] and plan(worse).relief == ()


@pytest.mark.parametrize("cause", CAUSES)
def test_a_direction_recorded_changes_nothing_of_it(cause: str) -> None:
    """§13.21 comes before the direction that eases."""
    also = () if cause == SLIP else (SLIP,)
    program = begin(cause, also=also, grade=4, preference=Direction.FLEXION, kit=(*HOUSEHOLD, "bike"))
    assert plan(program).session is None and plan(program).relief == ()
