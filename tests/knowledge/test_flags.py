"""Every red-flag question and what each answer to it asks for, against the table written out here by hand."""

from __future__ import annotations

import pytest

from backstride.engine import Clear, screen
from backstride.engine.assessment import Answer
from backstride.engine.values import Urgency
from backstride.knowledge import Library

E, U, V, W = Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.PAUSE, Urgency.WATCH
# yes, not sure, yes with the further question answered no
ANSWERS = {
    "C1": (E, U, E), "C2": (E, U, E), "C3": (E, U, E), "C4": (E, U, E), "C5": (E, U, E),
    "N1": (E, U, U), "N2": (U, V, V), "N3": (E, U, E), "F1": (U, V, U), "K1": (E, V, V), "K2": (V, W, V),
    "I1": (E, U, U), "A1": (E, U, E), "V1": (E, U, U), "V2": (V, W, V), "X1": (W, W, W), "B1": (E, U, U),
    "Y1": (V, V, V), "O1": (V, V, V),
}  # fmt: skip
WEEKLY = {"C1", "C2", "C3", "C4", "C5", "N1", "N2", "N3", "F1", "I1", "A1", "V1", "B1"}
STOPS_WALKING = {"K1", "K2", "O1", "V2"}


def urgency(answer: Answer, library: Library, known: tuple[str, ...] = ()) -> Urgency | None:
    """What one answer asks for."""
    outcome = screen([answer], library.engine, known)
    return None if isinstance(outcome, Clear) else outcome.urgency


def test_every_question_is_in_the_table(library: Library) -> None:
    assert set(library.flags) == set(ANSWERS)


@pytest.mark.parametrize("flag", sorted(ANSWERS))
def test_what_each_answer_asks_for(flag: str, library: Library) -> None:
    yes, unsure, softer = ANSWERS[flag]
    assert urgency(Answer(flag, "yes"), library) is yes
    assert urgency(Answer(flag, "unsure"), library) is unsure
    assert urgency(Answer(flag, "yes", follow="no"), library) is softer
    assert urgency(Answer(flag, "yes", follow="unsure"), library) is yes
    assert urgency(Answer(flag, "no"), library) is None


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("weight-loss",), V),
        (("age",), None),
        (("age", "night-pain"), U),
        (("weight-loss", "upper-back-pain"), U),
    ],
)
def test_how_the_items_of_k2_combine(parts: tuple[str, ...], wanted: Urgency | None, library: Library) -> None:
    assert urgency(Answer("K2", "yes", parts=parts), library) is wanted


@pytest.mark.parametrize("flag", ["C1", "C2", "C3", "C4"])
def test_cauda_equina_signs_are_news_even_when_known(flag: str, library: Library) -> None:
    assert urgency(Answer(flag, "yes"), library, (flag,)) is E


def test_a_known_and_stable_finding_is_no_news(library: Library) -> None:
    assert urgency(Answer("C5", "yes"), library, ("C5",)) is None
    assert urgency(Answer("N1", "yes", follow="no"), library, ("N1",)) is None


def test_a_known_finding_that_gets_worse_or_is_unclear_is_news(library: Library) -> None:
    assert urgency(Answer("C5", "unsure"), library, ("C5",)) is U
    assert urgency(Answer("N1", "yes", follow="yes"), library, ("N1",)) is E
    assert urgency(Answer("N1", "yes"), library, ("N1",)) is E


def test_which_are_asked_each_week(library: Library) -> None:
    assert {flag.id for flag in library.flags.values() if flag.weekly} == WEEKLY


def test_which_stop_the_walks_when_they_pause(library: Library) -> None:
    assert {flag.id for flag in library.flags.values() if flag.stops_walking} == STOPS_WALKING


def test_an_emergency_tells_not_to_drive(library: Library) -> None:
    for flag in library.flags.values():
        if "emergency" in flag.now:
            assert "Do not drive yourself" in flag.now["emergency"], flag.id
            assert "emergency" in flag.now["emergency"], flag.id


def test_no_number_is_guessed(library: Library) -> None:
    for flag in library.flags.values():
        assert not any(number in words for words in flag.now.values() for number in ("112", "911", "999")), flag.id
