"""Which rungs are open, where a person stands, and moving along a ladder (clinical.md §13.19-20, §13.25)."""

import pytest

from backstride.engine.decision import Kind, Reason
from backstride.engine.event import Assessed, Taught
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import (
    above,
    direction_given,
    lower,
    lower_all,
    open_ladders,
    open_rungs,
    settle_rungs,
    standing,
)
from backstride.engine.values import Direction, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    PREGNANCY,
    STENOSIS,
    adjusted,
    after,
    assessment,
    at,
    begin,
    green_days,
    in_phase,
    kinds,
    morning,
    on,
    places,
    plan,
    report,
    screened,
    session,
    settled,
)

WHY = Reason("response/red", (("leg rose by", 3),))
BRACES = places("COR01")


def exercises(program: Program, ladder: str) -> list[str]:
    """The exercises on the open rungs of a ladder, in order, each once."""
    places = open_rungs(program, ladder, KNOWLEDGE)
    return list(dict.fromkeys(KNOWLEDGE.ladder(ladder).rungs[place].exercise for place in places))


@pytest.mark.parametrize(
    ("cause", "phase", "ladder", "expected"),
    [
        (DISC, 1, "abdominal", ["COR01"]),
        (DISC, 1, "hamstring", ["HAM01"]),
        (DISC, 1, "bridge", []),
        (DISC, 2, "bridge", ["BRG01"]),
        (DISC, 2, "hip", ["HIP01"]),
        (DISC, 2, "nerve", ["NRV01"]),
        (DISC, 3, "functional", ["FUN02", "FUN01", "FUN03"]),
        (STENOSIS, 1, "relief-flexion", ["REL07", "REL08", "REL10", "REL09"]),
        (STENOSIS, 2, "gluteal", ["GLU01", "GLU03"]),
        ("degenerative-disc-disease", 1, "relief-extension", ["REL02"]),
        ("degenerative-disc-disease", 3, "back-extensor", ["COR08", "BCK01"]),
        ("spondylolisthesis", 1, "mobility", ["MOB01"]),
        ("spondylolisthesis", 3, "abdominal", ["COR01", "COR02", "COR03", "COR04", "COR05"]),
        ("piriformis", 1, "gluteal", ["GLU02", "GLU01"]),
        ("piriformis", 2, "nerve", ["NRV01"]),
        ("sacroiliac-joint", 1, "relief-flexion", ["REL07"]),
        ("sacroiliac-joint", 2, "mobility", ["MOB01", "MOB02"]),
        (PREGNANCY, 1, "hamstring", ["HAM01", "HAM04"]),
        (PREGNANCY, 3, "abdominal", ["COR01", "COR02", "COR03", "COR06"]),
        ("undifferentiated", 1, "relief-flexion", ["REL07"]),
    ],
)
def test_a_phase_opens_its_menu(cause: str, phase: int, ladder: str, expected: list[str]) -> None:
    """§1.4: what each phase's menu holds, less what is denied."""
    assert exercises(in_phase(cause, phase), ladder) == expected


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("cause", [STENOSIS, "spondylolisthesis"])
def test_stenosis_and_a_slip_have_no_rung_of_extension(cause: str, phase: int) -> None:
    """§1.4 S, L: REL01-04 and BCK01-02 denied, so that no rung of theirs is open."""
    program = in_phase(cause, phase, kit=KNOWLEDGE.kit)
    for state in program.ladders:
        assert not {"REL01", "REL02", "REL03", "REL04", "BCK01", "BCK02"} & set(exercises(program, state.ladder))


@pytest.mark.parametrize("cause", CAUSES)
def test_a_rung_meant_for_other_causes_is_not_open(cause: str) -> None:
    """§2: COR05 flat for S and L, COR01 sitting for M, MOB01 held longer for L."""
    program = in_phase(cause, 4, kit=KNOWLEDGE.kit)
    for state in program.ladders:
        rungs = KNOWLEDGE.ladder(state.ladder).rungs
        meant = [rungs[place].causes for place in open_rungs(program, state.ladder, KNOWLEDGE)]
        assert all(not causes or cause in causes for causes in meant)


