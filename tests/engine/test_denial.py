"""The deny-list, applied last (clinical.md §1.4, §2, §13.13, §13.20-21)."""

import pytest

from backstride.engine.denial import denied, irritable, leg_calm, leg_spreads
from backstride.engine.event import Adjusted
from backstride.engine.program import Program
from backstride.engine.values import Direction, Site
from tests.engine.builders import (
    CAUSES,
    DISC,
    KNOWLEDGE,
    PHASES,
    STENOSIS,
    adjusted,
    after,
    begin,
    found_with,
    green_days,
    in_phase,
    morning,
    on,
    report,
    session,
    settled,
    walk,
)


def is_denied(exercise: str, program: Program) -> bool:
    """Whether the exercise may not be given; only of exercises that exist."""
    return denied(exercise, program, KNOWLEDGE) is not None


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("exercise", ["REL01", "REL02", "REL03", "REL04"])
def test_stenosis_never_gets_extension(exercise: str, phase: int) -> None:
    """§1.4 S: REL01-04 in every phase (H4)."""
    assert is_denied(exercise, in_phase(STENOSIS, phase))


@pytest.mark.parametrize(
    ("exercise", "denied_in"),
    [("REL08", (1, 2, 3, 4)), ("REL09", (1, 2, 3, 4)), ("REL10", (1,)), ("REL07", ()), ("REL01", ()), ("HAM04", ())],
)
def test_herniated_disc_with_a_leg_not_yet_calm(exercise: str, denied_in: tuple[int, ...]) -> None:
    """§1.4 D: REL08-09 until leg ≤ 2 for two weeks; §2 REL10 –D1, REL07 only if leg pain spreads."""
    assert tuple(phase for phase in PHASES if is_denied(exercise, in_phase(DISC, phase))) == denied_in


def test_both_knees_to_chest_opens_in_phase_3_once_the_leg_is_calm() -> None:
    """§2 REL08 –D1-2 and §1.4 until leg ≤ 2."""
    calm = (*green_days(0, 14, leg=2), morning(15, leg=2))
    assert not is_denied("REL08", after(in_phase(DISC, 3), *calm))
    assert is_denied("REL08", after(in_phase(DISC, 2), *calm))
    assert is_denied("REL09", after(in_phase(DISC, 3), *calm))  # §2: REL09 –D


@pytest.mark.parametrize(
    ("scores", "calm"),
    [
        ([2] * 14, True),
        ([0] * 14, True),
        ([2] * 13 + [3], False),
        ([2] * 9, False),
        ([2] * 10, True),
        ([2, None] * 7, False),
        ([2, 2, 2, None] * 3 + [2, 2], True),
    ],
)
def test_a_calm_leg(scores: list[int | None], calm: bool) -> None:
    """§13.20: worst leg ≤ 2 for 14 days with 10 or more answered."""
    program = begin(leg=2)
    for day, score in enumerate(scores, start=20):
        program = after(program, morning(day, leg=score))
    assert leg_calm(program, KNOWLEDGE) is calm


def test_a_calm_leg_closes_again_at_4() -> None:
    """§13.20: opened at 2 or less, closes again at ≥ 4, and then needs two calm weeks anew."""
    calm = after(in_phase(DISC, 3), *green_days(0, 14, leg=2), morning(15, leg=2))
    assert not is_denied("REL08", after(calm, morning(16, leg=3), morning(17, leg=3)))
    sore = after(calm, morning(16, leg=4))
    assert is_denied("REL08", sore)
    assert is_denied("REL08", after(sore, *[morning(day, leg=2) for day in range(17, 30)]))
    assert not is_denied("REL08", after(sore, *[morning(day, leg=2) for day in range(17, 32)]))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), False),
        ((session(0, report(leg=(4, 5))),), False),
        ((session(0, report(leg=(5, 6))),), True),
        ((session(0), settled(0, False)), True),
        ((session(0), settled(0, True)), False),
        ((walk(0, 10, report(leg=(5, 6))),), True),
        ((session(0, report(leg=(5, 6))), morning(6)), True),
        ((session(0, report(leg=(5, 6))), morning(7)), False),
        ((session(0, report(settled=False)),), True),
    ],
)
def test_an_irritable_leg(events: tuple[object, ...], expected: bool) -> None:
    """§13.20: leg peak over 5, or settling over 1 h, in the last 7 days; then NRV01 is denied (§2)."""
    program = after(begin(), *events)  # type: ignore[arg-type]
    assert irritable(program, False, KNOWLEDGE) is expected
    assert is_denied("NRV01", program) is expected


def test_what_a_practitioner_recorded_as_irritable_always_denies() -> None:
    """§13.20: what is recorded always denies."""
    program = after(begin(irritable=True), *green_days(0, 20))
    assert is_denied("NRV01", program)


