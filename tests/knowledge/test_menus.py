"""What each cause opens in each phase, against the program table and the "+" column written out here by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from backstride.knowledge import Library
from backstride.knowledge.cause import Cause, Phase

LETTERS = {
    "D": "disc-herniation", "G": "degenerative-disc-disease", "S": "spinal-stenosis", "L": "spondylolisthesis",
    "P": "piriformis", "J": "sacroiliac-joint", "M": "pregnancy", "N": "undifferentiated",
}  # fmt: skip
# Clinical reference §1.4, phases 1 to 4 of each cause. "As G" is written out.
PROGRAM = {
    "D": (
        "REL01 REL02 REL03 REL04 COR01",
        "MOB01 MOB02 MOB03 NRV01 HAM01 COR02 COR03 BRG01 HIP01",
        "COR05 COR06 COR07 COR08 COR09 BRG02 BRG03 BCK01 BCK02 FUN01 FUN02 FUN03 HAM02 HAM03 HAM04 NRV02",
        "COR10 FUN05 FUN06",
    ),
    "G": (
        "MOB01 REL06 REL02",
        "COR01 COR02 COR03 BRG01 MOB02 MOB03 HAM01 HAM02",
        "COR04 COR05 COR06 COR07 COR08 COR09 HIP01 HIP02 HIP03 HIP04 FUN01 FUN02 FUN03 FUN04",
        "COR10 FUN05 FUN06 AER03",
    ),
    "S": (
        "REL06 REL07 REL08 REL09 AER03",
        "MOB01 MOB04 HAM02 COR01 COR02 COR03 BRG01 AER01",
        "COR05 HIP01 HIP02 HIP03 HIP04 FUN02 FUN03 FUN04 AER03",
        "AER01 AER03",
    ),
    "L": (
        "REL06 MOB01 COR01",
        "COR02 COR03 REL07 HAM01 HAM02 BRG01",
        "COR04 COR06 COR07 COR08 HIP01 HIP02 HIP03 HIP04 FUN01 FUN02 FUN03",
        "COR10 FUN05",
    ),
    "P": (
        "GLU01 GLU02 NRV01",
        "GLU03 GLU04 HIP01 MOB04 HAM01 HAM02",
        "HIP02 HIP03 HIP04 HIP05 BRG02 BRG03 FUN01 FUN02 FUN03 FUN04",
        "",
    ),
    "J": (
        "REL07 MOB01 COR01",
        "MOB02 REL02 GLU01 BRG01 HIP01",
        "COR06 COR07 COR08 HIP02 HIP03 FUN02 FUN03",
        "FUN04 FUN05",
    ),
    "M": ("MOB03 REL10 AER04", "COR01 HIP01 BRG01", "COR08 HIP02 HIP03 FUN02 COR06", ""),
    "N": (
        "AER01 MOB01 MOB02 MOB03",
        "COR01 COR02 COR03 BRG01 HAM01 HAM02",
        "COR04 COR05 COR06 COR07 COR08 COR09 HIP01 HIP02 HIP03 HIP04 FUN01 FUN02 FUN03 FUN04",
        "COR10 FUN05 FUN06 AER03",
    ),
}
# Clinical reference §2, the "+" column: causes (* for all) and phases; "?" where the column names no phase.
PLUS = {
    "REL01": "D1 J1", "REL02": "D1 J2 G?", "REL03": "D1-2", "REL04": "D1-4", "REL05": "D1",
    "REL06": "S1 L1 G1 N1", "REL07": "S? L? J? N?", "REL08": "S1-4", "REL09": "S1-4", "REL10": "S? L? M?",
    "MOB01": "*?", "MOB02": "G? J? N? P?", "MOB03": "*?", "MOB04": "*2-4", "MOB05": "S? G? P? N?", "MOB06": "*?",
    "MOB07": "G? P? J? N?",
    "NRV01": "P1-3 D2-3", "NRV02": "D3 P3", "NRV03": "D4 P4",
    "HAM01": "*1-2", "HAM02": "*2-4", "HAM03": "*2-4", "HAM04": "S2-4 G2-4 L2-4 P2-4 N2-4 D3", "HAM05": "*3-4",
    "HAM06": "*4",
    "GLU01": "P1-3 J1-3 N1-3 S1-3", "GLU02": "P? J? N? G?", "GLU03": "P? S? G?", "GLU04": "P2-4",
    "COR01": "*1", "COR02": "*2", "COR03": "*2", "COR04": "G3 L3 N3 S3 D3", "COR05": "*3", "COR06": "*3",
    "COR07": "G3 L3 P3 N3 D3", "COR08": "*2-3", "COR09": "D3 G3 N3 P3", "COR10": "*3-4",
    "BRG01": "*2", "BRG02": "*3", "BRG03": "D3-4 G3-4 P3-4",
    "HIP01": "*2", "HIP02": "*3", "HIP03": "*3", "HIP04": "*3-4", "HIP05": "P3 D3 G3 L3 S3 M3",
    "BCK01": "D3 G3", "BCK02": "D3",
    "FUN01": "*2-4", "FUN02": "*2-4", "FUN03": "*3-4", "FUN04": "*3-4", "FUN05": "*3-4", "FUN06": "*4",
    "AER01": "*?", "AER02": "*2-4", "AER03": "S? D?", "AER04": "*?",
}  # fmt: skip
# No phase in the column: the first phase of §1.4 that names it for the cause, else this one.
UNDATED = {
    "REL07": "N1", "REL10": "S1 L2", "MOB01": "*1", "MOB02": "*2", "MOB03": "*1", "MOB05": "*2",
    "MOB06": "D1 G1 S1 L1 P2 J1 M1 N1", "MOB07": "*2", "GLU02": "*2", "GLU03": "*2", "AER01": "*1", "AER03": "D2", "AER04": "*1",
}  # fmt: skip
# §13.22-23: relief without a direction, what N chooses among, the nerve glide that stands in for a stretch, the walk,
# and the seated stretch that stays in pregnancy when lying on the back is left out.
READINGS = {
    "REL06": "D1 G1 S1 L1 P1 J1 N1", "MOB03": "*1", "REL01": "N1", "REL07": "N1", "NRV01": "*1", "AER01": "*1",
    "HAM04": "M1-4",
}  # fmt: skip
# Denied in every phase, so that no menu offers them; and no phase after the birth (§13.24), so nothing begins in 4.
NEVER = {"COR05": "M"}
HIGHEST = {"M": 3}
HELD = {"hamstring", "abdominal", "strength", "stretch"}
# What has its own place in the day: the walk, and the nerve glide that comes in when a hamstring stretch must wait.
UNASKED = {"AER01", "AER02", "NRV01"}
# bias, walk, control, review days, minutes between breaks while irritable and when settled
FACTS = {
    "D": ("neutral", "continuous", "COR03", (14, 42), (20, 45)),
    "G": ("neutral", "continuous", "COR03", (28, 42), (30, 60)),
    "S": ("flexion", "interval", "COR03", (42, 84), (30, 60)),
    "L": ("neutral", "continuous", "COR03", (70, 140), (30, 60)),
    "P": ("neutral", "continuous", "BRG01", (28, 42), (20, 45)),
    "J": ("neutral", "continuous", "COR01", (42,), (30, 60)),
    "M": ("neutral", "continuous", "COR08", (28, 56, 84), (30, 45)),
    "N": ("neutral", "continuous", "COR03", (42,), (30, 60)),
}
ENTRY = re.compile(r"([*A-Z])(?:(\?)|([1-4])(?:-([1-4]))?)?")
PHASES = (1, 2, 3, 4)


def entries(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Letters and phases of one cell; no phases where the cell names none."""
    for word in text.split():
        found = ENTRY.fullmatch(word)
        assert found is not None, word
        letters, _, first, last = found.groups()
        phases = tuple(range(int(first), int(last or first) + 1)) if first else ()
        yield from ((letter, phases) for letter in (LETTERS if letters == "*" else letters))


