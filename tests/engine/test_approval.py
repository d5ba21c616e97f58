"""The practitioner's hand: approving, adjusting, teaching (R2, R16, clinical.md §13.6, §13.21, §13.26, §13.32)."""

import pytest

from backstride.engine.decision import Kind
from backstride.engine.denial import denied
from backstride.engine.event import Adjusted, Approved, DayPassed, Taught
from backstride.engine.values import Refused, Urgency
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    STENOSIS,
    adjusted,
    after,
    at,
    begin,
    fold,
    followed,
    green_days,
    in_phase,
    kinds,
    of,
    on,
    places,
    plan,
    planned,
    screened,
)

LAST_BRACE = places("COR01")[-1]


def test_approval_starts_the_sessions() -> None:
    """R2: the practitioner approves it."""
    waiting = begin(approved=False)
    assert plan(waiting).session is None
    program, made = fold(waiting, Approved(on(0), "Robin Vale"))
    assert kinds(made) == [(Kind.APPROVED, "program")]
    assert plan(program).session is not None
    assert (program.approved_on, program.approved_by) == (on(0), "Robin Vale")


def test_a_ceiling_lowered_brings_the_rung_down() -> None:
    """§13.26: ceiling lowered below the present rung: drops at the next session."""
    high = at(begin(), "COR01", -1)
    by_approval = after(high, Approved(on(0), "Robin Vale", (("abdominal", 0),)))
    by_change = adjusted(high, "ceiling", "abdominal", 0)
    for program in (by_approval, by_change):
        chosen = plan(program).session
        assert chosen is not None
        assert [item.rung for item in chosen.items if item.ladder == "abdominal"] == [0]


def test_a_ceiling_raised_again_does_not_jump() -> None:
    """§13.18: never more than one rung."""
    high = at(begin(), "COR01", -1)
    lowered = after(high, Approved(on(0), "x", (("abdominal", 0),)))
    program = after(lowered, Approved(on(0), "x", (("abdominal", LAST_BRACE),)))
    assert program.ladder("abdominal").rung == 0


def test_watch_ends_when_the_practitioner_has_seen_it() -> None:
    """§13.6: W until a practitioner has seen it; V and locks need an examination."""
    watched = after(begin(), screened(0, full=True, X1="yes", V2="yes"))
    program = after(watched, Approved(on(1), "Robin Vale"))
    assert {one.urgency for one in watched.locks} == {Urgency.WATCH, Urgency.PAUSE}
    assert {one.urgency for one in program.locks} == {Urgency.PAUSE}


@pytest.mark.parametrize(
    ("what", "target", "value", "named"),
    [
        ("rung", "abdominal", 99, "rung"),
        ("rung", "bridge", 0, "BRG01"),  # not open in phase 1
        ("rung", "nothing", 0, "nothing"),
        ("ceiling", "abdominal", 99, "ceiling"),
        ("walk", "walk", 17, "walking level"),
        ("walk", "walk", -1, "walking level"),
        ("phase", "phase", 5, "phase"),
        ("phase", "phase", 0, "phase"),
        ("lock", "nothing", 0, "nothing"),
        ("order", "XYZ99", 0, "XYZ99"),
    ],
)
def test_a_change_that_cannot_be_is_refused_by_name(what: str, target: str, value: int, named: str) -> None:
    """R2."""
    with pytest.raises(Refused, match=named):
        fold(begin(), Adjusted(on(0), "Robin Vale", what, target, value, "because"))


def test_no_rung_beyond_the_deny_list_without_an_order() -> None:
    """§13.21: the engine alone never; a named, dated, reasoned order lifts it."""
    assert "relief-flexion" not in [state.ladder for state in in_phase(DISC, 2).ladders]  # not part of it at all
    stenosis = begin(STENOSIS)
    with pytest.raises(Refused, match="relief-extension"):
        fold(stenosis, Adjusted(on(0), "Robin Vale", "rung", "relief-extension", 0))


def test_every_change_is_a_decision_with_who_and_why() -> None:
    """architecture: decisions name rule and reasons."""
    event = Adjusted(on(0), "Robin Vale", "order", "REL08", reason="eases in my room, three sets")
    _, made = fold(begin(), event)
    facts = dict(made[-1].reason.facts)
    assert made[-1].kind is Kind.ADJUSTED and made[-1].reason.rule == "approval/adjust"
    assert (facts["changed by"], facts["reason"]) == ("Robin Vale", "eases in my room, three sets")


