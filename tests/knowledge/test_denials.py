"""What a finding of the body denies, and which way each exercise moves the back, written out here by hand.

The deny-lists and menus of the causes have their own tables beside this one.
"""

from __future__ import annotations

import pytest

from backstride.knowledge import Library

# Clinical reference §13.20 and the findings named in the "–" column of §2. A form after the slash; none for all forms.
PRONE = "REL01 REL02 REL03 BCK01 BCK02 HIP05/prone"
SUPINE = (
    "REL06 REL07 REL08 MOB01/plain MOB02 NRV01 HAM01 HAM02 HAM03 GLU01 GLU02 GLU04 COR01/plain COR02 COR03 COR04 COR05 "
    "BRG01 BRG02 BRG03"
)
HEAVY = "FUN05/heavy"
BY_MECHANISM = {
    "hip-replacement": "GLU01 GLU04 MOB02/plain",
    "osteoporosis": "REL07 REL08 REL09 REL10 HAM05 HAM06 COR05 FUN01/loaded FUN06",
    "falls-risk": (
        "REL04 MOB05/standing HAM06 COR10/plain HIP04/plain FUN01/plain,loaded FUN02/loaded FUN03/plain,chair,loaded "
        "FUN04/plain FUN05 FUN06"
    ),
    "shoulder": "REL02 REL03 REL05 REL10 MOB03/plain COR01/hands-and-knees COR06 COR07 COR08 COR09 FUN02/high-seat",
    "knee": "REL10 MOB03/plain MOB04/plain COR01/hands-and-knees COR06/knees COR07/knees COR08 COR09",
    "blood-pressure": f"COR06/knees,toes {HEAVY}",
    "pregnancy": f"{PRONE} {HEAVY}",
    "pregnancy-20-weeks": f"{PRONE} {HEAVY} REL06",
    "pregnancy-28-weeks": f"{PRONE} {HEAVY} {SUPINE}",
    "dizzy-on-back": SUPINE,
    "cancer": "",  # denies nothing; it is asked about
}
# §13.13, "that direction": all end-range work of the lumbar spine, in every phase.
DIRECTIONS = {
    "extension": "REL01 REL02 REL03 REL04 BCK01 BCK02 HIP05/prone",
    "flexion": "REL07 REL08 REL09 REL10 HAM05 HAM06",
}
Way = tuple[str, str]


def ways(text: str, library: Library) -> set[Way]:
    """The exercises and forms a cell names."""
    found: set[Way] = set()
    for word in text.split():
        exercise, _, forms = word.partition("/")
        known = set(library.engine.exercises[exercise].forms)
        named = set(forms.split(",")) if forms else known
        assert named <= known, word
        found |= {(exercise, form) for form in named}
    return found


def every(library: Library) -> set[Way]:
    """Every exercise in every form."""
    return {(one.id, form) for one in library.engine.exercises.values() for form in one.forms}


def denied(finding: str, library: Library) -> set[Way]:
    """What a finding denies by the mechanisms of each form."""
    denies = library.engine.contraindications[finding].denies
    return {(id, form) for id, form in every(library) if denies & library.engine.exercises[id].forms[form].mechanisms}


def test_every_finding_is_in_the_table(library: Library) -> None:
    assert set(library.contraindications) == set(BY_MECHANISM)


@pytest.mark.parametrize("finding", sorted(BY_MECHANISM))
def test_a_finding_denies_by_mechanism(finding: str, library: Library) -> None:
    assert denied(finding, library) == ways(BY_MECHANISM[finding], library)


@pytest.mark.parametrize("direction", sorted(DIRECTIONS))
def test_the_direction_of_each_form(direction: str, library: Library) -> None:
    exercises = library.engine.exercises
    found = {(id, form) for id, form in every(library) if exercises[id].forms[form].direction == direction}
    assert found == ways(DIRECTIONS[direction], library)


def test_what_bends_to_the_end_has_a_direction(library: Library) -> None:
    """A mechanism of end range cannot be written down without closing with its direction."""
    for id, form in every(library):
        way = library.engine.exercises[id].forms[form]
        for direction in DIRECTIONS:
            if f"end-range-{direction}" in way.mechanisms:
                assert way.direction == direction, (id, form)


def test_later_weeks_of_a_pregnancy_deny_no_less(library: Library) -> None:
    stages = [denied(name, library) for name in ("pregnancy", "pregnancy-20-weeks", "pregnancy-28-weeks")]
    assert stages[0] < stages[1] < stages[2]


def test_no_finding_denies_walking(library: Library) -> None:
    """§13.20: falls risk never denies walking; nor does any other finding."""
    for finding in library.contraindications:
        assert not {id for id, _ in denied(finding, library)} & {*library.walking.forms, "AER03", "AER04"}


def test_only_what_says_so_is_loaded_or_taught(library: Library) -> None:
    """§13.25: must be taught: REL05, NRV03, COR09, FUN05-06, loaded rungs."""
    exercises = library.engine.exercises
    taught = {(id, form) for id, form in every(library) if exercises[id].forms[form].taught}
    loaded = {(id, form) for id, form in every(library) if exercises[id].forms[form].loaded}
    wanted = ways("FUN01/loaded FUN02/loaded FUN03/loaded FUN05 FUN06", library)
    assert loaded == wanted
    assert taught == wanted | ways("REL05 NRV03 COR09", library)