def test_one_knee_to_the_chest_waits_while_the_leg_pain_spreads() -> None:
    """§2 REL07 –D1 if leg pain spreads."""
    program = after(begin(), session(0, report(site_after=Site.CALF)))
    assert leg_spreads(program)
    assert is_denied("REL07", program)
    assert not is_denied("REL07", after(program, morning(8)))
    assert not is_denied("REL07", after(begin(STENOSIS), session(0, report(site_after=Site.CALF))))


def closed(*directions: Direction, **found: object) -> Program:
    """A program whose pain moved down the leg in these directions."""
    program = begin(**found)  # type: ignore[arg-type]
    doing = {Direction.EXTENSION: "REL02", Direction.FLEXION: "REL07"}
    done = tuple(doing[one] for one in directions)
    return after(program, session(0, report(site_after=Site.CALF), done), settled(0, False, Site.CALF))


def test_a_closed_direction_denies_all_its_end_range_work_in_every_phase() -> None:
    """§13.13: extension REL01-04, BCK01-02, HIP05 prone; flexion REL07-10, HAM05-06; until cleared."""
    for phase in PHASES:
        extension = adjusted(closed(Direction.EXTENSION), "phase", "phase", phase)
        flexion = adjusted(closed(Direction.FLEXION, cause=STENOSIS), "phase", "phase", phase)
        assert all(is_denied(one, extension) for one in ("REL01", "REL02", "REL03", "REL04", "BCK01", "BCK02"))
        assert denied("HIP05", extension, KNOWLEDGE, "prone") and not denied("HIP05", extension, KNOWLEDGE, "standing")
        assert all(is_denied(one, flexion) for one in ("REL07", "REL08", "REL09", "REL10", "HAM05", "HAM06"))
        assert not is_denied("REL06", extension) and not is_denied("REL06", flexion)


def test_an_order_lifts_the_denial_of_one_exercise_only() -> None:
    """§13.21: named, dated, reasoned, for one exercise id."""
    order = Adjusted(on(0), "Robin Vale", "order", "REL02", reason="eases in my room, three sets")
    program = after(begin(STENOSIS), order)
    assert not is_denied("REL02", program)
    assert is_denied("REL01", program) and is_denied("REL03", program)


def test_an_order_of_before_does_not_open_a_direction_that_closed() -> None:
    """§13.13: closed until a practitioner clears it."""
    order = Adjusted(on(0), "Robin Vale", "order", "REL02", reason="eases in my room")
    program = after(begin(), order, session(0, report(site_after=Site.CALF), ("REL02",)), settled(0, False, Site.CALF))
    assert is_denied("REL02", program)


@pytest.mark.parametrize(
    ("finding", "exercise"),
    [
        ("osteoporosis", "REL08"),
        ("osteoporosis", "REL09"),
        ("falls-risk", "REL04"),
        ("shoulder", "REL03"),
        ("knee", "MOB04"),
        ("knee", "REL10"),
        ("hip-replacement", "GLU01"),
        ("pregnancy", "REL01"),
        ("pregnancy", "REL02"),
        ("pregnancy-20-weeks", "REL06"),
        ("pregnancy-28-weeks", "MOB01"),
        ("pregnancy-28-weeks", "HAM01"),
        ("pregnancy-28-weeks", "REL03"),
        ("pregnancy", "BCK01"),
        ("osteoporosis", "COR05"),
        ("osteoporosis", "HAM05"),
        ("falls-risk", "FUN04"),
        ("falls-risk", "HIP04"),
        ("shoulder", "COR06"),
        ("shoulder", "COR07"),
        ("knee", "COR08"),
        ("hip-replacement", "GLU04"),
        ("dizzy-on-back", "MOB01"),
    ],
)
@pytest.mark.parametrize("phase", PHASES)
def test_contraindications_deny_by_what_the_movement_is(finding: str, exercise: str, phase: int) -> None:
    """§13.20: by mechanism, whatever the cause and phase."""
    for cause in CAUSES:
        assert is_denied(exercise, in_phase(cause, phase, **found_with(cause, finding)))


def test_falls_risk_never_denies_walking() -> None:
    """§13.20."""
    program = begin(contraindications=("falls-risk",))
    assert not is_denied("AER01", program) and not is_denied("AER02", program)


def test_a_denial_says_why() -> None:
    """Every decision names its rule: the cause and phase, or the finding and the mechanism."""
    reason = denied("REL01", begin(STENOSIS), KNOWLEDGE)
    assert reason is not None and reason.rule == "denial/denied" and ("cause", STENOSIS) in reason.facts
    reason = denied("REL08", begin(STENOSIS, contraindications=("osteoporosis",)), KNOWLEDGE)
    assert reason is not None and ("contraindication", "osteoporosis") in reason.facts
