"""What follows a pause: declared news, reminders, an overdue review (clinical.md §3, §13.2, §13.5, §13.8)."""

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Decision, Decisions, Kind
from backstride.engine.event import DECLARED, DayPassed, Declared, Event, Flagged
from backstride.engine.program import Program
from backstride.engine.screening import asked
from backstride.engine.values import Urgency
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    RED,
    after,
    begin,
    fold,
    kinds,
    on,
    plan,
    reopened,
    screened,
    session,
)

MILD = Flagged(on(1), Answer("N2", "yes", "no"))
V, U = Urgency.PAUSE, Urgency.SAME_DAY


@pytest.mark.parametrize("what", DECLARED)
@pytest.mark.parametrize("cause", CAUSES)
def test_declared_news_pauses_and_asks_everything(cause: str, what: str) -> None:
    """§3 pause and refer; §13.2: all questions on a declared new diagnosis, injection, surgery or pregnancy."""
    program, made = fold(begin(cause), Declared(on(1), what))
    assert [(one.urgency, one.flag, one.since) for one in program.locks] == [(V, "pausing/declared", on(1))]
    assert (Kind.LOCKED, "pausing/declared") in kinds(made) and (Kind.ASKED, "flags") in kinds(made)
    assert all(("declared", what) in one.reason.facts for one in made if one.reason.rule == "pausing/declared")
    today = plan(program)
    assert today.ask_full and set(asked(cause, True, KNOWLEDGE)) <= set(today.ask)
    assert today.session is None and today.relief == ()
    assert today.walk is not None and today.ease


def test_declared_again_is_one_pause() -> None:
    """§13.8: reminders count from the first word of it."""
    program = after(begin(), Declared(on(1), "injection"), Declared(on(2), "surgery"))
    assert [(one.flag, one.since) for one in program.locks] == [("pausing/declared", on(1))]


def test_an_answered_screen_does_not_lift_it() -> None:
    """§13.7: V clears as a lock does, by an examination."""
    program = after(begin(), Declared(on(1), "injection"), screened(1, full=True))
    assert plan(program).ask == ()
    assert plan(program).session is None
    assert plan(after(program, reopened(3, 2))).session is not None


def test_a_declared_pregnancy_counts_from_that_day() -> None:
    """§13.20: pregnancy: prone always; §13.2: B1 among the questions."""
    program = after(begin(), Declared(on(1), "pregnancy"))
    assert "B1" in plan(program).ask
    assert "REL01" not in plan(program).ease and plan(program).ease
    assert "REL01" in plan(after(begin(), Declared(on(1), "injection"))).ease


@pytest.mark.parametrize(("day", "urgency"), [(1, V), (3, V), (4, V), (5, U), (9, U)])
@pytest.mark.parametrize("supervised", [True, False])
def test_numbness_nobody_looked_at_in_3_days_is_for_the_same_day(day: int, urgency: Urgency, supervised: bool) -> None:
    """§13.5: N2, numbness alone = V, review within 3 days, overdue = U."""
    program = after(begin(supervised=supervised), MILD, DayPassed(on(day)))
    assert program.lock is not None and program.lock.urgency is urgency
    assert (plan(program).walk is None) is (urgency is U)


def test_it_becomes_urgent_once_and_keeps_its_first_day() -> None:
    """§13.7: the days closed count from the first lock."""
    program, made = fold(begin(), MILD, DayPassed(on(20)))
    urgent = [one for one in made if one.reason.rule == "pausing/overdue"]
    assert [(one.kind, one.subject, one.on) for one in urgent] == [(Kind.LOCKED, "N2", on(5))]
    assert [(one.urgency, one.since) for one in program.locks] == [(V, on(1)), (U, on(5))]


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.flags))
def test_only_what_has_a_review_date_becomes_urgent(name: str) -> None:
    """§3 K1 V→U, §13.5 N2; every other pause waits with reminders."""
    flag = KNOWLEDGE.flag(name)
    assert (flag.overdue is U) is (name in ("K1", "N2"))
    assert (flag.review_days > 0) is (flag.overdue is not None)


