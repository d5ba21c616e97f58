"""One exercise of a plan: form, dose, sides and time (clinical.md §1.4, §4, §13.19, §13.25)."""

import pytest

from backstride.engine.dosing import item_of, sides_of
from backstride.engine.event import FlareReported
from backstride.engine.plan import Item
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import open_rungs
from backstride.engine.values import Side
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    STENOSIS,
    after,
    at,
    begin,
    green_days,
    in_phase,
    morning,
    on,
    plan,
    screened,
)


def item(program: Program, ladder: str) -> Item:
    """The item that stands on a ladder's present rung."""
    state = program.ladder(ladder)
    return item_of(program, state, state.rung, program.phase, (), KNOWLEDGE)


@pytest.mark.parametrize(
    ("handling", "side", "expected"),
    [
        ("none", Side.LEFT, ()),
        ("none", Side.BOTH, ()),
        ("both", Side.LEFT, ("left", "right")),
        ("both", Side.RIGHT, ("right", "left")),
        ("both", Side.BOTH, ("right", "left")),
        ("painful", Side.LEFT, ("left",)),
        ("painful", Side.RIGHT, ("right",)),
        ("painful", Side.BOTH, ("right", "left")),
    ],
)
def test_sides(handling: str, side: Side, expected: tuple[str, ...]) -> None:
    """§13.25: stretches both, painful first; nerve work painful side; strength both."""
    assert sides_of(handling, side) == expected


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_an_item_says_what_its_rung_says(cause: str, phase: int) -> None:
    """§1.4: dose and exercise of the rung, in the form possible today; the time of one bout on its sides."""
    program = in_phase(cause, phase, kit=KNOWLEDGE.kit)
    for state in program.ladders:
        if state.rung < 0:
            continue
        found, rung = item(program, state.ladder), KNOWLEDGE.ladder(state.ladder).rungs[state.rung]
        exercise = KNOWLEDGE.exercise(rung.exercise)
        assert (found.exercise, found.dose, found.rung) == (rung.exercise, rung.dose, state.rung)
        assert found.form in rung.forms
        assert found.seconds == rung.dose.seconds(exercise.pace, max(1, len(found.sides)))
        assert found.of == len(open_rungs(program, state.ladder, KNOWLEDGE))
        assert found.purpose == KNOWLEDGE.ladder(state.ladder).purpose


@pytest.mark.parametrize(
    ("step", "share", "reason"), [(2, 0.5, "flare/ramp"), (3, 0.75, "flare/ramp")], ids=["day 3-4", "day 5-7"]
)
@pytest.mark.parametrize("ladder", ["abdominal", "hamstring", "bridge", "functional", "bike"])
def test_a_share_of_the_dose_in_a_flare(ladder: str, step: int, share: float, reason: str) -> None:
    """§4: day 3-4 50 % of plan, day 5-7 75 %: of sets, then repetitions, then the minutes of a ride."""
    program = after(in_phase(STENOSIS, 2, kit=KNOWLEDGE.kit), FlareReported(on(0)))
    assert program.flare is not None
    ramping = replace(program, flare=replace(program.flare, step=step))
    full, part = item(begin_like(program), ladder), item(ramping, ladder)
    assert part.dose == full.dose.reduced(share)
    assert part.dose != full.dose and part.seconds < full.seconds
    assert [one.rule for one in part.reasons] == [reason]


def begin_like(program: Program) -> Program:
    """The same program without its flare."""
    return replace(program, flare=None)


@pytest.mark.parametrize("reduced", [1, 2])
def test_less_30_percent_after_a_red(reduced: int) -> None:
    """§13.19: the whole session less 30 % (sets, then reps) for two sessions."""
    program = replace(begin(), reduced=reduced)
    found = item(program, "abdominal")
    assert found.dose == KNOWLEDGE.ladder("abdominal").rungs[found.rung].dose.reduced(0.7)
    assert [one.rule for one in found.reasons] == ["response/red"]


def test_an_ordinary_dose_has_no_reason_of_its_own() -> None:
    """architecture: reasons are those of the choice; nothing was changed."""
    assert item(begin(), "abdominal").reasons == ()


def test_the_flare_comes_before_the_shorter_session() -> None:
    """architecture: red flag > stop > flare > red: one share, not both."""
    program = after(begin(), *green_days(0, 4), FlareReported(on(5)), screened(5), *[morning(day) for day in (6, 7, 8)])
    both = replace(program, reduced=2)
    assert item(both, "abdominal").dose == item(program, "abdominal").dose


def test_the_change_is_that_of_its_day() -> None:
    """experience: what changed today, and why."""
    program = at(begin(DISC), "COR01", 1)
    assert item(program, "abdominal").change == 1
    tomorrow = plan(program, 1).session
    assert tomorrow is not None
    assert [one.change for one in tomorrow.items if one.ladder == "abdominal"] == [0]
