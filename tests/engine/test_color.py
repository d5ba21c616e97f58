"""The traffic light of clinical.md §4 as read by §13.10-16, condition by condition."""

from typing import Any

import pytest

from backstride.engine import color
from backstride.engine.event import CheckedIn, Report
from backstride.engine.program import Bout
from backstride.engine.values import Color, Settled, Site
from tests.engine.builders import KNOWLEDGE, morning, report

USUAL = color.Usual(leg=2, back=2)
NUMBERS = KNOWLEDGE.numbers["color/session"]
STENOSIS = KNOWLEDGE.numbers["color/stenosis_walk"]
GREEN, GREEN_C, SOFT, HARD, RED = Color.GREEN, Color.GREEN_C, Color.SOFT_AMBER, Color.HARD_AMBER, Color.RED


def judged(felt: Report, next_morning: CheckedIn | None = None) -> Color:
    """The color of a session that settled, with an ordinary morning after it unless given."""
    return color.session(felt, next_morning or morning(1), USUAL, NUMBERS).color


def felt(**more: Any) -> Report:
    """A report with its later answers given: settled, still at the thigh, no tingling."""
    return report(
        **{"settled": True, "site_later": more.get("site_after", Site.THIGH), "tingling_later": False, **more}
    )


@pytest.mark.parametrize(
    ("leg", "back", "expected"),
    [
        ((2, 2), (2, 2), GREEN),
        ((2, 3), (2, 3), GREEN),
        ((3, 4), (4, 5), GREEN),
        ((4, 5), (2, 2), SOFT),  # r 1, leg at 5
        ((5, 5), (2, 2), SOFT),
        ((2, 2), (5, 6), SOFT),  # r 1, back at 6
        ((6, 6), (2, 2), SOFT),  # high baseline: best color amber
        ((2, 2), (6, 5), SOFT),
        ((2, 4), (2, 2), HARD),  # r 2
        ((2, 2), (2, 4), HARD),
        ((4, 6), (2, 2), HARD),
        ((2, 5), (2, 2), RED),  # r 3
        ((2, 2), (2, 5), RED),
        ((6, 7), (2, 2), RED),  # peak 7 with r 1
        ((2, 2), (6, 7), RED),
        ((7, 7), (2, 2), SOFT),  # peak 7 with r 0
        ((8, 6), (2, 2), SOFT),
    ],
)
def test_rises_and_levels(leg: tuple[int, int], back: tuple[int, int], expected: Color) -> None:
    """§4: r is the peak minus that day's baseline, for leg and back separately."""
    assert judged(felt(leg=leg, back=back)) is expected


@pytest.mark.parametrize(
    ("leg", "back", "expected"),
    [(2, 2, GREEN), (1, 1, GREEN), (3, 2, SOFT), (2, 3, SOFT), (4, 2, RED), (2, 4, RED), (9, 2, RED)],
)
def test_the_next_morning_against_the_usual_one(leg: int, back: int, expected: Color) -> None:
    """§13.11: worse is 2 above the usual morning; 1 above is soft amber however long it lasts."""
    assert judged(felt(), morning(1, leg=leg, back=back)) is expected


def test_usual_stiffness_never_colors_and_more_than_usual_is_hard_amber() -> None:
    """§13.11-12."""
    assert judged(felt(), morning(1, stiffer=False)) is GREEN
    assert judged(felt(), morning(1, stiffer=True)) is HARD


@pytest.mark.parametrize(
    ("leg", "back", "said", "expected"),
    [
        ((2, 4), (2, 2), Settled.WITHIN_HOUR, HARD),
        ((2, 4), (2, 2), Settled.WITHIN_DAY, HARD),
        ((2, 4), (2, 2), Settled.NOT_YET, RED),
        ((2, 2), (2, 4), Settled.NOT_YET, RED),
        ((2, 3), (2, 2), Settled.WITHIN_DAY, SOFT),
        ((2, 2), (2, 2), Settled.WITHIN_HOUR, GREEN),
    ],
)
def test_two_more_must_settle_within_a_day(
    leg: tuple[int, int], back: tuple[int, int], said: Settled, expected: Color
) -> None:
    """§13.12: r = 2 not settled in 24 h is red; green settles within the hour (§4)."""
    told = felt(leg=leg, back=back, settled=said is Settled.WITHIN_HOUR)
    assert judged(told, morning(1, settled=said)) is expected


@pytest.mark.parametrize(("effort", "expected"), [(0, GREEN), (7, GREEN), (8, HARD), (10, HARD)])
def test_effort_over_seven_is_hard_amber(effort: int, expected: Color) -> None:
    """§4, §13.12."""
    assert judged(felt(effort=effort)) is expected


@pytest.mark.parametrize(("completed", "expected"), [(100, GREEN), (50, GREEN), (49, SOFT), (0, SOFT)])
def test_less_than_half_done_is_soft_amber(completed: int, expected: Color) -> None:
    """§13.12."""
    assert judged(felt(completed=completed)) is expected


