"""Red flags: what each answer asks for, when questions are due, locks and taking back (clinical.md §3, §13.1-8)."""

import pytest

from backstride.engine import Clear, Refer, screen
from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Flagged, Screened, TakenBack
from backstride.engine.screening import asked, due
from backstride.engine.values import Refused, Site, Urgency
from tests.engine.builders import (
    DISC,
    KNOWLEDGE,
    RED,
    after,
    answers,
    begin,
    fold,
    kinds,
    morning,
    on,
    plan,
    screened,
    session,
)

CES = ("C1", "C2", "C3", "C4", "C5")
E, U, V, W = Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.PAUSE, Urgency.WATCH


def urgency(*given: Answer, known: tuple[str, ...] = ()) -> Urgency | None:
    """The urgency these answers ask for, or None."""
    outcome = screen(given, KNOWLEDGE, known)
    return outcome.urgency if isinstance(outcome, Refer) else None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        *[(Answer(name, "yes"), E) for name in CES],
        *[(Answer(name, "unsure"), U) for name in (*CES, "N1")],
        *[(Answer(name, "no"), None) for name in KNOWLEDGE.flags],
        (Answer("N1", "yes"), E),  # unanswered further question
        (Answer("N1", "yes", "yes"), E),
        (Answer("N1", "yes", "unsure"), E),
        (Answer("N1", "yes", "no"), U),
        (Answer("N2", "yes"), U),
        (Answer("N2", "yes", "yes"), U),  # strength is worse
        (Answer("N2", "yes", "no"), V),  # numbness alone
        (Answer("N3", "yes"), E),  # sudden cold, painful foot
        (Answer("F1", "yes"), U),
        (Answer("K1", "yes", "yes"), E),
        (Answer("K1", "yes"), E),
        (Answer("K1", "yes", "no"), V),
        (Answer("I1", "yes", "yes"), E),
        (Answer("I1", "yes"), E),
        (Answer("I1", "yes", "no"), U),
        (Answer("A1", "yes"), E),
        (Answer("V1", "yes", "yes"), E),
        (Answer("V1", "yes", "no"), U),
        (Answer("V2", "yes"), V),
        (Answer("X1", "yes"), W),
        (Answer("O1", "yes"), V),
        (Answer("K2", "yes", parts=("weight-loss",)), V),
        (Answer("K2", "yes", parts=("age",)), None),  # age counts only beside another
        (Answer("K2", "yes", parts=("age", "night-pain")), U),
        (Answer("K2", "yes", parts=("weight-loss", "night-pain")), U),
        (Answer("K2", "yes"), V),
        (Answer("K2", "unsure"), W),
        (Answer("K2", "unsure", parts=("weight-loss",)), V),
        (Answer("K2", "unsure", parts=("age",)), W),
    ],
    ids=lambda value: (
        f"{value.flag} {value.said} {value.follow} {'+'.join(value.parts)}" if isinstance(value, Answer) else ""
    ),
)
def test_what_an_answer_asks_for(answer: Answer, expected: Urgency | None) -> None:
    """§3 and §13.1, 13.4, 13.5; an unanswered further question is E."""
    assert urgency(answer) == expected


def test_the_most_urgent_comes_first() -> None:
    """§3: every flag keeps its own urgency, and the highest rules."""
    outcome = screen((Answer("X1", "yes"), Answer("F1", "yes"), Answer("C2", "yes")), KNOWLEDGE)
    assert outcome == Refer(E, (("C2", E), ("F1", U), ("X1", W)))
    assert screen(answers(), KNOWLEDGE) == Clear()


@pytest.mark.parametrize("name", ["C1", "C2", "C3", "C4"])
def test_these_are_an_emergency_even_when_recorded_as_known(name: str) -> None:
    """§13.3: C1-C4 always E."""
    assert urgency(Answer(name, "yes"), known=(name,)) is E


def test_a_known_weakness_that_gets_worse_quickly_is_news() -> None:
    """§13.3: "or that is getting worse or different from it, however old"."""
    assert urgency(Answer("N1", "yes", "yes"), known=("N1",)) is E
    assert urgency(Answer("N1", "unsure"), known=("N1",)) is U


def test_an_unknown_flag_or_part_is_refused_by_name() -> None:
    """A misspelled id must never pass for a clear screen."""
    with pytest.raises(Refused, match="Z9"):
        screen((Answer("Z9", "yes"),), KNOWLEDGE)
    with pytest.raises(Refused, match="cough"):
        screen((Answer("K2", "yes", parts=("cough",)),), KNOWLEDGE)


