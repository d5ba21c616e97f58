"""What any plan of any history holds: safe when locked, short, never empty, never a planned rest day."""

from datetime import timedelta

from hypothesis import given

from backstride.engine import advance, options, today
from backstride.engine import options as asked_ahead
from backstride.engine.decision import Kind
from backstride.engine.event import Approved, DayPassed, Flagged, Reopened, Screened, TakenBack
from backstride.engine.plan import DayPlan
from backstride.engine.program import Lock
from backstride.engine.values import Urgency
from tests.engine.builders import KNOWLEDGE
from tests.properties.histories import History, histories
from tests.properties.scripts import thorough

WATCH_DAYS = 28


def plans(history: History) -> list[DayPlan]:
    """The plan after every event."""
    return [step.plan for step in history.steps]


@thorough
@given(histories)
def test_locked_means_no_exercise_at_all(history: History) -> None:
    """§13.6: E and U: no session, no relief, no walk, until somebody re-opens."""
    for step in history.steps:
        if any(lock.urgency >= Urgency.SAME_DAY for lock in step.after.locks):
            for days in (0, 1, 30):
                plan = today(step.after, KNOWLEDGE, step.after.on + timedelta(days=days))
                assert (plan.session, plan.relief, plan.walk) == (None, (), None)
                assert plan.lock is not None


@thorough
@given(histories)
def test_only_an_examination_re_opens(history: History) -> None:
    """§13.7: no lock or pause ends by itself, nor a closed direction; a watch ends by approval or after 28 days."""
    for step in history.steps:
        gone = [lock for lock in step.before.locks if lock not in step.after.locks]
        if isinstance(step.event, Reopened | TakenBack):
            continue
        if isinstance(step.event, Flagged | Screened):  # the further question, answered on the same date
            gone = [lock for lock in gone if lock.since != step.event.on or not lock.flag[:1].isupper()]
        assert all(lock.urgency is Urgency.WATCH or _replaced(lock, step.after.locks) for lock in gone)
        for lock in gone:
            if lock.urgency is Urgency.WATCH and not isinstance(step.event, Approved):
                assert (step.after.on - lock.since).days >= WATCH_DAYS or _replaced(lock, step.after.locks)
        assert set(step.before.closed_directions) <= set(step.after.closed_directions)


def _replaced(old: Lock, locks: tuple[Lock, ...]) -> bool:
    return any(lock.flag == old.flag and lock.urgency >= old.urgency and lock.since <= old.since for lock in locks)


@thorough
@given(histories)
def test_a_plan_is_never_empty_and_never_a_rest_day(history: History) -> None:
    """§13.6, §13.28: some walk or session outside locks and pauses, ease in a pause; a reason for what is missing."""
    for plan in plans(history):
        locked = plan.lock is not None and plan.lock.urgency.locks
        paused = plan.lock is not None and plan.lock.urgency >= Urgency.PAUSE
        assert paused or plan.walk is not None or plan.session is not None
        assert locked or plan.walk is not None or plan.session is not None or plan.ease
        assert (plan.session is None) == (plan.no_session is not None)
        assert (plan.walk is None) == (plan.no_walk is not None)


@thorough
@given(histories)
def test_no_flare_holds_more_than_two_rest_days(history: History) -> None:
    """R7, §4: from the onset on, the plan asks for a walk or a session every day until somebody has to look."""
    for step in history.steps:
        if step.after.flare is None or step.before.flare is not None:
            continue
        resting = 0
        for days in range(12):
            plan = today(step.after, KNOWLEDGE, step.after.on + timedelta(days=days))
            if plan.lock is not None and plan.lock.urgency >= Urgency.PAUSE:
                break
            resting = 0 if plan.walk is not None or plan.session is not None else resting + 1
            assert resting <= 2


@thorough
@given(histories)
def test_a_session_is_short(history: History) -> None:
    """§1.4, §8: six exercises at most, 20 minutes at most unless one alone is longer."""
    for plan in plans(history):
        if plan.session is not None:
            items = plan.session.items
            assert 1 <= len(items) <= 6
            assert plan.session.seconds == sum(item.seconds for item in items)
            assert plan.session.seconds <= 20 * 60 or len(items) == 1
            assert len({item.exercise for item in items}) == len(items)
        assert all(1 <= one.per_day <= 8 for one in plan.relief)


@thorough
@given(histories)
def test_due_questions_and_high_pain_stop_the_session(history: History) -> None:
    """§13.1, §13.29: no session while questions are due or at 8 and more; walks are then short."""
    for step in history.steps:
        plan = step.plan
        worst = max(step.after.today.leg or 0, step.after.today.back or 0)
        if plan.ask or worst >= 8 or step.after.approved_on is None:
            assert plan.session is None and plan.relief == ()
        if worst >= 8 and plan.walk is not None:
            assert plan.walk.minutes / plan.walk.bouts <= 5


@thorough
@given(histories)
def test_options_change_nothing_and_promise_what_happens(history: History) -> None:
    """architecture: every future, folded by the same rules."""
    program = history.program
    found = options(program, KNOWLEDGE, program.on)
    assert found == asked_ahead(program, KNOWLEDGE, program.on)
    tomorrow = program.on + timedelta(days=1)
    passed, first = advance(program, DayPassed(program.on), KNOWLEDGE)
    passed, second = advance(passed, DayPassed(tomorrow), KNOWLEDGE)
    not_done = next(future for future in found.futures if future.answer == "not-done")
    assert not_done.decisions == (*first, *second)
    assert not_done.tomorrow == today(passed, KNOWLEDGE, tomorrow)
    for future in found.futures:
        if future.answer in ("much-more", "moves-down"):
            assert not [one for one in future.decisions if one.kind is Kind.PROGRESSED]


@thorough
@given(histories)
def test_every_decision_names_a_rule_of_the_knowledge(history: History) -> None:
    """architecture: rule id and reasons with every decision."""
    for step in history.steps:
        for one in step.made:
            assert one.reason.rule in KNOWLEDGE.numbers
            assert one.on <= step.after.on