@pytest.mark.parametrize(
    ("later", "expected"), [(False, SOFT), (True, RED)], ids=["gone within 10 minutes", "still there after 30"]
)
def test_new_tingling(later: bool, expected: Color) -> None:
    """§13.12: tingling under 10 minutes is soft amber, over 30 minutes red."""
    assert judged(felt(tingling=True, tingling_later=later)) is expected


def test_weakness_is_red() -> None:
    """§4 Stop: weakness; its questions decide the lock (§13.10)."""
    assert judged(felt(weakness=True)) is RED


@pytest.mark.parametrize(
    ("before", "after", "later", "peak", "expected"),
    [
        (Site.THIGH, Site.CALF, Site.CALF, 3, RED),
        (Site.THIGH, Site.CALF, Site.THIGH, 3, HARD),  # came back within 30 minutes
        (Site.BACK, Site.BUTTOCK, Site.BUTTOCK, 2, RED),
        (Site.THIGH, Site.FOOT, Site.CALF, 2, RED),  # came back in part only
        (Site.THIGH, Site.CALF, Site.CALF, 1, GREEN),  # hurts less than 2
        (Site.NOWHERE, Site.BACK, Site.BACK, 2, GREEN),  # not buttock or lower
        (Site.THIGH, Site.THIGH, Site.CALF, 2, RED),  # moved down afterwards
    ],
)
def test_pain_further_down(before: Site, after: Site, later: Site, peak: int, expected: Color) -> None:
    """§13.12-13: counts when the new site is buttock or lower and hurts 2 or more; back within 30 min is hard amber."""
    told = felt(leg=(peak, peak), site_before=before, site_after=after, site_later=later)
    assert judged(told, morning(1, site=before)) is expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, GREEN_C),
        ({"back": (2, 4)}, GREEN_C),  # back may rise by 2
        ({"back": (5, 6)}, GREEN_C),  # lifts back peak 6
        ({"back": (2, 5)}, RED),  # not 3
        ({"back": (6, 7)}, RED),  # and never a red
        ({"leg": (2, 4)}, HARD),  # the leg as for green
        ({"leg": (4, 5)}, SOFT),
        ({"site_later": Site.THIGH}, GREEN),  # up for a while is only green
        ({"back": (2, 4), "site_later": Site.THIGH}, HARD),
        ({"back": (2, 4), "effort": 8}, HARD),  # lifts nothing else
        ({"back": (2, 4), "completed": 40}, SOFT),
        ({"back": (2, 4), "tingling_later": True, "tingling": True}, RED),
    ],
)
def test_moving_up_makes_a_sorer_back_acceptable(more: dict[str, Any], expected: Color) -> None:
    """§4 Green-C, §13.14: moves up and stays up an hour; lifts the back's amber rules and nothing else."""
    assert judged(felt(**{"site_after": Site.BUTTOCK, **more}), morning(1, site=Site.BUTTOCK)) is expected


def test_moving_up_lifts_a_morning_one_above_for_the_back_only() -> None:
    """§13.14: for the back the morning 1 above is lifted, never a red one, and not for the leg."""
    up = felt(site_after=Site.BUTTOCK)
    at_buttock = {"site": Site.BUTTOCK}
    assert judged(up, morning(1, back=3, **at_buttock)) is GREEN_C
    assert judged(up, morning(1, leg=3, **at_buttock)) is SOFT
    assert judged(up, morning(1, back=4, **at_buttock)) is RED


def test_nobody_said_that_it_stayed_up() -> None:
    """§4: "stays up ≥ 1 h"; a missing answer lifts nothing, so a back 2 higher stays hard amber."""
    assert judged(felt(back=(2, 4), site_after=Site.BUTTOCK, site_later=None), morning(1, site=None)) is HARD


@pytest.mark.parametrize("name", ["before_leg", "before_back", "peak_leg", "peak_back", "site_before", "site_after"])
def test_a_missing_answer_is_soft_amber(name: str) -> None:
    """§4: missing answers are amber; §13.12: soft."""
    given = {key: getattr(felt(), key) for key in Report.__dataclass_fields__}
    assert judged(Report(**{**given, name: None})) is SOFT


@pytest.mark.parametrize(
    "unsaid", [morning(1, leg=None), morning(1, back=None), CheckedIn(morning(1).on)], ids=["leg", "back", "all"]
)
def test_a_missing_morning_is_soft_amber(unsaid: CheckedIn) -> None:
    """§4, §13.12."""
    assert judged(felt(), unsaid) is SOFT


def test_whether_it_settled_must_be_said_once() -> None:
    """§13.15: asked after 30-60 minutes and in the morning; one of the two is enough, none is soft amber."""
    assert judged(felt(settled=None), morning(1)) is GREEN
    assert judged(felt(settled=True), morning(1, settled=None)) is GREEN
    assert judged(felt(settled=None), morning(1, settled=None)) is SOFT