def test_which_questions_are_weekly() -> None:
    """§13.2: weekly C1-C5, N1, N2, A1, and a new fall, fever, hot calf or breathlessness; all at the start."""
    weekly = set(asked(DISC, False, KNOWLEDGE))
    assert {*CES, "N1", "N2", "A1", "F1", "I1", "V1"} <= weekly
    assert not {"K2", "X1", "O1", "Y1", "V2", "B1"} & weekly
    assert not {"K1", "K3"} & weekly
    assert set(asked(DISC, True, KNOWLEDGE)) == set(KNOWLEDGE.flags) - {"B1", "K3"}


def test_a_screen_with_a_question_left_out_is_refused() -> None:
    """A question nobody answered is not a no."""
    part = tuple(one for one in answers(full=False) if one.flag != "C3")
    with pytest.raises(Refused, match="C3"):
        fold(begin(), Screened(on(7), part))
    with pytest.raises(Refused, match="C1"):
        fold(begin(), Screened(on(7), (*answers(full=False), Answer("C1", "no"))))


@pytest.mark.parametrize(("day", "expected"), [(6, None), (7, False), (27, False), (28, True), (90, True)])
def test_when_questions_are_due(day: int, expected: bool | None) -> None:
    """§13.2: weekly, all of them every 28 days."""
    found = due(after(begin(), DayPassed(on(day))), on(day), KNOWLEDGE)
    assert (found[0] if found else None) is expected


def test_weekly_answers_do_not_put_off_the_full_screen() -> None:
    """§13.2: every 28 days all questions."""
    program = after(begin(), *[screened(day) for day in (7, 14, 21)], DayPassed(on(28)))
    assert plan(program).ask_full


@pytest.mark.parametrize(
    "event",
    [
        morning(1, leg=6),
        morning(1, back=5),
        morning(1, leg=4, site=Site.CALF),
        session(1, RED),
    ],
    ids=["leg 2 more", "back 2 more", "further down", "red"],
)
def test_what_makes_questions_due_at_once(event: object) -> None:
    """§13.2: pain 2 or more above the last check-in, or leg symptoms worse; §4: after a red ask N1 and C1-C5."""
    program, made = fold(begin(), event)  # type: ignore[arg-type]
    assert (Kind.ASKED, "flags") in kinds(made)
    today = plan(program)
    assert {*CES, "N1"} <= set(today.ask)
    assert not plan(after(program, screened(1))).ask


def test_due_questions_stop_the_session_and_leave_walking_and_ease() -> None:
    """§13.1: no session until answered; walking and positions of ease stay."""
    today = plan(begin(), 7)
    assert today.session is None
    assert today.relief == ()
    assert today.walk is not None
    assert today.ease
    assert today.no_session is not None and today.no_session.rule == "screening/due"


@pytest.mark.parametrize("name", [*CES, "N1"])
def test_one_yes_locks_at_once(name: str) -> None:
    """H1, H2, §13.7: a yes locks at once, whatever is still unanswered."""
    program, made = fold(begin(), Flagged(on(1), Answer(name, "yes")))
    assert kinds(made) == [(Kind.LOCKED, name)]
    today = plan(program)
    assert today.lock is not None and today.lock.urgency is E
    assert (today.session, today.relief, today.walk) == (None, (), None)


@pytest.mark.parametrize(("name", "walks"), [("V2", False), ("O1", False), ("K1", False), ("N2", True)])
def test_a_pause_stops_sessions_and_for_some_flags_walks(name: str, walks: bool) -> None:
    """§13.6: V stops sessions; walking goes on, but not with V2, O1, K1 or K2."""
    today = plan(after(begin(), Flagged(on(1), Answer(name, "yes", "no"))))
    assert today.session is None
    assert today.relief == ()
    assert (today.walk is not None) is walks
    assert today.ease


def test_watch_goes_on_but_nothing_rises() -> None:
    """§13.6: W: the program goes on, nothing goes up until a practitioner has seen it."""
    program = begin(said={"X1": "yes"}, approved=False)
    assert [one.urgency for one in program.locks] == [W]
    program = after(begin(), screened(0, full=True, X1="yes"))
    assert plan(program).session is not None


