"""What each cause forbids and offers, against the program table written out here by hand."""

from __future__ import annotations

import pytest

from backstride.knowledge import Library
from backstride.knowledge.cause import Cause

# The deny-list: exercise -> phases in which it is never given ("1-4"), or the condition.
ALWAYS = {
    "disc-herniation": {
        "REL08": (1, 2), "REL09": (1, 2, 3, 4), "REL10": (1,), "MOB02": (1,), "NRV02": (1,), "NRV03": (1, 2, 3),
        "HAM06": (1, 2, 3), "COR05": (1, 2),
    },
    "spinal-stenosis": {
        "REL01": (1, 2, 3, 4), "REL02": (1, 2, 3, 4), "REL03": (1, 2, 3, 4), "REL04": (1, 2, 3, 4),
        "BCK01": (1, 2, 3, 4), "BCK02": (1, 2, 3, 4), "NRV03": (1, 2, 3),
    },
}  # fmt: skip
UNTIL_THE_LEG_IS_CALM = {"disc-herniation": {"REL08", "HAM05", "HAM06", "NRV03"}, "spinal-stenosis": set()}
WHILE = {
    "disc-herniation": {("NRV01", "irritable"), ("REL07", "leg-spreads")},
    "spinal-stenosis": {("NRV01", "irritable")},
}
# What each phase may offer, of the exercises that have a file.
OFFERED = {
    "disc-herniation": (
        "REL01 REL02 REL03 REL04 REL06 MOB03 MOB06 NRV01 HAM01 COR01 AER01",
        "REL03 REL04 MOB01 MOB03 MOB04 MOB06 NRV01 HAM01 HAM02 COR02 COR03 BRG01 HIP01 FUN01 FUN02 AER01 AER02 AER03",
        "REL04 MOB03 MOB04 MOB06 NRV01 HAM02 HAM04 FUN01 FUN02 AER01 AER02 AER03",
        "REL04 MOB03 MOB04 MOB06 NRV01 HAM02 FUN01 FUN02 AER01 AER02 AER03",
    ),
    "spinal-stenosis": (
        "REL06 REL07 REL08 REL09 REL10 MOB03 MOB06 NRV01 HAM01 GLU01 COR01 AER01 AER03",
        "REL07 REL08 REL09 REL10 MOB01 MOB03 MOB04 MOB06 NRV01 HAM01 HAM02 HAM04 GLU01 COR01 COR02 COR03 BRG01 HIP01 "
        "FUN01 FUN02 AER01 AER02 AER03",
        "REL07 REL08 REL09 REL10 MOB03 MOB04 MOB06 NRV01 HAM02 HAM04 GLU01 FUN01 FUN02 AER01 AER02 AER03",
        "REL07 REL08 REL09 REL10 MOB03 MOB04 MOB06 NRV01 HAM02 HAM04 FUN01 FUN02 AER01 AER02 AER03",
    ),
}
# Every program holds these (hamstring, abdominal, back or hip, a stretch), in some phase.
HELD = {"hamstring", "abdominal", "strength", "stretch"}
EXTENSION = {"REL01", "REL02", "REL03", "REL04"}
FLEXION = {"REL07", "REL08", "REL09", "REL10"}
BY_MECHANISM = {
    "hip-replacement": {"GLU01"},
    "osteoporosis": FLEXION,
    "falls-risk": {"REL04", "FUN01"},
    "shoulder": {"REL02", "REL03", "REL10", "MOB03"},
    "knee": {"REL10", "MOB03", "MOB04"},
    "blood-pressure": set(),
    "pregnancy": {"REL01", "REL02", "REL03"},
    "pregnancy-20-weeks": {"REL01", "REL02", "REL03", "REL06"},
    "pregnancy-28-weeks": {
        "REL01", "REL02", "REL03", "REL06", "REL07", "REL08", "MOB01", "NRV01", "HAM01", "HAM02", "GLU01", "COR02",
        "COR03", "BRG01",
    },
}  # fmt: skip
CAUSES = sorted(ALWAYS)


def always(cause: Cause) -> dict[str, tuple[int, ...]]:
    """The denials that depend on nothing but the phase."""
    return {one.exercise: one.phases for one in cause.denials if one.always}


@pytest.mark.parametrize("cause", CAUSES)
def test_the_deny_list_is_that_of_the_table(cause: str, library: Library) -> None:
    assert always(library.causes[cause]) == ALWAYS[cause]


@pytest.mark.parametrize("cause", CAUSES)
def test_what_waits_for_a_calm_leg(cause: str, library: Library) -> None:
    waiting = {one.exercise for one in library.causes[cause].denials if one.until == "leg-calm"}
    assert waiting == UNTIL_THE_LEG_IS_CALM[cause]


@pytest.mark.parametrize("cause", CAUSES)
def test_what_waits_while_something_holds(cause: str, library: Library) -> None:
    assert {(one.exercise, one.when) for one in library.causes[cause].denials if one.when} == WHILE[cause]


@pytest.mark.parametrize("cause", CAUSES)
def test_the_menus_are_those_of_the_table(cause: str, library: Library) -> None:
    menus = tuple(set(phase.menu) for phase in library.causes[cause].phases)
    assert menus == tuple(set(names.split()) for names in OFFERED[cause])


@pytest.mark.parametrize("cause", CAUSES)
def test_every_program_holds_its_ladders(cause: str, library: Library) -> None:
    purposes = {library.ladders[name].purpose for name in library.engine.open_ladders[cause]}
    assert purposes >= HELD
    for phase in library.causes[cause].phases:
        assert set(phase.asks) >= HELD


def test_the_directions_of_the_relief_moves(library: Library) -> None:
    by_direction = {
        direction: {one.id for one in library.exercises.values() if one.direction == direction}
        for direction in ("extension", "flexion")
    }
    assert by_direction == {"extension": EXTENSION, "flexion": FLEXION}


@pytest.mark.parametrize("name", sorted(BY_MECHANISM))
def test_a_contraindication_denies_by_mechanism(name: str, library: Library) -> None:
    denies = library.engine.contraindications[name].denies
    assert {one.id for one in library.engine.exercises.values() if denies & one.mechanisms} == BY_MECHANISM[name]


def test_every_contraindication_is_in_the_table(library: Library) -> None:
    assert set(library.contraindications) == set(BY_MECHANISM)


def test_a_fall_risk_never_denies_walking(library: Library) -> None:
    denies = library.engine.contraindications["falls-risk"].denies
    for form in library.walking.forms:
        assert not denies & library.engine.exercises[form].mechanisms
