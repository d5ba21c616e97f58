"""Never up on a day that says no, never two at once (clinical.md §13.18, §13.31; hazard H5)."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given

from backstride.engine import today
from backstride.engine.decision import Decision, Kind
from backstride.engine.event import Adjusted, Approved, Assessed, SessionDone, Taught
from backstride.engine.rungs import open_rungs
from tests.engine.builders import KNOWLEDGE
from tests.properties.histories import History, Step, histories
from tests.properties.scripts import thorough

LEVEL_CEILING = {1: 4, 2: 8, 3: 12, 4: 16}


def rises(step: Step) -> list[Decision]:
    """What went up in a step: a ladder, the walk, or the phase, entered or proposed."""
    return [one for one in step.made if one.kind in (Kind.PROGRESSED, Kind.PHASE_PROPOSED) or _forward(one)]


def _forward(one: Decision) -> bool:
    return one.kind is Kind.PHASE_CHANGED and int(one.after) > int(one.before)


@thorough
@given(histories)
def test_nothing_rises_on_a_day_that_says_no(history: History) -> None:
    """H5: no rise with a red flag, in a flare, withheld, paused, after a red that day or yesterday, at 6, or unanswered."""
    reds: set[date] = set()
    for step in history.steps:
        reds |= {one.on for one in step.made if one.kind is Kind.COLORED and one.after == "red"}
        if rises(step):
            program = step.after
            assert program.locks == ()
            assert program.flare is None
            assert program.approved_on is not None
            assert program.screening.due == ""
            assert program.withheld_until is None or program.withheld_until <= program.on
            assert program.progress_from is None or program.progress_from <= program.on
            assert not {program.on, program.on - timedelta(days=1)} & reds
            assert program.today.leg is not None and program.today.back is not None
            assert max(program.today.leg, program.today.back) < 6


@thorough
@given(histories)
def test_one_rise_a_date_and_one_open_rung_at_once(history: History) -> None:
    """§13.18: one upward change a day, walking and phase included; never more than one rung, never past the ceiling."""
    found: Counter[date] = Counter()
    for step in history.steps:
        found.update(one.on for one in rises(step) if one.kind is not Kind.PHASE_PROPOSED)
        for one in [made for made in step.made if made.kind is Kind.PROGRESSED]:
            if one.subject == "walk":
                assert int(one.after) == int(one.before) + 1
                continue
            places = open_rungs(step.after, one.subject, KNOWLEDGE)
            assert int(one.after) in places
            assert [place for place in places if int(one.before) < place < int(one.after)] == []
            assert int(one.after) <= step.after.ladder(one.subject).ceiling
    assert max(found.values(), default=0) <= 1


@thorough
@given(histories)
def test_what_is_done_never_jumps_more_than_one_rung(history: History) -> None:
    """§13.18: from one session to the next that holds the ladder, also after denials, pauses and phases back and forward."""
    stood: dict[str, int] = {}
    for step in history.steps:
        if isinstance(step.event, Adjusted | Assessed | Taught):
            stood = {}
        plan = today(step.before, KNOWLEDGE, step.event.on)
        if not isinstance(step.event, SessionDone) or plan.session is None:
            continue
        for item in plan.session.items:
            if item.exercise in step.event.exercises and item.ladder in stood:
                places = open_rungs(step.after, item.ladder, KNOWLEDGE)
                assert sum(stood[item.ladder] < place <= item.rung for place in places) <= 1, item.ladder
            if item.exercise in step.event.exercises and step.before.worst < 6:
                stood[item.ladder] = item.rung


@thorough
@given(histories)
def test_the_walk_rises_a_level_a_week_at_most(history: History) -> None:
    """§5, §13.31: ≥ 7 days per level, one level, within the phase's and the approved ceiling."""
    last: date | None = None
    for step in history.steps:
        if step.after.walk.level > step.before.walk.level and not isinstance(step.event, Adjusted | Assessed):
            assert step.after.walk.level == step.before.walk.level + 1
            assert step.after.walk.level <= min(step.after.walk.ceiling, LEVEL_CEILING[step.after.phase])
        for one in [made for made in step.made if made.kind is Kind.PROGRESSED and made.subject == "walk"]:
            assert last is None or (one.on - last).days >= 7
            last = one.on


@thorough
@given(histories)
def test_nothing_is_given_past_what_was_approved(history: History) -> None:
    """R2: the engine never goes past what was approved."""
    for step in history.steps:
        plan = step.plan
        if plan.session is not None:
            assert step.after.approved_on is not None
            for item in plan.session.items:
                assert item.rung <= max(0, step.after.ladder(item.ladder).ceiling)
        if plan.walk is not None and isinstance(step.event, Approved):
            assert plan.walk.level <= step.event.walk_ceiling
