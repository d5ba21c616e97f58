"""Reviews: reminders before one is due, and no gain after 6 and 12 weeks (clinical.md §1.4, §13.32-33)."""

from collections.abc import Iterator
from typing import Any

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Decisions, Kind
from backstride.engine.event import Approved, Assessed, DayPassed, Event, Flagged, Measured
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    STENOSIS,
    adjusted,
    after,
    assessment,
    begin,
    fold,
    morning,
    of,
    on,
    plan,
    reopened,
    report,
    screened,
    walk,
)

SIX, TWELVE = 42, 84
GRACE = int(KNOWLEDGE.numbers["review/no_gain"]["grace_days"])


def quiet_days(first: int, last: int, leg: int, back: int = 1, cause: str = DISC) -> Iterator[Event]:
    """Mornings and easy walks with this pain, screened when due."""
    for day in range(first, last + 1):
        if day and day % 7 == 0:
            yield screened(day, cause, full=day % 28 == 0)
        yield morning(day, leg=leg, back=back)
        yield walk(day, 20, report(leg=(leg, leg), back=(back, back), settled=True))


def told(made: Decisions, rule: str = "review/no_gain") -> list[tuple[int, Kind, str]]:
    """Day, kind and subject of what a review rule made."""
    return [((one.on - on(0)).days, one.kind, one.subject) for one in made if one.reason.rule == rule]


def weeks(
    first: int, last: int, day: int = SIX, rmdq: tuple[int, int] | None = None, **found: Any
) -> tuple[Program, Decisions]:
    """A person alone with this worst leg at the start and now, some days after a review date."""
    program = begin(**{"leg": first, "back": 1, "supervised": False, **found})
    scores = () if rmdq is None else (Measured(on(0), "rmdq", rmdq[0]),)
    later = () if rmdq is None else (Measured(on(day), "rmdq", rmdq[1]),)
    return fold(
        program,
        *scores,
        *quiet_days(1, day, last),
        *later,
        *quiet_days(day + 1, day + GRACE, last),
        DayPassed(on(day + 7)),
    )


@pytest.mark.parametrize(
    ("first", "last", "paused"),
    [
        (6, 6, True),
        (6, 5, True),  # 17 %
        (10, 7, False),  # 30 %
        (6, 4, False),
        (3, 3, True),
        (3, 2, False),  # 33 %
        (2, 2, False),  # began at 2
        (0, 2, False),
        (1, 3, False),
    ],
)
def test_no_gain_in_worst_pain_after_6_weeks(first: int, last: int, paused: bool) -> None:
    """§3, §13.33: worst pain not better by 30 % = pause and refer; skipped when it began ≤ 2."""
    program, made = weeks(first, last)
    assert [(one.urgency, one.flag) for one in program.locks] == ([(Urgency.PAUSE, "review/no_gain")] if paused else [])
    kinds = [(kind, subject) for _, kind, subject in told(made)]
    assert kinds == ([(Kind.LOCKED, "review/no_gain"), (Kind.REFERRED, "person")] if paused else [])
    if paused:
        assert plan(program).session is None and plan(program).walk is not None


@pytest.mark.parametrize(
    ("pain", "rmdq", "paused"),
    [
        ((6, 6), (15, 6), False),  # 60 % better
        ((6, 6), (10, 7), False),  # 30 %
        ((6, 6), (10, 8), True),
        ((6, 6), (4, 4), True),  # RMDQ began at 4: pain alone is judged
        ((2, 2), (10, 10), True),  # pain began at 2: RMDQ alone is judged
        ((2, 2), (10, 7), False),
        ((2, 2), (4, 4), False),  # both began low
        ((6, 4), (10, 10), False),  # one of the two is enough
    ],
)
@pytest.mark.parametrize("day", [SIX, TWELVE])
def test_neither_worst_pain_nor_rmdq(pain: tuple[int, int], rmdq: tuple[int, int], paused: bool, day: int) -> None:
    """§13.33: both fail; skipped when both began ≤ 2 / ≤ 4; the RMDQ of that week may be answered on its day."""
    ended = weeks(*pain, rmdq=rmdq)[0] if day == SIX else _after_a_good_half(pain, rmdq)
    assert ("review/no_gain" in [one.flag for one in ended.locks]) is paused


def _after_a_good_half(pain: tuple[int, int], rmdq: tuple[int, int]) -> Program:
    """All gone at 6 weeks, and at 12 weeks these figures."""
    program = after(begin(leg=pain[0], back=1, supervised=False), Measured(on(0), "rmdq", rmdq[0]))
    better = after(program, *quiet_days(1, SIX, 0, 0), Measured(on(SIX), "rmdq", 0), *quiet_days(SIX + 1, 70, 0, 0))
    worse = after(better, *quiet_days(71, TWELVE, pain[1]), Measured(on(TWELVE), "rmdq", rmdq[1]))
    return after(worse, *quiet_days(TWELVE + 1, TWELVE + GRACE, pain[1]))


def test_it_is_told_some_days_after_the_week_is_over() -> None:
    """§13.33 from the start; the 6-week questions come due on day 42, and need a few days to be answered."""
    _, made = weeks(6, 6)
    assert {day for day, _, _ in told(made)} == {SIX + GRACE}
    assert 1 <= GRACE <= 7