def dated(cells: dict[str, str], exercise: str, letter: str) -> set[int]:
    """The phases a table names for this exercise and cause."""
    return {phase for one, phases in entries(cells.get(exercise, "")) if one == letter for phase in phases}


def opened(exercise: str, letter: str) -> set[int]:
    """The phases in which the tables open this exercise for this cause."""
    named = {phase for phase in PHASES if exercise in PROGRAM[letter][phase - 1].split()}
    found = named | dated(PLUS, exercise, letter) | dated(READINGS, exercise, letter)
    if letter in {one for one, phases in entries(PLUS.get(exercise, "")) if not phases} and not named:
        found |= dated(UNDATED, exercise, letter)
    begins_too_late = bool(found) and min(found) > HIGHEST.get(letter, 4)
    return set() if begins_too_late or letter in NEVER.get(exercise, "") else found


def of(letter: str, library: Library) -> Cause:
    """The cause this letter stands for in the tables."""
    return library.causes[LETTERS[letter]]


def test_every_cause_and_exercise_is_in_the_tables(library: Library) -> None:
    assert {cause.letter: cause.id for cause in library.causes.values()} == LETTERS
    assert set(library.exercises) == set(PLUS)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("letter", LETTERS)
def test_the_menu_is_that_of_the_tables(letter: str, phase: int, library: Library) -> None:
    wanted = {exercise for exercise in PLUS if phase in opened(exercise, letter)}
    assert set(of(letter, library).phases[phase - 1].menu) == wanted


