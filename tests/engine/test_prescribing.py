"""From an assessment to a first program (R1, clinical.md §1.4, §13.6, §13.26)."""

from dataclasses import replace
from itertools import permutations

import pytest

from backstride.engine import NotPrescribed, prescribe
from backstride.engine.assessment import Answer, Diagnosis
from backstride.engine.decision import Kind
from backstride.engine.event import Adjusted, Approved, Assessed, Flagged, FlareReported
from backstride.engine.rungs import open_rungs, standing
from backstride.engine.values import Direction, Dose, Refused, Site, Urgency
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    RED,
    STENOSIS,
    adjusted,
    after,
    answers,
    assessment,
    at,
    begin,
    fold,
    in_phase,
    kinds,
    morning,
    of,
    on,
    places,
    plan,
    report,
    session,
    settled,
)


@pytest.mark.parametrize("cause", CAUSES)
def test_the_first_program(cause: str) -> None:
    """R1, §1.4: phase 1, the lowest rung of what its menu opens, waiting for approval."""
    program = prescribe(assessment(cause), KNOWLEDGE, on(0))
    assert (program.cause, program.phase, program.on) == (cause, 1, on(0))
    for state in program.ladders:
        open_now = open_rungs(program, state.ladder, KNOWLEDGE)
        assert state.rung == (open_now[0] if open_now else -1), state.ladder
    assert program.approved_on is None
    today = plan(program)
    assert today.session is None and today.relief == () and today.walk is not None
    assert today.no_session is not None and today.no_session.rule == "approval/approve"


def test_a_person_alone_may_begin_at_once() -> None:
    """§13.24: a person without a practitioner on the system."""
    program = prescribe(assessment(supervised=False), KNOWLEDGE, on(0))
    assert plan(program).session is not None


@pytest.mark.parametrize(
    "answer",
    [Answer("C1", "yes"), Answer("C5", "unsure"), Answer("N1", "yes", "no"), Answer("F1", "yes"), Answer("A1", "yes")],
    ids=lambda answer: answer.flag,
)
def test_no_program_with_a_flag_that_locks(answer: Answer) -> None:
    """R1, §3: E and U lock; H1."""
    found = assessment(answers=answers(**{answer.flag: answer}))
    with pytest.raises(NotPrescribed, match=answer.flag) as refused:
        prescribe(found, KNOWLEDGE, on(0))
    assert refused.value.refer.urgency.locks


def test_a_pause_gives_a_program_that_waits() -> None:
    """§3: V: practitioner review before any further exercise."""
    program = begin(said={"O1": "yes"}, approved=False)
    assert [one.urgency for one in program.locks] == [Urgency.PAUSE]
    assert plan(program).session is None and plan(program).walk is None


def test_under_18_no_program() -> None:
    """§13.6, §3 Y1."""
    with pytest.raises(Refused, match="18"):
        prescribe(assessment(age=17), KNOWLEDGE, on(0))
    assert prescribe(assessment(age=18), KNOWLEDGE, on(0)).phase == 1
    with pytest.raises(Refused):
        prescribe(assessment(said={"Y1": "yes"}), KNOWLEDGE, on(0))


