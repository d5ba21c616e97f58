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
    "N1": (E, U, U), "N2": (U, V, V), "N3": (E, U, E), "F1": (U, V, U), "K1": (E, V, V), "K2": (V, W, V), "K3": (E, U, E),
    "I1": (E, U, U), "A1": (E, U, E), "V1": (E, U, U), "V2": (V, W, V), "X1": (W, W, W), "B1": (E, U, U),
    "Y1": (V, V, V), "O1": (V, V, V),
}  # fmt: skip
WEEKLY = {"C1", "C2", "C3", "C4", "C5", "N1", "N2", "N3", "F1", "I1", "A1", "V1", "B1", "K3"}
NOT_IN_THE_FULL_SCREEN = {"K3"}  # K1 asks it there
KNOWN_OK = {"C5", "N1"}
# What becomes more urgent when nobody has looked within some days.
OVERDUE = {"N2": (3, U), "K1": (1, U)}
PREGNANCIES = {"pregnancy", "pregnancy-20-weeks", "pregnancy-28-weeks"}
# Causes and findings a question is limited to.
ONLY = {"B1": ({"pregnancy"}, PREGNANCIES), "K3": (set(), {"cancer"})}
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


def test_which_belong_to_the_full_screen(library: Library) -> None:
    assert {flag.id for flag in library.flags.values() if not flag.full} == NOT_IN_THE_FULL_SCREEN


def test_which_can_be_known_and_stable(library: Library) -> None:
    """§13.3: C1-C4 always E; C5 and N1 may be known to those who examined."""
    assert {flag.id for flag in library.flags.values() if flag.known_ok} == KNOWN_OK
    for flag in library.flags:
        known = urgency(Answer(flag, "yes", follow="no"), library, (flag,))
        assert (known is None) is (flag in KNOWN_OK), flag


def test_what_becomes_overdue(library: Library) -> None:
    flags = library.engine.flags.values()
    assert {flag.id: (flag.review_days, flag.overdue) for flag in flags if flag.review_days} == OVERDUE


def test_what_is_asked_of_some_only(library: Library) -> None:
    found = {flag.id: (set(flag.only), set(flag.only_with)) for flag in library.flags.values()}
    assert {name: limits for name, limits in found.items() if limits != (set(), set())} == ONLY


def test_what_a_yes_records(library: Library) -> None:
    assert {flag.id: flag.records for flag in library.flags.values() if flag.records} == {"K1": "cancer"}


def test_only_a_child_gets_no_program_at_all(library: Library) -> None:
    assert {flag.id for flag in library.flags.values() if flag.no_program} == {"Y1"}


def test_every_flag_has_a_short_name_of_its_own(library: Library) -> None:
    names = [flag.name for flag in library.flags.values()]
    assert len(set(names)) == len(names)
    assert all(1 <= len(name.split()) <= 8 and name != "-" for name in names)


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