def test_a_missing_answer_never_hides_a_red() -> None:
    """§4 precedence: Red > Amber."""
    assert judged(Report(before_leg=2, peak_leg=5)) is RED


def test_a_walk_is_judged_like_a_session() -> None:
    """§13.10: every session and every walk gets its own color."""
    for told in (felt(), felt(leg=(2, 4)), felt(leg=(2, 5)), felt(leg=(5, 5))):
        assert color.walk(told, morning(1), USUAL, NUMBERS).color is judged(told)


def stenosis(leg: tuple[int, int], ease: int | None, next_morning: CheckedIn | None = None, **more: Any) -> Color:
    """The color of a stenosis walk."""
    bout = Bout(felt(leg=leg, **more), GREEN, walk=True, ease=ease)
    return color.stenosis_walk(bout, next_morning or morning(1), USUAL, STENOSIS, NUMBERS).color


@pytest.mark.parametrize(
    ("leg", "ease", "expected"),
    [
        ((1, 4), 2, GREEN),
        ((0, 4), 10, GREEN),
        ((4, 6), 10, GREEN),  # 2 above the value before, as that is higher
        ((3, 5), 5, GREEN),
        ((2, 5), 5, HARD),
        ((0, 6), 5, HARD),
        ((1, 4), 11, HARD),
        ((1, 4), 30, HARD),
        ((1, 4), 31, RED),
        ((1, 7), 5, RED),
        ((5, 7), 5, RED),
        ((6, 7), 5, RED),
    ],
)
def test_stenosis_walks_have_their_own_scale(leg: tuple[int, int], ease: int, expected: Color) -> None:
    """§13.16."""
    assert stenosis(leg, ease) is expected


def test_a_stenosis_walk_whose_easing_was_not_told_is_not_green() -> None:
    """§4: missing answers are amber; §13.16 needs "to ≤ 1 within 10 min of sitting"."""
    assert stenosis((1, 4), None) is SOFT
    assert stenosis((1, 6), None) is HARD
    assert stenosis((1, 7), None) is RED


def test_a_stenosis_walk_and_its_morning() -> None:
    """§13.16: worse next morning is red; lasting signs always are (§4)."""
    assert stenosis((1, 4), 2, morning(1, leg=4)) is RED
    assert stenosis((1, 4), 2, morning(1, leg=None)) is SOFT
    assert stenosis((1, 4), 2, weakness=True) is RED
    assert stenosis((1, 4), 2, tingling=True, tingling_later=True) is RED


def test_where_the_light_is_off_only_lasting_signs_act() -> None:
    """§13.10, §13.17: a site moving down, lasting numbness and weakness; nothing else."""
    assert color.alarms(felt(leg=(2, 9), back=(2, 9), effort=10), NUMBERS).color is GREEN
    assert color.alarms(felt(weakness=True), NUMBERS).color is RED
    assert color.alarms(felt(tingling=True, tingling_later=True), NUMBERS).color is RED
    assert color.alarms(felt(site_after=Site.CALF, site_later=Site.CALF), NUMBERS).color is RED


def test_every_red_names_the_figures_it_read() -> None:
    """§4, architecture: every decision with its reasons."""
    facts = dict(color.session(felt(leg=(2, 5)), None, USUAL, NUMBERS).facts)
    assert facts["leg at its worst"] == 5
    assert facts["leg rose by"] == 3


def test_pain_still_further_down_next_morning_is_red_even_without_the_answer_in_between() -> None:
    """§13.13: it stayed for over 30 minutes."""
    down = felt(leg=(3, 3), site_after=Site.CALF, site_later=None)
    assert judged(down, morning(1, site=Site.CALF)) is RED
    assert judged(down, morning(1, site=Site.THIGH)) is HARD


def test_from_the_buttock_to_the_back_is_moving_up_too() -> None:
    """§4 Green-C."""
    assert judged(felt(site_before=Site.BUTTOCK, site_after=Site.BACK), morning(1, site=Site.BACK)) is GREEN_C
    assert judged(felt(site_before=Site.BACK, site_after=Site.NOWHERE), morning(1, site=Site.NOWHERE)) is GREEN


@pytest.mark.parametrize("leg", [(1, 1), (0, 1), (3, 3)])
def test_a_stenosis_walk_that_brought_nothing_on_needs_no_easing(leg: tuple[int, int]) -> None:
    """§13.16: to ≤ 1, or to the value before the walk."""
    assert stenosis(leg, None) is GREEN


def test_what_is_missing_is_named() -> None:
    """architecture: every decision with the figures it read."""
    facts = color.session(felt(leg=(None, 2)), morning(1), USUAL, NUMBERS).facts
    assert facts == (("missing", "before leg"),)
