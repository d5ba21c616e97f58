"""Which rungs are open, where a person stands, and moving along a ladder (clinical.md §13.19-20, §13.25)."""

from dataclasses import replace

import pytest

from backstride.engine.decision import Kind, Reason
from backstride.engine.event import Adjusted, Taught
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import above, lower, lower_all, open_ladders, open_rungs, standing
from backstride.engine.values import Site
from tests.engine.builders import DISC, KNOWLEDGE, STENOSIS, after, begin, kinds, on, report, session, settled

WHY = Reason("response/red", (("leg rose by", 3),))


def in_phase(phase: int, cause: str = DISC, **found: object) -> Program:
    """A program in a phase, its ladders opened there."""
    return after(begin(cause, **found), Adjusted(on(0), "Robin Vale", "phase", "phase", phase))


def exercises(program: Program, ladder: str) -> list[str]:
    """The exercises on the open rungs of a ladder, in order, each once."""
    places = open_rungs(program, ladder, KNOWLEDGE)
    return list(dict.fromkeys(KNOWLEDGE.ladder(ladder).rungs[place].exercise for place in places))


def at(program: Program, ladder: str, rung: int) -> Program:
    """The program with one ladder at a rung, by the practitioner's hand."""
    return after(program, Adjusted(on(0), "Robin Vale", "rung", ladder, rung))


@pytest.mark.parametrize(
    ("cause", "phase", "ladder", "expected"),
    [
        (DISC, 1, "abdominal", ["COR01"]),
        (DISC, 1, "hamstring", ["HAM01"]),
        (DISC, 1, "bridge", []),
        (DISC, 2, "bridge", ["BRG01"]),
        (DISC, 2, "hip", ["HIP01"]),
        (DISC, 2, "nerve", ["NRV01"]),
        (DISC, 3, "functional", ["FUN02", "FUN01"]),
        (STENOSIS, 1, "relief-flexion", ["REL07", "REL08", "REL10", "REL09"]),
    ],
)
def test_a_phase_opens_its_menu(cause: str, phase: int, ladder: str, expected: list[str]) -> None:
    """§1.4: what each phase's menu holds, less what is denied."""
    assert exercises(in_phase(phase, cause), ladder) == expected


@pytest.mark.parametrize("phase", [1, 2, 3, 4])
def test_stenosis_has_no_ladder_of_extension(phase: int) -> None:
    """§1.4 S: REL01-04 denied, so that no rung of theirs is open."""
    program = in_phase(phase, STENOSIS)
    for state in program.ladders:
        assert not {"REL01", "REL02", "REL03", "REL04"} & set(exercises(program, state.ladder))


def test_missing_kit_takes_the_easier_form_or_skips_the_rung() -> None:
    """§13.25: missing kit → easier form or substitute on the same ladder, else the rung is skipped."""
    program = in_phase(3, kit=("chair",))
    assert exercises(program, "hamstring") == ["HAM01", "HAM04"]
    assert exercises(in_phase(3, kit=()), "hamstring") == ["HAM01"]
    top_of_first = max(
        place for place, rung in enumerate(KNOWLEDGE.ladder("hamstring").rungs) if rung.exercise == "HAM01"
    )
    state = LadderState("hamstring", rung=top_of_first)
    place = above(program, state, KNOWLEDGE)
    assert place is not None and KNOWLEDGE.ladder("hamstring").rungs[place].exercise == "HAM04"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (LadderState("abdominal", rung=1), 1),
        (LadderState("abdominal", rung=5), 2),
        (LadderState("abdominal", rung=2, ceiling=1), 1),
        (LadderState("abdominal", rung=2, ceiling=0), 0),
        (LadderState("abdominal", rung=-1), None),
        (LadderState("abdominal", rung=1, removed=True), None),
        (LadderState("abdominal", rung=1, resting=2), None),
        (LadderState("abdominal", rung=1, locked=True), 1),
    ],
)
def test_where_a_person_stands(state: LadderState, expected: int | None) -> None:
    """R2: never past the ceiling; removed and stopped ladders give nothing, a locked one stays where it is."""
    assert standing(state, (0, 1, 2)) == expected


@pytest.mark.parametrize(("start", "steps", "expected"), [(2, 1, 1), (2, 2, 0), (1, 2, 0), (1, 1, 0)])
def test_down_by_open_rungs(start: int, steps: int, expected: int) -> None:
    """§13.19: red two rungs, second hard amber one."""
    program, made = lower(at(begin(), "abdominal", start), "abdominal", steps, WHY, KNOWLEDGE)
    assert program.ladder("abdominal").rung == expected
    assert [(one.kind, one.before, one.after) for one in made] == [(Kind.REGRESSED, start, expected)]
    assert program.ladder("abdominal").greens == 0


def test_at_the_bottom_it_stops() -> None:
    """§13.19: at the bottom: stop it; it returns at its lowest rung after three greens."""
    program, made = lower(begin(), "abdominal", 2, WHY, KNOWLEDGE)
    assert kinds(made) == [(Kind.STOPPED, "abdominal")]
    assert program.ladder("abdominal").resting == 3
    again, nothing = lower(program, "abdominal", 2, WHY, KNOWLEDGE)
    assert (again, nothing) == (program, ())


def test_down_starts_from_the_rung_stood_on() -> None:
    """§13.19: a rung that is closed today is not a step: from rung 7 of which only 0-3 are open, two down is 1."""
    program = at(in_phase(2), "hamstring", 7)
    bare = after(program, Adjusted(on(0), "Robin Vale", "phase", "phase", 1))
    lowered, _ = lower(bare, "hamstring", 2, WHY, KNOWLEDGE)
    assert lowered.ladder("hamstring").rung == 1
    everything, _ = lower_all(bare, 2, WHY, KNOWLEDGE)
    assert everything.ladder("hamstring").rung == 1


def test_everything_down_stops_nothing() -> None:
    """§13.30: a lapse takes rungs away, never the exercise."""
    program, made = lower_all(at(begin(), "abdominal", 1), 2, WHY, KNOWLEDGE)
    assert kinds(made) == [(Kind.REGRESSED, "abdominal")]
    assert all(not state.resting for state in program.ladders)


def test_a_new_phase_opens_its_ladders_at_the_lowest_rung() -> None:
    """§13.24 and R3: what a phase opens starts at its easiest form."""
    before = begin()
    assert before.ladder("bridge").rung == -1
    assert in_phase(2).ladder("bridge").rung == 0
    assert open_ladders(before, KNOWLEDGE) == before


def test_the_last_rungs_need_a_leg_and_a_direction_that_allow_them() -> None:
    """§13.13: a closed direction takes its rungs away at once; the ladder waits."""
    program = after(begin(), session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    assert open_rungs(program, "relief-extension", KNOWLEDGE) == ()
    assert standing(program.ladder("relief-extension"), ()) is None


def test_what_must_be_taught_waits_until_it_was() -> None:
    """R16, §13.25: taught by a named practitioner before it is given."""
    harder = replace(KNOWLEDGE.exercise("COR01"), taught=True)
    knowledge = replace(KNOWLEDGE, exercises={**KNOWLEDGE.exercises, "COR01": harder})
    assert open_rungs(begin(), "abdominal", knowledge) == ()
    taught = after(begin(), Taught(on(0), "Robin Vale", "COR01"))
    assert open_rungs(taught, "abdominal", knowledge) == open_rungs(begin(), "abdominal", KNOWLEDGE)