def test_one_order_an_exercise() -> None:
    """The program keeps its size however often an order is repeated."""
    program = begin()
    for _ in range(5):
        program = adjusted(program, "order", "REL08", reason="again")
    assert len(program.orders) == 1


def test_a_phase_set_by_hand_opens_its_menu() -> None:
    """R2, §13.24."""
    days = followed(in_phase(DISC, 2, supervised=False), 0, 6)
    exercises = {item.exercise for _, told in days if told.session is not None for item in told.session.items}
    assert {"BRG01", "HIP01"} <= exercises
    back = adjusted(in_phase(DISC, 2), "phase", "phase", 1)
    assert not (KNOWLEDGE.cause(DISC).menus[1] - KNOWLEDGE.cause(DISC).menus[0]) & set(planned(back))


def test_a_rung_set_by_hand_wakes_a_ladder() -> None:
    """R2: and starts its count anew."""
    program = after(begin(), *green_days(0, 1, exercises=("COR01",)))
    state = at(program, "COR01", 1, day=2).ladder("abdominal")
    assert (state.rung, state.greens, state.resting) == (places("COR01")[1], 0, 0)


def test_locked_stays_where_it_is_and_unlocked_moves_again() -> None:
    """R2."""
    program = adjusted(begin(), "lock", "abdominal")
    assert "COR01" in planned(program)
    _, made = fold(program, *green_days(0, 5, exercises=("COR01",)))
    assert "abdominal" not in [one.subject for one in of(made, Kind.PROGRESSED)]
    _, made = fold(adjusted(program, "unlock", "abdominal"), *green_days(0, 5, exercises=("COR01",)))
    assert "abdominal" in [one.subject for one in of(made, Kind.PROGRESSED)]


def test_teaching_is_kept_with_control() -> None:
    """R16, §13.24: taught by a named practitioner; control confirms the phase's check."""
    program = after(begin(), Taught(on(1), "Robin Vale", "COR03"), Taught(on(2), "Robin Vale", "COR03", True))
    assert program.taught == ("COR03",)
    assert program.controlled == ("COR03",)
    assert after(begin(), Taught(on(1), "Robin Vale", "COR03")).controlled == ()
    with pytest.raises(Refused, match="XYZ99"):
        fold(begin(), Taught(on(1), "Robin Vale", "XYZ99"))


@pytest.mark.parametrize("phase", [1, 2])
@pytest.mark.parametrize("cause", CAUSES)
def test_no_contact_for_28_days_pauses_in_phases_1_and_2(cause: str, phase: int) -> None:
    """§3, §13.32: no contact by then = V."""
    program = in_phase(cause, phase)
    assert list(after(program, DayPassed(on(27))).locks) == []
    assert [one.urgency for one in after(program, DayPassed(on(29))).locks] == [Urgency.PAUSE]


@pytest.mark.parametrize(
    "contact",
    [Approved(on(20), "Robin Vale"), Taught(on(20), "Robin Vale", "COR01"), Adjusted(on(20), "x", "lock", "abdominal")],
    ids=["approved", "taught", "adjusted"],
)
def test_any_contact_counts(contact: object) -> None:
    """§13.32: any approval, visit, sign-off or message by the practitioner."""
    program = after(begin(), contact, DayPassed(on(47)))  # type: ignore[arg-type]
    assert program.locks == ()


def test_contact_is_not_asked_of_a_person_alone_or_in_later_phases() -> None:
    """§13.32: phases 1-2; a person without a practitioner has none to wait for."""
    assert after(begin(supervised=False), DayPassed(on(60))).locks == ()
    assert after(in_phase(DISC, 3), *green_days(1, 40)).locks == ()


def test_a_mark_tells_what_it_was_and_is() -> None:
    """architecture: a decision has before and after."""
    _, made = fold(begin(), Adjusted(on(0), "Robin Vale", "lock", "abdominal"))
    assert (made[-1].before, made[-1].after) == (0, 1)


def test_an_order_can_be_withdrawn() -> None:
    """§13.21: the denial holds again, and the ladder stands where it lets it."""
    program = adjusted(begin(STENOSIS), "order", "REL02", reason="Eases, seen twice.")
    assert denied("REL02", program, KNOWLEDGE) is None
    program = adjusted(program, "withdraw", "REL02")
    assert program.orders == () and denied("REL02", program, KNOWLEDGE) is not None
    assert plan(program).relief[0].exercise != "REL02"
    with pytest.raises(Refused, match="REL02"):
        adjusted(program, "withdraw", "REL02")