def test_missing_kit_takes_the_easier_form_or_skips_the_rung() -> None:
    """§13.25: missing kit → easier form or substitute on the same ladder, else the rung is skipped."""
    program = in_phase(DISC, 3, kit=("chair",))
    assert exercises(program, "hamstring") == ["HAM01", "HAM04"]
    assert exercises(in_phase(DISC, 3, kit=()), "hamstring") == ["HAM01"]
    state = LadderState("hamstring", rung=places("HAM01")[-1])
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
    program, made = lower(at(begin(), "COR01", start), "abdominal", steps, WHY, KNOWLEDGE)
    assert program.ladder("abdominal").rung == BRACES[expected]
    assert [(one.kind, one.before, one.after) for one in made] == [(Kind.REGRESSED, BRACES[start], BRACES[expected])]
    assert program.ladder("abdominal").greens == 0


def test_at_the_bottom_it_stops() -> None:
    """§13.19: at the bottom: stop it; it returns at its lowest rung after three greens."""
    program, made = lower(begin(), "abdominal", 2, WHY, KNOWLEDGE)
    assert kinds(made) == [(Kind.STOPPED, "abdominal")]
    assert program.ladder("abdominal").resting == 3
    again, nothing = lower(program, "abdominal", 2, WHY, KNOWLEDGE)
    assert (again, nothing) == (program, ())


def test_down_starts_from_the_rung_stood_on() -> None:
    """§13.19: a rung that is closed today is not a step: standing on the last HAM01 of those above it, two down."""
    program = at(in_phase(DISC, 2), "HAM02", -1)
    bare = after(program, Assessed(on(0), assessment(kit=())))
    assert bare.ladder("hamstring").rung == places("HAM02")[-1]
    lowered, _ = lower(bare, "hamstring", 2, WHY, KNOWLEDGE)
    assert lowered.ladder("hamstring").rung == places("HAM01")[-3]
    everything, _ = lower_all(bare, 2, WHY, KNOWLEDGE)
    assert everything.ladder("hamstring").rung == places("HAM01")[-3]


def test_everything_down_stops_nothing() -> None:
    """§13.30: a lapse takes rungs away, never the exercise."""
    program, made = lower_all(at(begin(), "COR01", 1), 2, WHY, KNOWLEDGE)
    assert kinds(made) == [(Kind.REGRESSED, "abdominal")]
    assert all(not state.resting for state in program.ladders)


def test_a_new_phase_opens_its_ladders_at_the_lowest_rung() -> None:
    """§13.24 and R3: what a phase opens starts at its easiest form."""
    before = begin()
    assert before.ladder("bridge").rung == -1
    assert in_phase(DISC, 2).ladder("bridge").rung == places("BRG01")[0]
    assert open_ladders(before, KNOWLEDGE) == before


