"""Findings the questions depend on: pregnancy, cancer, signs known and stable (clinical.md §3, §13.2-3, 7)."""

import pytest

from backstride.engine import Refer, prescribe, screen
from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Screened, TakenBack
from backstride.engine.screening import asked
from backstride.engine.values import Refused, Urgency
from tests.engine.builders import (
    CAUSES,
    KNOWLEDGE,
    PREGNANCY,
    WEEKS,
    after,
    answers,
    assessment,
    begin,
    fold,
    on,
    plan,
    reopened,
    screened,
)


def urgency(answer: Answer, known: tuple[str, ...]) -> Urgency | None:
    """The urgency this answer asks for with these signs known, or None."""
    outcome = screen([answer], KNOWLEDGE, known)
    return outcome.urgency if isinstance(outcome, Refer) else None


def test_what_is_asked_of_some_only() -> None:
    """§13.2: weekly also B1 for M, and K1's signs for anyone with past or present cancer."""
    for cause in CAUSES:
        assert ("B1" in asked(cause, False, KNOWLEDGE)) is (cause == PREGNANCY)
        assert "K3" not in asked(cause, False, KNOWLEDGE)
        for finding in WEEKS:
            assert {"B1"} <= set(asked(cause, False, KNOWLEDGE, (finding,)))
        assert "K3" in asked(cause, False, KNOWLEDGE, ("cancer",))


CANCER = Answer("K1", "yes", "no")


@pytest.mark.parametrize(
    "event", [Flagged(on(1), CANCER), screened(1, full=True, K1=CANCER)], ids=["at once", "with the screen"]
)
def test_cancer_told_is_cancer_recorded(event: Flagged | Screened) -> None:
    """§13.2: K1's signs are asked weekly from then on; leaving them out is no answer."""
    program = after(begin(), event, reopened(2, 2))
    assert program.assessment.contraindications == ("cancer",)
    assert "K3" in plan(program, 9).ask
    with pytest.raises(Refused, match="K3"):
        fold(program, screened(9))
    assert plan(after(program, screened(9, findings=("cancer",)))).ask == ()
    locked = after(program, Flagged(on(9), Answer("K3", "yes")))
    assert locked.lock is not None and locked.lock.urgency is Urgency.EMERGENCY


def test_cancer_at_the_assessment_is_recorded_too() -> None:
    """§13.2, §3 K1: past or present cancer."""
    said = {"K1": CANCER}
    program = begin(answers=answers(**said), approved=False)
    assert program.assessment.contraindications == ("cancer",)
    assert [one.flag for one in program.locks] == ["K1"]


def test_cancer_meant_as_a_no_is_not_recorded() -> None:
    """§13.7: only "I meant no" on that same screen takes it back."""
    program = after(begin(), Flagged(on(1), CANCER), TakenBack(on(1), "K1"))
    assert program.locks == () and program.assessment.contraindications == ()


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.flags))
def test_only_two_signs_can_be_known_and_stable(name: str) -> None:
    """§13.3: C1-C4 always E; for C5 and N1 a known, stable finding is no news."""
    known = assessment(known=(name,))
    if name in ("C5", "N1"):
        assert prescribe(known, KNOWLEDGE, on(0)).assessment.known == (name,)
    else:
        with pytest.raises(Refused, match=name):
            prescribe(known, KNOWLEDGE, on(0))


def test_a_known_and_stable_sign_is_no_news() -> None:
    """§13.3: "new" is anything a practitioner has not recorded as known and stable."""
    assert urgency(Answer("C5", "yes"), known=("C5",)) is None
    assert urgency(Answer("N1", "yes", "no"), known=("N1",)) is None
    assert urgency(Answer("C5", "unsure"), known=("C5",)) is Urgency.SAME_DAY