@pytest.mark.parametrize(
    ("found", "named"),
    [
        ({"diagnosis": Diagnosis("lumbago", "physiatrist", "Vale", on(0))}, "lumbago"),
        ({"contraindications": ("tallness",)}, "tallness"),
        ({"kit": ("trampoline",)}, "trampoline"),
        ({"known": ("C9",)}, "C9"),
        ({"answers": answers()[1:]}, "not answered"),
        ({"answers": (*answers(), Answer("C1", "no"))}, "twice"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(found: dict[str, object], named: str) -> None:
    """R1: no program exists without a recorded cause and a full red-flag screen."""
    with pytest.raises(Refused, match=named):
        prescribe(replace(assessment(), **found), KNOWLEDGE, on(0))  # type: ignore[arg-type]


def test_every_ladder_and_the_walk_are_told_with_reasons() -> None:
    """R2: what the practitioner approves is listed with the reason for each."""
    _, made = fold(begin(), Assessed(on(0), assessment()))
    told = of(made, Kind.PRESCRIBED)
    assert {"abdominal", "hamstring", "walk"} <= {one.subject for one in told}
    assert all(one.reason.rule == "prescribing/prescribe" and one.reason.facts for one in told)


@pytest.mark.parametrize(
    "flagged", [Flagged(on(1), Answer("C1", "yes")), Flagged(on(1), Answer("N2", "yes", "no"))], ids=["E", "V"]
)
@pytest.mark.parametrize("supervised", [True, False])
def test_a_new_assessment_does_not_lift_a_lock(flagged: Flagged, supervised: bool) -> None:
    """§13.7: after that only a practitioner re-opens: a dated examination, a fresh full screen."""
    locked = after(begin(), flagged)
    program = after(locked, Assessed(on(1), assessment(day=1, supervised=supervised)))
    assert [(one.urgency, one.flag) for one in program.locks] == [(one.urgency, one.flag) for one in locked.locks]
    assert plan(program).session is None


def test_a_new_assessment_with_an_emergency_locks() -> None:
    """§13.7: a yes locks at once, wherever it is answered; the assessment must not get lost in a refusal."""
    found = assessment(day=1, said={"C2": "yes"})
    try:
        program = after(begin(), Assessed(on(1), found))
    except NotPrescribed as refused:
        assert refused.refer.urgency is Urgency.EMERGENCY
    else:
        assert program.lock is not None and program.lock.urgency is Urgency.EMERGENCY


def test_a_new_assessment_does_not_shorten_what_a_red_withheld() -> None:
    """§13.19: no session for 24 h."""
    program = after(begin(supervised=False), session(0, RED), Assessed(on(0), assessment(supervised=False)))
    assert plan(program, 1).session is None


def test_the_same_cause_keeps_its_rungs() -> None:
    """§13.26: rungs kept where allowed."""
    program = after(at(begin(), "COR01", 2), Assessed(on(1), assessment(day=1)))
    assert program.ladder("abdominal").rung == places("COR01")[2]
    assert program.started == on(0)


def test_a_new_cause_is_one_rung_down_and_no_phase_above() -> None:
    """§13.26: rungs kept where allowed, one down, phase not above the present."""
    program = at(in_phase(DISC, 3), "COR01", 2)
    changed = after(program, Assessed(on(1), assessment(STENOSIS, day=1)))
    assert changed.cause == STENOSIS
    assert changed.ladder("abdominal").rung == places("COR01", STENOSIS)[1]
    assert changed.phase <= 3
    assert changed.ladder("hamstring").rung == places("HAM01")[0]
    assert all("relief-extension" != state.ladder for state in changed.ladders)


@pytest.mark.parametrize(("old", "new"), list(permutations(CAUSES, 2)))
def test_a_new_cause_never_gives_a_harder_dose(old: str, new: str) -> None:
    """§13.26: rungs kept where allowed, one down: no harder than it was, or the mildest the new cause has."""
    program = in_phase(old, 2)
    changed = after(program, Assessed(on(1), assessment(new, day=1)), Approved(on(1), "Robin Vale"))
    for state in changed.ladders:
        before = next((one for one in program.ladders if one.ladder == state.ladder and one.rung >= 0), None)
        open_now = open_rungs(changed, state.ladder, KNOWLEDGE)
        here = standing(state, open_now)
        if before is None or here in (None, *open_now[:1]):
            continue
        rungs = KNOWLEDGE.ladder(state.ladder).rungs
        was, now = rungs[before.rung], rungs[here]
        if was.exercise == now.exercise and not was.dose.hold == now.dose.hold == 0:
            assert volume(now.dose) <= volume(was.dose), state.ladder


def volume(dose: Dose) -> int:
    """Seconds held in all, or repetitions."""
    return dose.sets * dose.reps * max(1, dose.hold)


@pytest.mark.parametrize("cause", CAUSES)
def test_after_a_new_cause_every_family_goes_on(cause: str) -> None:
    """§13.22, §13.26: no ladder is left standing where the new cause has no rung."""
    for old in CAUSES:
        if old == cause:
            continue
        changed = after(at(begin(old), "COR01", -1), Assessed(on(1), assessment(cause, day=1)))
        fresh = begin(cause)
        for state in changed.ladders:
            open_now = open_rungs(changed, state.ladder, KNOWLEDGE)
            ready = standing(fresh.ladder(state.ladder), open_rungs(fresh, state.ladder, KNOWLEDGE)) is not None
            assert (standing(state, open_now) is not None) is ready, (old, state.ladder)


def test_a_direction_stays_closed_through_a_new_assessment() -> None:
    """§13.13: until a practitioner clears it."""
    down = (session(0, report(site_after=Site.CALF), ("REL01",)), settled(0, False, Site.CALF))
    program = after(begin(), *down, Assessed(on(1), assessment(day=1, preference=Direction.EXTENSION)))
    assert program.closed_directions == (Direction.EXTENSION,)


def test_an_order_does_not_pass_to_another_cause() -> None:
    """§13.21: lifts a denial for that episode."""
    order = Adjusted(on(0), "Robin Vale", "order", "REL08", reason="eases in my room")
    program = after(begin(), order)
    assert after(program, Assessed(on(1), assessment(day=1))).orders != ()
    assert after(program, Assessed(on(1), assessment(STENOSIS, day=1))).orders == ()


def test_a_flare_goes_on_through_a_new_assessment() -> None:
    """§13.27: the ramp is not skipped."""
    program = after(begin(), morning(1), FlareReported(on(1)), Assessed(on(1), assessment(day=1)))
    assert program.flare is not None
    assert (Kind.FLARE_ENDED, "flare") not in kinds(fold(program)[1])


def test_a_direction_that_failed_the_formal_test_is_closed() -> None:
    """§13.13: formal test: any set with a move not gone in 5 min closes it, until a practitioner clears it."""
    program = begin(preference=Direction.FLEXION, worsens=(Direction.EXTENSION,))
    assert program.closed_directions == (Direction.EXTENSION,)
    with pytest.raises(Refused, match="worsens"):
        assessment(preference=Direction.FLEXION, worsens=(Direction.FLEXION,))


def test_a_new_assessment_does_not_reopen_a_direction() -> None:
    """§13.13: closed until a practitioner clears it, also when the next test is not done."""
    program = begin(worsens=(Direction.EXTENSION,))
    assert after(program, Assessed(on(1), assessment(day=1))).closed_directions == (Direction.EXTENSION,)


def test_a_new_assessment_keeps_the_walk_of_the_phase() -> None:
    """§13.26: what is comfortable now limits the walk, within the ceiling of the phase they are in."""
    program = adjusted(in_phase(DISC, 3), "walk", "walk", 10)
    assert after(program, Assessed(on(1), assessment(day=1, walk_minutes=60))).walk.level == 10
    assert after(program, Assessed(on(1), assessment(day=1, walk_minutes=15))).walk.level < 10