def test_the_last_rungs_need_a_leg_and_a_direction_that_allow_them() -> None:
    """§13.13: a closed direction takes its rungs away at once; the ladder waits."""
    program = after(begin(), session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    assert open_rungs(program, "relief-extension", KNOWLEDGE) == ()
    assert standing(program.ladder("relief-extension"), ()) is None


@pytest.mark.parametrize(
    ("exercise", "cause", "phase"), [("REL05", DISC, 1), ("COR09", DISC, 3), ("NRV03", "piriformis", 4)]
)
def test_what_must_be_taught_waits_until_it_was(exercise: str, cause: str, phase: int) -> None:
    """R16, §13.25: taught by a named practitioner before it is given."""
    ladder = KNOWLEDGE.ladders_with[exercise][0]
    program = in_phase(cause, phase)
    assert exercise not in exercises(program, ladder)
    assert exercise in exercises(after(program, Taught(on(0), "Robin Vale", exercise)), ladder)


def test_a_phase_back_stands_where_that_phase_lets_it() -> None:
    """§13.18: never more than one rung; going back and forward again climbs again."""
    program = at(at(in_phase(DISC, 3), "HIP02"), "COR03", -1)
    back = adjusted(program, "phase", "phase", 2)
    assert back.ladder("hip").rung == places("HIP01", form="plain")[-1]
    assert back.ladder("abdominal").rung == places("COR03")[-1]
    calm = adjusted(back, "phase", "phase", 1)
    assert calm.ladder("hip").rung == -1
    assert calm.ladder("abdominal").rung == BRACES[-1]
    again = adjusted(calm, "phase", "phase", 3)
    assert again.ladder("hip").rung == places("HIP01")[0]
    assert again.ladder("abdominal").rung == BRACES[-1]


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_settled_rungs_stay_where_they_are(cause: str, phase: int) -> None:
    """§13.18: a ladder that stands on an open rung is not moved."""
    program = in_phase(cause, phase, kit=KNOWLEDGE.kit)
    assert settle_rungs(program, KNOWLEDGE) == program


def test_a_ladder_whose_lowest_rungs_close_goes_on_above_them() -> None:
    """§13.22: in the mildest permitted form; the seated hamstring stretch is open to M."""
    program = begin(PREGNANCY)
    assert exercises(program, "hamstring") == ["HAM01", "HAM04"]
    late = after(program, Assessed(on(1), assessment(PREGNANCY, day=1, weeks=28)))
    assert exercises(late, "hamstring") == ["HAM04"]
    assert late.ladder("hamstring").rung == places("HAM04")[0]


def test_a_ladder_closed_for_a_while_opens_when_it_may() -> None:
    """§2 COR07 –J irritable, §13.20 the last 7 days: what a settled joint may do does not wait for a phase."""
    sore = after(begin("sacroiliac-joint"), session(0, report(back=(4, 6))))
    program = adjusted(sore, "phase", "phase", 3)
    assert program.ladder("side-trunk").rung == -1
    for day in range(1, 10):
        due = (screened(day, "sacroiliac-joint"),) if day == 7 else ()
        program = after(program, *due, morning(day))
    assert program.ladder("side-trunk").rung == places("COR07")[0]


def sore_again(program: Program) -> Program:
    """The leg, calm for two weeks, hurts 4 again: what waits for a calm leg closes (§13.20)."""
    return after(program, morning(16, leg=4), screened(16))


def stretching() -> Program:
    """A calm disc in phase 3 on the last rung with a leg on a second chair (HAM05)."""
    calm = after(in_phase(DISC, 3, kit=KNOWLEDGE.kit), *green_days(0, 14, leg=2), morning(15, leg=2))
    return at(calm, "HAM05", -1, day=15)


def test_what_is_practised_lower_down_goes_on_from_there() -> None:
    """§13.18: never more than one rung: the way back to a closed rung is climbed again."""
    program = sore_again(stretching())
    chosen = plan(program).session
    assert chosen is not None and "HAM04" in [item.exercise for item in chosen.items]
    lower_down = after(program, session(16, exercises=("HAM04",)), settled(16), morning(17, leg=3))
    assert lower_down.ladder("hamstring").rung == places("HAM04")[-1]
    assert lower_down.ladder("hamstring").greens <= 1


@pytest.mark.parametrize("exercises", [("COR01",), ("HAM05",), ("HAM05", "COR01")])
def test_a_rung_not_left_is_kept(exercises: tuple[str, ...]) -> None:
    """§13.18: another ladder's session, or the exercise of the rung itself, moves nothing."""
    kept = after(stretching(), session(15, exercises=exercises), settled(15), morning(16))
    assert kept.ladder("hamstring").rung == places("HAM05")[-1]


@pytest.mark.parametrize(("form", "closed"), [("standing", ()), ("prone", (Direction.EXTENSION,))])
def test_the_direction_that_closes_is_that_of_the_form(form: str, closed: tuple[Direction, ...]) -> None:
    """§13.13: HIP05 bends the back backward only lying on the front."""
    program = at(in_phase(DISC, 3, kit=KNOWLEDGE.kit), "HIP05", form=form)
    assert direction_given("HIP05", program, KNOWLEDGE) is (Direction.EXTENSION if closed else Direction.NEUTRAL)
    down = after(program, session(0, report(site_after=Site.CALF), ("HIP05",)), settled(0, False, Site.CALF))
    assert down.closed_directions == closed


def test_the_direction_of_what_stands_elsewhere_is_that_of_its_plain_form() -> None:
    """§13.13: an exercise that is not on the person's rung, or on none of their ladders."""
    program = at(in_phase(DISC, 3, kit=KNOWLEDGE.kit), "HIP02")
    assert direction_given("HIP05", program, KNOWLEDGE) is Direction.NEUTRAL
    assert direction_given("REL03", program, KNOWLEDGE) is Direction.EXTENSION
    assert direction_given("REL08", program, KNOWLEDGE) is Direction.FLEXION