def test_cancer_nobody_looked_at_is_for_the_same_day() -> None:
    """§3 K1: V→U."""
    program = after(begin(), Flagged(on(1), Answer("K1", "yes", "no")))
    days = KNOWLEDGE.flag("K1").review_days
    due, late = after(program, DayPassed(on(1 + days))), after(program, DayPassed(on(2 + days)))
    assert [one.lock.urgency for one in (due, late) if one.lock is not None] == [V, U]


def test_what_was_reopened_is_not_overdue() -> None:
    """§13.5: a review ends it."""
    program = after(begin(), MILD, reopened(3, 2), DayPassed(on(12)))
    assert program.locks == ()


def told(made: Decisions) -> list[tuple[int, Kind, str]]:
    """Day, kind and subject of what the unanswered pause made."""
    return [((one.on - on(0)).days, one.kind, one.subject) for one in made if one.reason.rule == "pausing/unanswered"]


PAUSES: dict[str, tuple[Event, ...]] = {
    "a flag": (Flagged(on(1), Answer("V2", "yes")),),
    "news": (Declared(on(1), "injection"),),
    "two reds": (session(0, RED), session(1, RED)),
}


@pytest.mark.parametrize("why", PAUSES)
def test_an_unanswered_pause_reminds_both_and_then_sends_elsewhere(why: str) -> None:
    """§13.8: reminder to both after 3 and 7 days, then the person is told to seek another practitioner."""
    _, made = fold(begin(), *PAUSES[why], DayPassed(on(40)))
    assert told(made) == [
        (4, Kind.NOTIFIED, "practitioner"),
        (4, Kind.NOTIFIED, "person"),
        (8, Kind.NOTIFIED, "practitioner"),
        (8, Kind.NOTIFIED, "person"),
        (9, Kind.REFERRED, "person"),
    ]


def test_a_person_alone_is_reminded_alone() -> None:
    """§13.8: there is no practitioner on the system to remind."""
    _, made = fold(begin(supervised=False), *PAUSES["a flag"], DayPassed(on(40)))
    assert {subject for _, _, subject in told(made)} == {"person"}


def test_an_answered_pause_reminds_nobody() -> None:
    """§13.8: no answer, no reminder."""
    _, made = fold(begin(), *PAUSES["a flag"], reopened(3, 3), DayPassed(on(20)))
    assert told(made) == []


@pytest.mark.parametrize(
    "event", [screened(1, full=True, X1="yes"), Flagged(on(1), Answer("C1", "yes"))], ids=["watch", "lock"]
)
def test_only_pauses_are_recalled(event: Event) -> None:
    """§13.8 is of V; W goes on by itself, E and U are told at once what to do."""
    assert told(fold(begin(), event, DayPassed(on(27)))[1]) == []


def test_a_lock_beside_it_has_sent_the_person_to_somebody_already() -> None:
    """§13.6-8: E and U say what to do now; nobody is reminded of the pause beneath."""
    emergency = Flagged(on(2), Answer("C1", "yes"))
    assert told(fold(begin(), *PAUSES["a flag"], emergency, DayPassed(on(20)))[1]) == []
    milder = after(begin(), emergency, *[Flagged(on(3), Answer("V2", "yes"))])
    assert told(fold(milder, DayPassed(on(20)))[1]) == []


def test_days_count_from_the_oldest_pause() -> None:
    """§13.8: one conversation, not one a flag."""
    program: Program = after(begin(), *PAUSES["a flag"])
    _, made = fold(program, Flagged(on(3), Answer("K2", "yes", parts=("weight-loss",))), DayPassed(on(40)))
    days = [day for day, _, _ in told(made)]
    assert days == [4, 4, 8, 8, 9]
    reasons: list[Decision] = [one for one in made if one.reason.rule == "pausing/unanswered"]
    assert {one.reason.facts[0] for one in reasons} == {("because of", "V2")}


def test_the_same_whether_opened_every_day_or_once() -> None:
    """architecture: the same fold, however seldom the program is opened."""
    start = after(begin(DISC), *PAUSES["a flag"])
    at_once = fold(start, DayPassed(on(30)))
    daily = fold(start, *(DayPassed(on(day)) for day in range(2, 31)))
    assert at_once == daily
