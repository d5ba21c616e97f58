"""Relief through the day and positions of ease (clinical.md §1.4, §13.13, §13.20-22)."""

from typing import Any

import pytest

from backstride.engine.denial import denied
from backstride.engine.event import Taught
from backstride.engine.program import Program
from backstride.engine.relief import phase_today, relief_order, relief_today
from backstride.engine.values import Direction, Refused, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    PREGNANCY,
    SLIP,
    STENOSIS,
    adjusted,
    after,
    begin,
    in_phase,
    morning,
    on,
    plan,
    report,
    screened,
    session,
    settled,
)

DEGENERATIVE, ANY, JOINT = "degenerative-disc-disease", "undifferentiated", "sacroiliac-joint"
EXTENSION, FLEXION, NEUTRAL = Direction.EXTENSION, Direction.FLEXION, Direction.NEUTRAL


def relief(program: Program, day: int | None = None) -> list[str]:
    """The relief exercises of a day."""
    return [one.exercise for one in plan(program, day).relief]


@pytest.mark.parametrize(
    ("cause", "found", "expected"),
    [
        (DISC, {}, "REL06"),
        (DISC, {"preference": EXTENSION}, "REL01"),
        (DISC, {"preference": FLEXION}, "REL06"),
        (DEGENERATIVE, {}, "REL06"),
        (DEGENERATIVE, {"comfort": "REL02"}, "REL02"),
        (DEGENERATIVE, {"comfort": "MOB01"}, "MOB01"),
        (DEGENERATIVE, {"preference": EXTENSION}, "REL02"),
        (STENOSIS, {}, "REL07"),
        (STENOSIS, {"preference": EXTENSION}, "REL06"),
        (SLIP, {}, "REL06"),
        ("piriformis", {}, "REL06"),
        (JOINT, {}, "REL07"),
        (PREGNANCY, {}, "REL10"),
        (ANY, {}, "REL06"),
        (ANY, {"comfort": "REL01"}, "REL01"),
        (ANY, {"comfort": "REL07"}, "REL07"),
    ],
)
def test_relief_starts_with_the_mildest_of_its_direction(cause: str, found: dict[str, Any], expected: str) -> None:
    """§1.4 bias and phase 1; §13.22: N picks the most comfortable of REL01, REL06, REL07; G by comfort either way."""
    assert relief(begin(cause, **found)) == [expected]


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("preference", [None, *Direction])
def test_relief_keeps_to_the_direction_and_the_deny_list(cause: str, phase: int, preference: Direction | None) -> None:
    """§1.4: D extension only if recorded, S and L never; whatever is given is allowed, at most 8 times a day."""
    program = in_phase(cause, phase, preference=preference)
    for one in plan(program).relief:
        assert denied(one.exercise, program, KNOWLEDGE, one.form) is None
        assert 1 <= one.per_day <= 8
        direction = KNOWLEDGE.exercise(one.exercise).forms[one.form].direction
        assert direction is not EXTENSION or cause not in (STENOSIS, SLIP, PREGNANCY)
        if cause == DISC and preference is not EXTENSION:
            assert direction is NEUTRAL


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_from_phase_2_relief_is_as_needed(cause: str, phase: int) -> None:
    """§13.22: phase 2 replaces phase 1's menu; relief stays "as needed"."""
    assert [one.as_needed for one in plan(in_phase(cause, phase)).relief] == [phase >= 2]


@pytest.mark.parametrize(("cause", "comfort"), [(DISC, "REL06"), (ANY, "REL08"), (STENOSIS, "REL07")])
def test_a_comfort_the_cause_does_not_offer_is_refused(cause: str, comfort: str) -> None:
    """§13.22: the choice is among those named."""
    with pytest.raises(Refused, match="comfort"):
        begin(cause, comfort=comfort)


@pytest.mark.parametrize("cause", [ANY, DEGENERATIVE])
def test_what_is_most_comfortable_comes_first_among_the_positions_of_ease(cause: str) -> None:
    """§13.22: "picks the most comfortable"."""
    for comfort in KNOWLEDGE.cause(cause).comfort:
        assert plan(begin(cause, comfort=comfort)).ease[0] == comfort


def test_relief_and_ease_are_told_in_the_form_that_is_given() -> None:
    """§13.25: pillows where there is no chair; §13.20: sitting where kneeling hurts."""
    on_pillows = plan(begin(kit=("pillow",)))
    assert [(one.exercise, one.form) for one in on_pillows.relief] == [("REL06", "pillows")]
    seated = plan(begin(PREGNANCY, contraindications=("knee",)))
    assert ("MOB03", "seated") in zip(seated.ease, seated.ease_forms, strict=True)


def test_a_comfort_that_is_denied_gives_way() -> None:
    """§13.20: the deny-list is applied last."""
    program = begin(ANY, comfort="REL07", contraindications=("osteoporosis",))
    assert relief(program) == ["REL06"]
    assert "REL07" not in plan(program).ease


def test_a_closed_direction_leaves_relief_without_one() -> None:
    """§13.13, §13.22: relief without direction."""
    down = session(0, report(site_after=Site.CALF), ("REL01",))
    program = after(begin(preference=EXTENSION), down, settled(0, False, Site.CALF), screened(0))
    assert relief(program, 2) == ["REL06"]


def test_the_side_glide_is_for_those_who_were_taught() -> None:
    """§2 REL05: practitioner-taught only; then it comes before bending backward."""
    program = begin(preference=EXTENSION)
    assert "REL05" not in relief(program)
    assert relief(after(program, Taught(on(0), "Robin Vale", "REL05"))) == ["REL05"]


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize(("leg", "back"), [(6, 2), (2, 6), (7, 7)])
def test_in_high_pain_the_menu_is_that_of_phase_1(cause: str, phase: int, leg: int, back: int) -> None:
    """§4: ≥ 6 in back or leg → Phase 1 menu only."""
    program = after(in_phase(cause, phase), morning(1, leg=leg, back=back), screened(1, cause))
    assert phase_today(program, KNOWLEDGE) == 1
    assert set(relief(program)) <= KNOWLEDGE.cause(cause).menus[0]


@pytest.mark.parametrize("cause", CAUSES)
def test_relief_and_ease_stop_where_they_must(cause: str) -> None:
    """§13.1, §13.29: due questions and pain of 8 leave the positions of ease."""
    for today in (plan(begin(cause), 7), plan(after(begin(cause), morning(1, leg=8), screened(1, cause)))):
        assert today.relief == () and today.ease


def test_removed_by_the_practitioner_the_next_one_eases() -> None:
    """R2: the practitioner removes; the next ladder of the list takes its place."""
    program = adjusted(begin(STENOSIS), "remove", "relief-flexion")
    assert relief(program) == ["REL06"]
    assert relief_today(adjusted(program, "remove", "unloading"), KNOWLEDGE) == ()


@pytest.mark.parametrize("cause", CAUSES)
def test_the_order_names_each_ladder_once(cause: str) -> None:
    """§13.22: of the chosen comfort, then of the direction, then without one."""
    for preference in (None, *Direction):
        order = relief_order(begin(cause, preference=preference), KNOWLEDGE)
        assert len(order) == len(set(order)) and order[-1:] and "unloading" in order
