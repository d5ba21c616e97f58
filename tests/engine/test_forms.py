"""Forms: one exercise in several ways, the best possible one given (clinical.md §2, §13.20-21, §13.25)."""

import pytest

from backstride.engine.denial import denied
from backstride.engine.event import Taught
from backstride.engine.program import Program
from backstride.engine.progress import greens_needed
from backstride.engine.rungs import form_given, open_rungs
from backstride.engine.values import Refused
from tests.engine.builders import (
    CAUSES,
    DISC,
    HOUSEHOLD,
    KNOWLEDGE,
    PHASES,
    PREGNANCY,
    SLIP,
    STENOSIS,
    adjusted,
    after,
    at,
    begin,
    fold,
    followed,
    green_days,
    in_phase,
    morning,
    on,
    places,
    plan,
)


def given(program: Program, exercise: str, step: int = 0) -> str | None:
    """The form in which one of an exercise's rungs without a load is given today."""
    rungs = KNOWLEDGE.ladder(KNOWLEDGE.ladders_with[exercise][0]).rungs
    free = [rungs[place] for place in places(exercise, program.cause) if "loaded" not in rungs[place].forms]
    return form_given(free[step], program, KNOWLEDGE)


@pytest.mark.parametrize(
    ("exercise", "step", "kit", "form"),
    [
        ("MOB06", 0, ("wall", "chair", "strap", "towel"), "plain"),
        ("MOB06", 0, ("chair", "strap", "towel"), "seated"),
        ("MOB06", 0, ("chair", "towel"), "seated-towel"),
        ("MOB06", 0, ("towel",), None),
        ("MOB05", 0, ("strap", "chair"), "plain"),
        ("MOB05", 0, ("towel", "chair"), "towel"),
        ("MOB05", 0, ("chair",), "standing"),
        ("HAM03", 0, ("doorway",), "plain"),
        ("HAM03", 0, ("wall",), "wall"),
        ("REL06", 0, ("chair", "pillow"), "plain"),
        ("REL06", 0, ("pillow",), "pillows"),
        ("FUN04", -1, ("step", "wall"), "plain"),
        ("FUN03", -1, ("box", "chair"), "plain"),
        ("FUN03", -1, ("chair", "worktop"), "chair"),
        ("FUN03", -1, ("worktop",), "mini"),
        ("FUN03", -1, (), None),
        ("COR06", 0, (), None),
    ],
)
def test_the_first_form_the_kit_allows(exercise: str, step: int, kit: tuple[str, ...], form: str | None) -> None:
    """§13.25: missing kit → easier form or substitute on the same ladder, else the rung is skipped."""
    assert given(in_phase("degenerative-disc-disease", 4, kit=kit), exercise, step) == form


@pytest.mark.parametrize(
    ("findings", "kit", "form"),
    [
        ((), ("chair",), "plain"),
        (("dizzy-on-back",), ("chair",), "sitting"),
        (("dizzy-on-back",), (), "hands-and-knees"),
        (("dizzy-on-back", "knee"), (), None),
        (("dizzy-on-back", "knee"), ("chair",), "sitting"),
    ],
)
def test_the_first_form_the_deny_list_allows(findings: tuple[str, ...], kit: tuple[str, ...], form: str | None) -> None:
    """§2.6 COR01: lying, sitting, or on hands and knees; §13.20: by the mechanism of each form."""
    program = begin(contraindications=findings, kit=kit)
    assert given(program, "COR01") == form
    session = plan(program).session
    forms = {item.exercise: item.form for item in session.items} if session else {}
    assert forms.get("COR01") == form


def test_in_pregnancy_the_brace_is_sitting_or_on_hands_and_knees() -> None:
    """§1.4 M: COR01 (sitting or quad)."""
    assert given(begin(PREGNANCY), "COR01") == "sitting"
    assert given(begin(PREGNANCY, kit=()), "COR01") == "hands-and-knees"


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("cause", [STENOSIS, SLIP, PREGNANCY])
def test_hip_extension_is_denied_lying_on_the_front_only(cause: str, phase: int) -> None:
    """§2 HIP05: L, S, M standing and small only."""
    program = in_phase(cause, phase)
    assert denied("HIP05", program, KNOWLEDGE, "prone") is not None
    assert denied("HIP05", program, KNOWLEDGE, "standing") is None


@pytest.mark.parametrize(("form", "no"), [("wall", False), ("bench", True), ("knees", True), ("toes", True)])
def test_in_pregnancy_only_the_plank_at_the_wall(form: str, no: bool) -> None:
    """§2 COR06 –M (wall ok)."""
    assert (denied("COR06", in_phase(PREGNANCY, 3), KNOWLEDGE, form) is not None) is no
    program = in_phase(PREGNANCY, 3, kit=KNOWLEDGE.kit)
    rungs = KNOWLEDGE.ladder("abdominal").rungs
    planks = {rungs[place].forms for place in open_rungs(program, "abdominal", KNOWLEDGE)} & {("wall",), ("bench",)}
    assert planks == {("wall",)}


