"""Every future: what each answer would lead to (experience; clinical.md §4)."""

import pytest

from backstride.engine import options
from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Event, Flagged, FlareReported
from backstride.engine.options import SESSION_ANSWERS, Future
from backstride.engine.values import Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    after,
    at,
    begin,
    fold,
    green_days,
    morning,
    of,
    on,
    places,
    plan,
    screened,
)


def futures(*events: Event, cause: str = DISC, day: int = 0, **found: object) -> dict[str, Future]:
    """The futures of a day, by answer."""
    program = after(begin(cause, **found), *events)  # type: ignore[arg-type]
    return {one.answer: one for one in options(program, KNOWLEDGE, on(day)).futures}


def colors(future: Future) -> list[int | str]:
    """The colors given in a future, in order."""
    return [one.after for one in of(future.decisions, Kind.COLORED)]


@pytest.mark.parametrize(
    ("answer", "color"),
    [
        ("settles", "green"),
        ("more", "hard-amber"),
        ("much-more", "red"),
        ("moves-down", "red"),
        ("moves-up", "green-c"),
    ],
)
@pytest.mark.parametrize("cause", CAUSES)
def test_each_answer_has_its_color(cause: str, answer: str, color: str) -> None:
    """§4: the light that each answer would turn on."""
    assert colors(futures(morning(0, leg=2, back=2), cause=cause)[answer])[-1] == color


def test_a_day_with_a_session_has_every_answer() -> None:
    """architecture: every future."""
    assert set(futures()) == set(SESSION_ANSWERS)


@pytest.mark.parametrize(
    "events", [(Flagged(on(0), Answer("C1", "yes")),), (FlareReported(on(0)),), (morning(0, leg=9),)]
)
def test_a_day_without_a_session_has_one(events: tuple[Event, ...]) -> None:
    """Nothing is asked, so nothing can be answered but that the day passes."""
    assert set(futures(*events)) == {"not-done"}


def test_nothing_rises_in_a_red_future() -> None:
    """H5: red overrides."""
    told = futures(*green_days(0, 1), morning(2), day=2)
    assert of(told["settles"].decisions, Kind.PROGRESSED)
    for answer in ("more", "much-more", "moves-down"):
        assert of(told[answer].decisions, Kind.PROGRESSED) == []


def test_the_red_future_shows_tomorrow_without_a_session() -> None:
    """§13.19."""
    assert futures()["much-more"].tomorrow.session is None
    assert futures()["settles"].tomorrow.session is not None


def test_not_done_is_what_a_passing_day_does() -> None:
    """architecture: the same rules in another order of asking."""
    program = after(begin(), *green_days(0, 2))
    found = {one.answer: one for one in options(program, KNOWLEDGE, on(3)).futures}["not-done"]
    passed, made = fold(program, DayPassed(on(3)), DayPassed(on(4)))
    assert found.decisions == made
    assert found.tomorrow == plan(passed)


def test_asking_changes_nothing() -> None:
    """architecture: options is a pure question."""
    program = after(begin(), *green_days(0, 4))
    before = plan(program, 5)
    options(program, KNOWLEDGE, on(5))
    assert plan(program, 5) == before


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_easier_form_is_the_rung_below(step: int, cause: str) -> None:
    """R3: one step at a time, down as well, inside a session."""
    program = at(begin(cause), "COR01", step)
    found = {one.exercise: one.easier for one in options(program, KNOWLEDGE, on(0)).easier}
    assert found["COR01"] == (places("COR01", cause)[step - 1] if step else None)


def test_a_foot_that_hurts_cannot_hurt_further_down() -> None:
    """§4: the site ends at the foot; no future is impossible."""
    told = futures(morning(0, leg=3, site=Site.FOOT), screened(0))
    assert colors(told["moves-down"])


def test_even_a_leg_without_pain_can_move_down() -> None:
    """§13.13: it counts when it hurts 2 or more; the future shows the case that counts."""
    assert colors(futures(morning(0, leg=0, back=1))["moves-down"])[-1] == "red"