def test_watch_ends_after_28_days() -> None:
    """§13.6: 28 days at most."""
    program = after(begin(), screened(0, full=True, X1="yes"))
    assert after(program, DayPassed(on(28))).locks != ()
    assert [one for one in after(program, DayPassed(on(29))).locks if one.urgency is W] == []


def test_i_meant_no_takes_it_back_the_same_date_only() -> None:
    """§13.7: only "I meant no" on that same screen takes it back."""
    program = after(begin(), Flagged(on(1), Answer("C1", "yes")))
    assert after(program, TakenBack(on(1), "C1")).locks == ()
    with pytest.raises(Refused, match="C1"):
        fold(program, TakenBack(on(2), "C1"))
    with pytest.raises(Refused, match="C2"):
        fold(program, TakenBack(on(1), "C2"))


def test_taking_back_leaves_what_was_there_before() -> None:
    """§13.7: an older lock is re-opened by a practitioner only."""
    program = after(begin(), Flagged(on(1), Answer("N2", "yes", "no")), Flagged(on(3), Answer("N2", "yes", "yes")))
    program = after(program, TakenBack(on(3), "N2"))
    assert [(one.urgency, one.since) for one in program.locks] == [(V, on(1))]


def test_the_pause_of_a_rule_cannot_be_taken_back() -> None:
    """§13.7, §13.10: only an answer can have been meant otherwise."""
    program = after(begin(), session(0, RED), session(1, RED))
    with pytest.raises(Refused):
        fold(program, TakenBack(on(1), "response/two_reds_in_a_row"))


def test_a_more_urgent_answer_replaces_the_milder_and_never_the_other_way() -> None:
    """§3: the highest urgency of a flag stays."""
    mild, urgent = Answer("V1", "yes", "no"), Answer("V1", "yes", "yes")
    up = after(begin(), Flagged(on(1), mild), Flagged(on(1), urgent))
    down = after(begin(), Flagged(on(1), urgent), Flagged(on(1), mild))
    assert up.lock is not None and up.lock.urgency is E
    assert down.lock is not None and down.lock.urgency is E


def test_a_lock_does_not_pass_with_time() -> None:
    """§13.7: a lock stays until somebody has examined the person."""
    program = after(begin(), Flagged(on(1), Answer("C1", "yes")), DayPassed(on(200)))
    assert plan(program).lock is not None
    assert program.on == on(200)


def locked(*events: Flagged | Screened | TakenBack, known: tuple[str, ...] = ()) -> list[tuple[Urgency, int]]:
    """The locks after these events: urgency and day."""
    return [(one.urgency, (one.since - on(0)).days) for one in after(begin(known=known), *events).locks]


OPEN = Flagged(on(1), Answer("N1", "yes"))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Flagged(on(1), Answer("N1", "yes", "no")), [(U, 1)]),
        (Flagged(on(1), Answer("N1", "yes", "yes")), [(E, 1)]),
        (Flagged(on(1), Answer("N1", "yes", "unsure")), [(E, 1)]),
        (Flagged(on(1), Answer("N1", "no")), [(E, 1)]),
        (Flagged(on(1), Answer("N1", "unsure")), [(E, 1)]),
        (TakenBack(on(1), "N1"), []),
    ],
    ids=["no", "yes", "not sure", "the question no", "the question not sure", "I meant no"],
)
def test_an_open_further_question_answered_on_the_same_screen(
    event: Flagged | TakenBack, expected: list[tuple[Urgency, int]]
) -> None:
    """§13.4: E or U is decided by one more question; §13.7: only "I meant no" takes a yes back."""
    assert locked(OPEN, event) == expected


@pytest.mark.parametrize("known", [(), ("N1",)])
@pytest.mark.parametrize(
    "event",
    [
        Flagged(on(5), Answer("N1", "yes", "no")),
        Flagged(on(5), Answer("N1", "no")),
        Flagged(on(5), Answer("N1", "unsure")),
        screened(5),
        screened(5, N1=Answer("N1", "yes", "no")),
    ],
    ids=["further no", "no", "not sure", "screen", "screen with further no"],
)
def test_an_open_further_question_stays_an_emergency_on_a_later_date(
    event: Flagged | Screened, known: tuple[str, ...]
) -> None:
    """§13.4 unanswered = E; §13.7: never an E by anything less than an examination."""
    assert (E, 1) in locked(OPEN, event, known=known)
