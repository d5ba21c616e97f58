"""The light for any answers: exactly one color, never better for a missing or a worse answer (clinical.md §4)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backstride.engine import color
from backstride.engine.event import CheckedIn, Report
from backstride.engine.values import Color
from tests.engine.builders import KNOWLEDGE, on
from tests.properties.scripts import check_in, report, score, site, thorough

NUMBERS = KNOWLEDGE.numbers["color/session"]
usual = st.builds(color.Usual, score, score)
answered = st.builds(
    Report, before_leg=score, before_back=score, peak_leg=score, peak_back=score, site_before=site, site_after=site,
    effort=score, settled=st.booleans(), site_later=site, tingling_later=st.just(False),
)  # fmt: skip


def judged(felt: Report, morning: CheckedIn | None, usually: color.Usual) -> Color:
    """The color of a session."""
    return color.session(felt, morning, usually, NUMBERS).color


@thorough
@given(report, st.one_of(st.none(), check_in), usual)
def test_every_session_gets_one_color_with_its_figures(
    felt: Report, morning: CheckedIn | None, usually: color.Usual
) -> None:
    """§4: anything that matches no row, or has missing answers, is amber, so every session gets exactly one color."""
    verdict = color.session(felt, morning, usually, NUMBERS)
    assert verdict.color in Color
    assert verdict.facts


@thorough
@given(report, check_in, usual)
def test_a_missing_answer_is_never_green(felt: Report, morning: CheckedIn, usually: color.Usual) -> None:
    """§4: missing answers are amber."""
    needed = (felt.before_leg, felt.before_back, felt.peak_leg, felt.peak_back, felt.site_before, felt.site_after)
    if None in (*needed, morning.leg, morning.back):
        assert not judged(felt, morning, usually).is_green


@thorough
@given(answered, st.one_of(st.none(), check_in), usual, st.sampled_from(("peak_leg", "peak_back", "effort")))
def test_more_pain_or_effort_never_improves_the_color(
    felt: Report, morning: CheckedIn | None, usually: color.Usual, name: str
) -> None:
    """§4: the table is ordered."""
    value = getattr(felt, name)
    if value < 10:
        assert judged(replace(felt, **{name: value + 1}), morning, usually) >= judged(felt, morning, usually)


@thorough
@given(answered, score, score, usual)
def test_a_worse_morning_never_improves_the_color(felt: Report, leg: int, back: int, usually: color.Usual) -> None:
    """§13.11."""
    now = CheckedIn(on(1), leg, back)
    worse = CheckedIn(on(1), min(10, leg + 1), min(10, back + 1))
    assert judged(felt, worse, usually) >= judged(felt, now, usually)


@thorough
@given(answered, usual)
def test_green_means_what_the_table_says(felt: Report, usually: color.Usual) -> None:
    """§4 Green: leg r ≤ 1 and peak ≤ 4, back r ≤ 1 and peak ≤ 5 (r 2 when the pain moved up), effort ≤ 7, settled."""
    if judged(felt, None, usually).is_green:
        leg, back = (felt.peak_leg or 0) - (felt.before_leg or 0), (felt.peak_back or 0) - (felt.before_back or 0)
        up = judged(felt, None, usually) is Color.GREEN_C
        assert leg <= 1 and (felt.peak_leg or 0) <= 4
        assert back <= (2 if up else 1)
        assert up or (felt.peak_back or 0) <= 5
        assert (felt.effort or 0) <= 7 and felt.settled is not False
