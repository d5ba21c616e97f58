"""Further causes, the conditions of a denial, and orders that lift one (clinical.md §1.4, §2, §13.20-21)."""

from itertools import permutations

import pytest

from backstride.engine.denial import denied, irritable
from backstride.engine.event import Assessed, Taught
from backstride.engine.program import Program
from backstride.engine.rungs import open_rungs
from backstride.engine.values import Refused, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    PREGNANCY,
    SLIP,
    STENOSIS,
    WEEKS,
    adjusted,
    after,
    assessment,
    begin,
    followed,
    in_phase,
    morning,
    on,
    plan,
    report,
    session,
    settled,
)

JOINT = "sacroiliac-joint"
WITHOUT_EXTENSION = {"REL01", "REL02", "REL03", "REL04", "BCK01", "BCK02"}


def is_denied(exercise: str, program: Program, form: str = "plain") -> bool:
    """Whether the exercise may not be given in this form."""
    return denied(exercise, program, KNOWLEDGE, form) is not None


def every_open(program: Program) -> set[tuple[str, int]]:
    """Every open rung: ladder and place."""
    return {
        (state.ladder, place) for state in program.ladders for place in open_rungs(program, state.ladder, KNOWLEDGE)
    }


@pytest.mark.parametrize("phase", [1, 3])
@pytest.mark.parametrize(("cause", "further"), list(permutations(CAUSES, 2)))
def test_a_further_cause_only_denies(cause: str, further: str, phase: int) -> None:
    """§13.21: secondary causes may be recorded: they only deny."""
    alone, both = in_phase(cause, phase), in_phase(cause, phase, also=(further,))
    assert every_open(both) <= every_open(alone)
    assert [state.ladder for state in both.ladders] == [state.ladder for state in alone.ladders]
    assert (both.phase, both.walk) == (alone.phase, alone.walk)
    for denial in KNOWLEDGE.cause(further).denials:
        if not denial.when and not denial.until and not denial.forms and phase in denial.phases:
            assert is_denied(denial.exercise, both)


def test_a_further_stenosis_takes_extension_from_a_disc() -> None:
    """§13.21, H4: neither in the session, nor as relief, nor as ease."""
    program = in_phase(DISC, 1, also=(STENOSIS,), supervised=False)
    for _, told in followed(program, 0, 6):
        shown = {one.exercise for one in (*(told.session.items if told.session else ()), *told.relief)} | {*told.ease}
        assert not shown & WITHOUT_EXTENSION
    reason = denied("REL01", program, KNOWLEDGE)
    assert reason is not None and ("cause", STENOSIS) in reason.facts


@pytest.mark.parametrize(("also", "named"), [(("lumbago",), "lumbago"), ((DISC,), DISC), ((STENOSIS, DISC), DISC)])
def test_a_further_cause_that_cannot_be_is_refused(also: tuple[str, ...], named: str) -> None:
    """R1: unknown, or the diagnosed cause itself."""
    with pytest.raises(Refused, match=named):
        begin(also=also)


BACK = report(back=(4, 6), leg=(2, 2))


@pytest.mark.parametrize(
    ("found", "denies"),
    [({"cause": JOINT}, True), ({"cause": DISC}, False), ({"cause": DISC, "also": (JOINT,)}, True)],
)
def test_an_irritable_back_counts_for_the_sacroiliac_joint(found: dict[str, object], denies: bool) -> None:
    """§13.20: leg peak > 5 (for J leg or back) in the last 7 days."""
    program = after(in_phase(phase=2, **found), session(0, BACK))  # type: ignore[arg-type]
    assert is_denied("MOB07", program) is denies
    assert not is_denied("MOB07", after(program, morning(7)))
    assert irritable(program, True, KNOWLEDGE) and not irritable(program, False, KNOWLEDGE)


@pytest.mark.parametrize("exercise", ["MOB02", "MOB07", "GLU04", "COR07", "BRG02", "NRV01"])
@pytest.mark.parametrize(
    "why",
    [(session(0, BACK),), (session(0, report(leg=(5, 6))),), (session(0), settled(0, False))],
    ids=["back", "leg", "slow to settle"],
)
def test_what_an_irritable_joint_leaves_out(exercise: str, why: tuple[object, ...]) -> None:
    """§1.4 J: provocative rotation; §2 "–J irritable"."""
    program = in_phase(JOINT, 3)
    assert not is_denied(exercise, program)
    assert is_denied(exercise, after(program, *why))  # type: ignore[arg-type]
    assert is_denied(exercise, in_phase(JOINT, 3, irritable=True))