def asked_for(phase: Phase, library: Library) -> set[str]:
    """The purposes a phase asks for; a ladder asked for by name stands for its purpose."""
    return {library.ladders[one].purpose if one in library.ladders else one for one in phase.asks}


@pytest.mark.parametrize("letter", LETTERS)
def test_every_program_holds_its_ladders(letter: str, library: Library) -> None:
    cause = of(letter, library)
    purposes = {library.ladders[name].purpose for name in library.engine.open_ladders[cause.id]}
    assert purposes >= HELD | {"aerobic"}
    assert all(asked_for(phase, library) >= HELD for phase in cause.phases)
    assert "relief" in cause.phases[0].asks


@pytest.mark.parametrize("letter", LETTERS)
def test_there_is_a_walk_from_the_first_day(letter: str, library: Library) -> None:
    assert "AER01" in of(letter, library).phases[0].menu


@pytest.mark.parametrize("letter", LETTERS)
def test_what_a_phase_opens_is_asked_for_then_or_later(letter: str, library: Library) -> None:
    """Relief and aerobic work have their own place in the day."""
    cause = of(letter, library)
    purpose = {rung.exercise: ladder.purpose for ladder in library.ladders.values() for rung in ladder.rungs}
    for number, phase in enumerate(cause.phases):
        later = cause.phases[number:]
        asked = {one for other in later for one in asked_for(other, library)} | {"relief", "aerobic"}
        if "in-turn" in asked:
            continue
        assert {one for one in phase.menu if one not in UNASKED and purpose[one] not in asked} == set()


@pytest.mark.parametrize("letter", LETTERS)
def test_bias_walk_control_review_and_breaks(letter: str, library: Library) -> None:
    cause = of(letter, library)
    facts = (cause.bias.value, cause.walk, cause.control, cause.review_days, cause.break_minutes)
    assert facts == FACTS[letter]
    assert cause.control in {one for phase in cause.phases[:2] for one in phase.menu}


def test_what_only_some_causes_have(library: Library) -> None:
    having = {
        "graded": {one.letter for one in library.causes.values() if one.graded},
        "kinds": {one.letter for one in library.causes.values() if one.kinds},
        "irritable back": {one.letter for one in library.causes.values() if one.irritable_back},
        "highest phase": {
            f"{one.letter} {kind.id}": kind.highest_phase
            for one in library.causes.values()
            for kind in one.kinds
            if kind.highest_phase < 4
        },
        "comfort": {one.letter: one.comfort for one in library.causes.values() if one.comfort},
    }
    assert having == {
        "graded": {"L"},
        "kinds": {"L", "M"},
        "irritable back": {"J"},
        "highest phase": {f"{letter} pregnant": phase for letter, phase in HIGHEST.items()},
        "comfort": {"G": ("MOB01", "REL06", "REL02"), "N": ("REL01", "REL06", "REL07")},
    }
    assert [kind.id for kind in of("L", library).kinds] == ["isthmic", "degenerative"]


def test_the_comfortable_positions_can_be_given_at_once(library: Library) -> None:
    for cause in library.causes.values():
        assert set(cause.comfort) <= set(cause.phases[0].menu), cause.id