def test_the_figures_are_told() -> None:
    """architecture: a decision names the person's own figures."""
    _, made = weeks(6, 6, rmdq=(10, 9))
    facts = next(one for one in made if one.reason.rule == "review/no_gain").reason.facts
    assert facts == (("worst pain at the start", 6), ("worst pain now", 6), ("RMDQ at the start", 10), ("RMDQ now", 9))


def test_a_week_without_any_answer_is_not_judged() -> None:
    """§13.33 needs something to compare; the quiet days have their own rule (§13.28)."""
    program, made = fold(begin(leg=6, supervised=False), *quiet_days(1, 30, 6), DayPassed(on(60)))
    assert told(made) == [] and program.locks == ()


def test_worst_is_the_highest_of_leg_and_back() -> None:
    """§13.24: "worst" = the highest answer, leg or back."""
    start = begin(leg=2, back=7, supervised=False)
    assert after(start, *quiet_days(1, SIX + GRACE, 2, 6)).locks != ()
    assert after(start, *quiet_days(1, SIX + GRACE, 2, 4)).locks == ()


def test_from_the_start_means_the_first_assessment() -> None:
    """§13.33: from the start, not from a later assessment of the same course."""
    start = after(begin(leg=8, back=1, supervised=False), *quiet_days(1, 35, 5))
    again = after(start, Assessed(on(35), assessment(day=35, leg=5, back=1, supervised=False)))
    assert after(again, *quiet_days(36, SIX + GRACE, 5)).locks == ()
    milder = after(start, Assessed(on(35), assessment(day=35, leg=2, back=1, supervised=False)))
    assert after(milder, *quiet_days(36, SIX + GRACE, 8)).locks != ()


def test_reopened_it_is_looked_at_again_at_12_weeks_only() -> None:
    """§13.33: again at 12."""
    six, made = weeks(6, 6)
    alone = reopened(51, 50, practitioner=False)
    program, more = fold(six, screened(49), alone, *quiet_days(52, TWELVE + GRACE, 6))
    assert {day for day, _, _ in told((*made, *more))} == {SIX + GRACE, TWELVE + GRACE}
    assert [one.flag for one in program.locks] == ["review/no_gain"]


def reminded(program: Program, last: int) -> list[tuple[int, str]]:
    """Day and receiver of each reminder."""
    _, made = fold(program, DayPassed(on(last)))
    return [((one.on - on(0)).days, one.subject) for one in made if one.reason.rule == "review/reminder"]


@pytest.mark.parametrize("phase", [1, 2])
def test_a_week_before_28_days_without_contact(phase: int) -> None:
    """§13.32: the review date is never later than 28 days after the last, with a reminder a week before."""
    program = adjusted(begin("spondylolisthesis"), "phase", "phase", phase)
    assert reminded(program, 27) == [(21, "practitioner")]
    assert reminded(after(program, Approved(on(10), "Robin Vale")), 37) == [(31, "practitioner")]
    assert reminded(after(program, Approved(on(20), "Robin Vale")), 40) == []


def test_no_reminder_before_the_program_is_approved() -> None:
    """R2: there is nothing to review yet."""
    assert reminded(begin(approved=False), 60) == []


REVIEWS = {
    DISC: (14, 42), "degenerative-disc-disease": (28, 42), STENOSIS: (42, 84), "spondylolisthesis": (70, 140),
    "piriformis": (28, 42), "sacroiliac-joint": (42,), "pregnancy": (28, 56, 84), "undifferentiated": (42,),
}  # fmt: skip


@pytest.mark.parametrize("cause", CAUSES)
def test_the_reviews_of_each_cause(cause: str) -> None:
    """§1.4 "Review": D 2 and 6 weeks, S 6 and 12, L blocks of 10; to the practitioner, or to a person alone."""
    assert reminded(begin(cause, supervised=False), 170) == [(day, "person") for day in REVIEWS[cause]]
    in_later_phase = adjusted(begin(cause), "phase", "phase", 3)
    assert reminded(in_later_phase, 170) == [(day, "practitioner") for day in REVIEWS[cause]]


def test_a_review_just_made_is_not_asked_again() -> None:
    """§13.32: any approval or visit is a review."""
    program = adjusted(begin(), "phase", "phase", 3)
    seen = after(program, Approved(on(10), "Robin Vale"))
    assert reminded(seen, 27) == []
    for day, due in ((7, True), (8, False)):
        assert bool(reminded(after(program, Approved(on(day), "Robin Vale")), 27)) is due


def test_a_locked_program_is_not_judged_twice() -> None:
    """§13.33: a pause that stands already stays the same pause."""
    program = after(begin(leg=6, supervised=False), *quiet_days(1, 40, 6), Flagged(on(40), Answer("V2", "yes")))
    ended, made = fold(program, *quiet_days(41, SIX + GRACE, 6))
    assert len(of(made, Kind.LOCKED)) == 1
    assert sorted(one.flag for one in ended.locks) == ["V2", "review/no_gain"]