@pytest.mark.parametrize("cause", CAUSES)
def test_heavy_carries_are_denied_to_a_slip_and_in_pregnancy(cause: str) -> None:
    """§1.4 L: FUN05 light; §2 FUN05 –M heavy."""
    program = in_phase(cause, 3)
    assert (denied("FUN05", program, KNOWLEDGE, "heavy") is not None) is (cause in (SLIP, PREGNANCY))
    assert denied("FUN05", program, KNOWLEDGE, "two-hand") is None


def test_loaded_bending_waits_for_a_calm_leg() -> None:
    """§1.4 D: loaded bending postponed until leg pain ≤ 2 for 2 weeks; bending without a load is not."""
    program = in_phase(DISC, 3)
    assert denied("FUN01", program, KNOWLEDGE, "loaded") is not None
    assert denied("FUN01", program, KNOWLEDGE) is None
    calm = after(program, *green_days(0, 14, leg=2), morning(15, leg=2))
    assert denied("FUN01", calm, KNOWLEDGE, "loaded") is None


WEIGHTS = (*HOUSEHOLD, "weights")


def open_forms(program: Program, exercise: str) -> set[str]:
    """The forms of an exercise that some open rung gives."""
    ladder = KNOWLEDGE.ladders_with[exercise][0]
    rungs = [KNOWLEDGE.ladder(ladder).rungs[place] for place in open_rungs(program, ladder, KNOWLEDGE)]
    return {str(form_given(rung, program, KNOWLEDGE)) for rung in rungs if rung.exercise == exercise}


def test_a_loaded_form_is_taught_by_itself() -> None:
    """R16, §13.25: loaded rungs must be taught; having seen the exercise without a load is not that."""
    program = in_phase("degenerative-disc-disease", 3, kit=WEIGHTS)
    plain = after(program, Taught(on(0), "Robin Vale", "FUN02", True))
    assert "loaded" not in open_forms(program, "FUN02") | open_forms(plain, "FUN02")
    loaded = after(program, Taught(on(0), "Robin Vale", "FUN02", form="loaded"))
    assert loaded.taught == ("FUN02/loaded",)
    assert "loaded" in open_forms(loaded, "FUN02")
    assert "loaded" not in open_forms(loaded, "FUN01")


def test_the_carry_is_taught_form_by_form() -> None:
    """§13.25: FUN05 must be taught; two hands before one side."""
    program = in_phase("degenerative-disc-disease", 3, kit=WEIGHTS)
    assert open_forms(program, "FUN05") == set()
    two = after(program, Taught(on(0), "Robin Vale", "FUN05", form="two-hand"))
    assert open_forms(two, "FUN05") == {"two-hand"}


def test_a_form_that_does_not_exist_is_refused() -> None:
    """Facts name forms that exist."""
    with pytest.raises(Refused, match="FUN02 has no form 'flying'"):
        fold(begin(), Taught(on(0), "Robin Vale", "FUN02", form="flying"))


def strong(taught: tuple[str, ...] = (), kit: tuple[str, ...] = WEIGHTS) -> Program:
    """Phase 3 with these loaded forms taught."""
    program = in_phase("degenerative-disc-disease", 3, kit=kit)
    return after(program, *(Taught(on(0), "Robin Vale", one, form="loaded") for one in taught))


def test_loaded_work_takes_six_greens() -> None:
    """§13.18: three green sessions in a row, six for nerve and loaded work: onto it and within it."""
    last_free, first, last = (
        places("FUN02", form="plain")[-1],
        places("FUN02", form="loaded")[0],
        places("FUN02", form="loaded")[-1],
    )
    for rung, needed in ((last_free - 1, 3), (last_free, 6), (first, 6), (last, 6)):
        program = adjusted(strong(("FUN02",)), "rung", "functional", rung)
        assert greens_needed(program, program.ladder("functional"), KNOWLEDGE) == needed
    nerve = at(in_phase(DISC, 2), "NRV01")
    assert greens_needed(nerve, nerve.ladder("nerve"), KNOWLEDGE) == 6


@pytest.mark.parametrize("kit", [HOUSEHOLD, WEIGHTS])
def test_a_loaded_rung_that_is_not_open_asks_for_nothing(kit: tuple[str, ...]) -> None:
    """§13.18: from the last sit-to-stand to the seated hinge is no step onto loaded work."""
    program = at(strong(kit=kit), "FUN02", form="plain", step=-1)
    assert greens_needed(program, program.ladder("functional"), KNOWLEDGE) == 3


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("finding", ["knee", "shoulder", "falls-risk", "dizzy-on-back"])
def test_what_is_planned_is_given_in_a_form_that_is_allowed(cause: str, finding: str) -> None:
    """§13.20: the deny-list is applied to the form that is shown, in sessions, relief and ease."""
    program = in_phase(cause, 3, contraindications=(finding,), supervised=False, kit=KNOWLEDGE.kit)
    barred = KNOWLEDGE.contraindications[finding].denies
    for _, told in followed(program, 0, 3):
        shown = [(one.exercise, one.form) for one in (*(told.session.items if told.session else ()), *told.relief)]
        for exercise, form in (*shown, *zip(told.ease, told.ease_forms, strict=True)):
            assert not KNOWLEDGE.exercise(exercise).forms[form].mechanisms & barred, (exercise, form)
