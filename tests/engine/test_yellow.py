"""Yellow flags: asked at the start and monthly, told, and never a lock (clinical.md §3, §13.34)."""

import pytest

from backstride.engine.assessment import Answer
from backstride.engine.decision import Kind
from backstride.engine.event import DayPassed, Flagged, YellowAnswered
from backstride.engine.values import Refused
from backstride.engine.yellow import monthly
from tests.engine.builders import CAUSES, KNOWLEDGE, after, begin, fold, kinds, on, plan, planned, screened

EVERY = KNOWLEDGE.yellow


@pytest.mark.parametrize("cause", CAUSES)
def test_four_questions_at_the_start(cause: str) -> None:
    """§13.34: four own questions at the start."""
    assert len(EVERY) == 4
    assert plan(begin(cause)).yellow == EVERY
    assert plan(begin(cause), 3).yellow == EVERY


@pytest.mark.parametrize(("day", "due"), [(0, False), (1, False), (27, False), (28, True), (40, True)])
def test_and_monthly(day: int, due: bool) -> None:
    """§13.34: monthly: 28 days after the last answers."""
    program = after(begin(supervised=False), YellowAnswered(on(0)))
    assert monthly(program, on(day), KNOWLEDGE) == (EVERY if due else ())
    late = after(begin(), YellowAnswered(on(5)))
    assert monthly(late, on(32), KNOWLEDGE) == () and monthly(late, on(33), KNOWLEDGE) == EVERY


def test_a_yes_is_told_and_changes_nothing_else() -> None:
    """§3: never lock; notify practitioner."""
    before = begin()
    program, made = fold(before, YellowAnswered(on(0), EVERY[:2]))
    assert kinds(made) == [(Kind.NOTIFIED, "practitioner")] * 2
    assert [one.reason.facts for one in made] == [(("answered yes", name),) for name in EVERY[:2]]
    assert program.locks == () and planned(program) == planned(before)
    assert plan(program).walk == plan(before).walk


@pytest.mark.parametrize("said", [(), EVERY[2:3], EVERY])
def test_one_word_a_yes(said: tuple[str, ...]) -> None:
    """§3: notify = a queue entry, one for each belief."""
    _, made = fold(begin(), YellowAnswered(on(0), said))
    assert len(made) == len(said)


def test_nothing_rises_or_falls_by_them() -> None:
    """§13.34, H: yellow is no color and no flag of a screen."""
    program = after(begin(), YellowAnswered(on(0), EVERY))
    assert program.ladders == begin().ladders
    assert program.screening == begin().screening


def test_a_question_that_does_not_exist_is_refused_by_name() -> None:
    """A misspelled id must never pass for an answer."""
    with pytest.raises(Refused, match="worry"):
        fold(begin(), YellowAnswered(on(0), ("worry",)))


def test_they_wait_while_the_program_is_locked() -> None:
    """§13.6: the screen of a lock says what to do now, and asks nothing else."""
    locked = after(begin(), Flagged(on(0), Answer("C1", "yes")))
    paused = after(begin(), Flagged(on(0), Answer("V2", "yes")))
    assert plan(locked).yellow == () and plan(paused).yellow == EVERY


def test_the_date_is_that_of_the_last_answers() -> None:
    """§13.34, however often they were answered."""
    program = after(begin(supervised=False), YellowAnswered(on(0)), YellowAnswered(on(20), EVERY[:1]))
    assert program.yellow_on == on(20)
    assert plan(after(program, DayPassed(on(40)), screened(40, full=True))).yellow == ()