@pytest.mark.parametrize("exercise", ["COR06", "COR09"])
@pytest.mark.parametrize("phase", PHASES)
def test_planks_of_a_slip_wait_for_control(exercise: str, phase: int) -> None:
    """§2 COR06 –L if sagging, COR09 –L if arching: until a practitioner has seen control of the pelvis."""
    program = in_phase(SLIP, phase)
    assert is_denied(exercise, program)
    assert is_denied(exercise, after(program, Taught(on(0), "Robin Vale", "COR03", control=False)))
    assert not is_denied(exercise, after(program, Taught(on(0), "Robin Vale", "COR03", control=True)))
    assert is_denied(exercise, in_phase(DISC, phase, also=(SLIP,)))


@pytest.mark.parametrize("exercise", ["HAM03", "COR10"])
@pytest.mark.parametrize(("weeks", "late"), [(WEEKS[PREGNANCY], False), (27, False), (28, True), (40, True)])
def test_late_in_pregnancy(exercise: str, weeks: int, late: bool) -> None:
    """§2 HAM03, COR10 –M late: from 28 weeks (§13.20)."""
    assert (
        is_denied(exercise, in_phase(PREGNANCY, 3, weeks=weeks), "sitting" if exercise == "COR10" else "wall") is late
    )


@pytest.mark.parametrize("exercise", ["GLU03", "GLU04"])
def test_deep_stretches_wait_while_the_leg_lights_up(exercise: str) -> None:
    """§1.4 P: deep end-range stretch that lights up the leg."""
    program = in_phase("piriformis", 2)
    assert not is_denied(exercise, program)
    spread = after(program, session(0, report(site_after=Site.CALF)))
    assert is_denied(exercise, spread)
    assert not is_denied(exercise, after(spread, morning(8)))


@pytest.mark.parametrize("cause", CAUSES)
def test_an_order_puts_the_exercise_on_the_menu(cause: str) -> None:
    """§13.21: a named, dated, reasoned order for one exercise id; R16 teaching and §13.25 kit still hold."""
    program = in_phase(cause, 1, kit=KNOWLEDGE.kit)
    for exercise, ladders in KNOWLEDGE.ladders_with.items():
        if not ladders:
            continue
        ordered = adjusted(program, "order", exercise, reason="seen and eased in my room")
        forms = KNOWLEDGE.exercise(exercise).forms
        taught = after(ordered, *(Taught(on(0), "x", exercise, form=form) for form in forms))
        rungs = KNOWLEDGE.ladder(ladders[0]).rungs
        assert exercise in {rungs[place].exercise for place in open_rungs(taught, ladders[0], KNOWLEDGE)}, exercise


@pytest.mark.parametrize(
    ("cause", "exercise"), [(DISC, "COR01"), (DISC, "MOB01"), (STENOSIS, "BRG01"), (SLIP, "COR05")]
)
def test_an_order_of_what_is_open_already_changes_no_rung(cause: str, exercise: str) -> None:
    """§13.18, §2: the rungs meant for another cause do not come with it, or the ladder would go down and up."""
    program = in_phase(cause, 3)
    assert every_open(adjusted(program, "order", exercise, reason="go on")) == every_open(program)


def test_an_order_adds_the_ladder_and_the_plan_gives_it() -> None:
    """§13.21: strength work of another cause is given in its turn."""
    program = adjusted(in_phase(STENOSIS, 3, supervised=False), "order", "GLU04", reason="hips first")
    given = {item.exercise for _, told in followed(program, 0, 6) if told.session for item in told.session.items}
    assert "GLU01" in given  # its own ladder starts below
    joint = adjusted(in_phase(JOINT, 2, supervised=False), "order", "MOB05", reason="tight thighs")
    assert "quadriceps" not in [state.ladder for state in in_phase(JOINT, 2).ladders]
    given = {item.exercise for _, told in followed(joint, 0, 6) if told.session for item in told.session.items}
    assert "MOB05" in given


@pytest.mark.parametrize(("cause", "exercise"), [(DISC, "REL08"), (STENOSIS, "REL02"), (PREGNANCY, "REL08")])
def test_an_ordered_relief_move_is_the_relief(cause: str, exercise: str) -> None:
    """§13.21: what a practitioner ordered to ease comes before the cause's own."""
    program = adjusted(begin(cause), "order", exercise, reason="eases in my room")
    ladder = KNOWLEDGE.ladders_with[exercise][0]
    (relief,) = plan(program).relief
    assert relief.exercise in {rung.exercise for rung in KNOWLEDGE.ladder(ladder).rungs}


def test_an_order_ends_with_another_cause() -> None:
    """§13.21: for that episode; the ladder it brought goes with it."""
    ordered = adjusted(begin(DISC), "order", "REL08", reason="eases in my room")
    changed = after(ordered, Assessed(on(1), assessment("undifferentiated", day=1)))
    assert changed.orders == () and is_denied("REL01", after(changed, Assessed(on(1), assessment(STENOSIS, day=1))))
