"""What must not be given, against the deny column of the program table and the "–" column written out here by hand.

The cause files and the exercises' own `avoid` lists are both held to it, so neither can be changed alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from backstride.knowledge import Library
from backstride.knowledge.cause import Denial
from backstride.knowledge.exercise import Avoid

LETTERS = {
    "D": "disc-herniation", "G": "degenerative-disc-disease", "S": "spinal-stenosis", "L": "spondylolisthesis",
    "P": "piriformis", "J": "sacroiliac-joint", "M": "pregnancy", "N": "undifferentiated",
}  # fmt: skip
# Clinical reference §1.4, "Postpone / avoid": the words of the table, and the exercises they mean. Early: phases 1-2.
COLUMN = {
    "D": {
        "REL08-09": "REL08:leg-calm REL09",
        "loaded bending": "FUN01/loaded:leg-calm FUN06:leg-calm",
        "full toe-touch, HAM05-06, NRV03 until leg pain <= 2 for 2 weeks": "HAM05:leg-calm HAM06:leg-calm NRV03:leg-calm",
    },
    "G": {"end-range loading both ways, early": "BCK01@1-2 BCK02@1-2 COR05@1-2 FUN06@1-2"},
    "S": {"REL01-04": "REL01 REL02 REL03 REL04", "BCK01-02": "BCK01 BCK02"},
    "L": {
        "REL01-04": "REL01 REL02 REL03 REL04",
        "BCK01-02, loaded extension": "BCK01 BCK02 HIP05/prone",
        "FUN05 light (phase 4)": "FUN05/heavy",
    },
    "P": {"deep end-range stretch that lights up the leg": "GLU03:leg-spreads GLU04:leg-spreads"},
    "J": {
        "single-leg loading and wide splits early": "BRG02@1-2 BRG03@1-2 HIP03@1-2 HIP04@1-2 FUN04@1-2",
        "provocative rotation": "MOB02:irritable MOB07:irritable GLU04:irritable",
    },
    "M": {"prone work": "REL01 REL02 REL03 BCK01 BCK02 HIP05/prone"},
    "N": {"nothing fixed": ""},
}
# Clinical reference §2, the "–" column, without what a finding of the body denies (osteoporosis, shoulder, balance,
# dizziness, hip replacement). Cause, /forms, @phases, :condition; * for every cause.
MINUS = {
    "REL01": "S L M", "REL02": "S L M", "REL03": "S L M", "REL04": "S L", "REL07": "D@1:leg-spreads", "REL08": "D@1-2",
    "REL09": "D", "REL10": "D@1", "MOB02": "L D@1", "MOB07": "L", "NRV01": "*:irritable", "NRV02": "D@1",
    "NRV03": "*@1-3", "HAM03": "M:late-pregnancy", "HAM05": "D:leg-calm", "HAM06": "D@1-3", "GLU04": "J:irritable",
    "COR05": "D@1-2 M", "COR06": "L:no-control M/bench,knees,toes", "COR07": "J:irritable", "COR09": "L:no-control",
    "COR10": "M:late-pregnancy", "BRG02": "J:irritable", "BRG03": "J@1-2 L@1-2", "HIP04": "J@1-2",
    "HIP05": "L/prone S/prone M/prone", "BCK01": "S L M", "BCK02": "S L M", "FUN04": "J@1-2", "FUN05": "M/heavy",
}  # fmt: skip
# Read on the safe side: harder nerve work is not given where the mildest is not.
READINGS = {"NRV02": "*:irritable", "NRV03": "*:irritable"}
UNTIL = {"leg-calm"}
ENTRY = re.compile(r"([*A-Z]|[A-Z]{3}\d\d)(?:/([a-z,]+))?(?:@(\d)(?:-(\d))?)?(?::([a-z-]+))?")


@dataclass(frozen=True, order=True)
class Row:
    """One denial: a cause, an exercise, its phases, and the condition or forms it is limited to (empty for none)."""

    cause: str
    exercise: str
    phases: tuple[int, ...]
    until: str
    when: str
    forms: tuple[str, ...]


def cells(text: str) -> Iterator[tuple[str, tuple[int, ...], str, tuple[str, ...]]]:
    """The name, phases, condition and forms of each word of a cell."""
    for word in text.split():
        found = ENTRY.fullmatch(word)
        assert found is not None, word
        name, forms, first, last, condition = found.groups()
        phases = tuple(range(int(first), int(last or first) + 1)) if first else (1, 2, 3, 4)
        yield name, phases, condition or "", tuple(sorted(forms.split(","))) if forms else ()


def row(cause: str, exercise: str, cell: tuple[str, tuple[int, ...], str, tuple[str, ...]]) -> Row:
    """The denial a word of a table stands for."""
    _, phases, condition, forms = cell
    until, when = (condition, "") if condition in UNTIL else ("", condition)
    return Row(LETTERS[cause], exercise, phases, until, when, forms)


def by_column() -> Iterator[Row]:
    """The denials of §1.4."""
    for letter, meanings in COLUMN.items():
        for text in meanings.values():
            yield from (row(letter, cell[0], cell) for cell in cells(text))


def by_minus() -> Iterator[Row]:
    """The denials of §2, and what follows from them."""
    for exercise, text in (*MINUS.items(), *READINGS.items()):
        for cell in cells(text):
            yield from (row(letter, exercise, cell) for letter in (LETTERS if cell[0] == "*" else cell[0]))


def written(cause: str, exercise: str, one: Denial | Avoid) -> Row:
    """A denial as a file has it."""
    return Row(cause, exercise, one.phases, one.until or "", one.when or "", tuple(sorted(one.forms)))


def denials(library: Library) -> list[Row]:
    """What the cause files deny."""
    return [written(cause.id, one.exercise, one) for cause in library.causes.values() for one in cause.denials]


def avoided(library: Library) -> list[Row]:
    """What the exercise files avoid."""
    return [written(one.cause, exercise.id, one) for exercise in library.exercises.values() for one in exercise.avoid]


def once(rows: list[Row]) -> set[Row]:
    """The rows as a set; none stands there twice."""
    assert len(rows) == len(set(rows))
    return set(rows)


WANTED = {*by_column(), *by_minus()}


@pytest.mark.parametrize("cause", LETTERS.values())
def test_a_cause_denies_what_the_tables_deny(cause: str, library: Library) -> None:
    wanted = sorted(one for one in WANTED if one.cause == cause)
    assert sorted(one for one in once(denials(library)) if one.cause == cause) == wanted


def test_exercises_avoid_what_the_tables_deny(library: Library) -> None:
    assert sorted(once(avoided(library))) == sorted(WANTED)


def test_causes_and_exercises_agree(library: Library) -> None:
    assert once(denials(library)) == once(avoided(library))


def test_every_name_in_the_tables_has_a_file(library: Library) -> None:
    for one in WANTED:
        known = {"plain", *(form.id for form in library.exercises[one.exercise].forms)}
        assert set(one.forms) <= known, one


def lying_on_the_front(library: Library) -> Iterable[tuple[str, str]]:
    """Every exercise and form done lying on the front."""
    for exercise in library.engine.exercises.values():
        for name, form in exercise.forms.items():
            if "prone" in form.mechanisms:
                yield exercise.id, name


def test_no_front_lying_work_in_pregnancy(library: Library) -> None:
    """§13.20: prone always; whether or not somebody recorded the pregnancy as a finding too."""
    denied = [one for one in denials(library) if one.cause == "pregnancy" and (one.until, one.when) == ("", "")]
    whole = {one.exercise for one in denied if not one.forms and one.phases == (1, 2, 3, 4)}
    forms = {(one.exercise, form) for one in denied for form in one.forms if one.phases == (1, 2, 3, 4)}
    found = list(lying_on_the_front(library))
    assert found
    for exercise, form in found:
        assert exercise in whole or (exercise, form) in forms, (exercise, form)


@pytest.mark.parametrize("cause", ["spinal-stenosis", "spondylolisthesis"])
def test_no_end_range_extension_where_it_is_left_out(cause: str, library: Library) -> None:
    """§1.4: by direction, so that a new exercise cannot slip past the list of ids."""
    denied = [one for one in denials(library) if one.cause == cause and (one.until, one.when) == ("", "")]
    for exercise in library.engine.exercises.values():
        for name, form in exercise.forms.items():
            if form.direction.value == "extension":
                assert any(one.exercise == exercise.id and (not one.forms or name in one.forms) for one in denied), name


def test_every_denial_gives_its_reason_in_words(library: Library) -> None:
    for cause in library.causes.values():
        for one in cause.denials:
            assert one.reason.endswith("."), (cause.id, one.exercise)
