"""No denied exercise in any history (clinical.md §1.4, §2, §13.20; hazard H4)."""

from datetime import date, timedelta

from hypothesis import given

from backstride.engine.denial import denied
from backstride.engine.event import Event, SessionDone, SettledAnswered, Walked
from backstride.engine.plan import DayPlan
from backstride.engine.planning import today
from backstride.engine.program import Program
from backstride.engine.values import Direction
from tests.engine.builders import DISC, KNOWLEDGE, STENOSIS
from tests.properties.histories import History, histories
from tests.properties.scripts import thorough

# Written from §1.4 and the "–" of §2 by hand: exercise -> phases in which the cause never gets it.
EVER = (1, 2, 3, 4)
NEVER: dict[str, dict[str, tuple[int, ...]]] = {
    DISC: {
        "REL08": (1, 2), "REL09": EVER, "REL10": (1,), "MOB02": (1,), "NRV02": (1,), "NRV03": (1, 2, 3),
        "HAM05": (1, 2), "HAM06": (1, 2, 3), "COR05": (1, 2),
    },
    STENOSIS: {
        "REL01": EVER, "REL02": EVER, "REL03": EVER, "REL04": EVER, "BCK01": EVER, "BCK02": EVER, "NRV03": (1, 2, 3),
    },
}  # fmt: skip
EXTENSION = {"REL01", "REL02", "REL03", "REL04", "BCK01", "BCK02"}
FLEXION = {"REL07", "REL08", "REL09", "REL10", "HAM05", "HAM06"}
PRONE = {"REL01", "REL02", "REL03", "BCK01", "BCK02"}
SUPINE = {"REL06", "REL07", "REL08", "MOB01", "NRV01", "HAM01", "HAM02", "COR02", "COR03", "BRG01", "GLU01"}
BARRED: dict[str, set[str]] = {
    "pregnancy": PRONE,
    "pregnancy-20-weeks": {*PRONE, "REL06"},
    "pregnancy-28-weeks": PRONE | SUPINE,
    "osteoporosis": {"REL08", "REL09", "COR05"},
    "falls-risk": {"REL04", "HAM06"},
    "shoulder": {"REL03", "COR07"},
    "knee": {"MOB04", "REL10"},
    "hip-replacement": {"GLU01", "GLU04"},
    "blood-pressure": set(),
}
MUST_BE_TAUGHT = {"REL05", "NRV03", "COR09", "FUN05", "FUN06"}


def given_in(plan: DayPlan) -> set[str]:
    """Every exercise a plan shows."""
    chosen = {item.exercise for item in plan.session.items} if plan.session else set()
    return {*chosen, *(one.exercise for one in plan.relief), *plan.ease}


def ahead(program: Program) -> list[DayPlan]:
    """The plans of the date reached and of some later ones."""
    return [today(program, KNOWLEDGE, program.on + timedelta(days=days)) for days in (0, 1, 2, 5)]


@thorough
@given(histories)
def test_nothing_denied_is_ever_shown(history: History) -> None:
    """H4: session, relief and ease, after every event, against the engine's own deny-list."""
    for step in history.steps:
        for exercise in given_in(step.plan):
            assert denied(exercise, step.after, KNOWLEDGE) is None, exercise


@thorough
@given(histories)
def test_nothing_of_the_table_is_ever_shown(history: History) -> None:
    """H4: against a table written from clinical.md, not from the code; the phase is that of the day shown."""
    program = history.program
    for plan in ahead(program):
        shown = given_in(plan)
        for exercise, phases in NEVER[program.cause].items():
            assert not (exercise in shown and plan.phase in phases), exercise
        for finding in program.assessment.contraindications:
            assert not shown & BARRED[finding], finding
        closed = {one.value for one in program.closed_directions}
        assert not ("extension" in closed and shown & EXTENSION)
        assert not ("flexion" in closed and shown & FLEXION)
        assert not shown & (MUST_BE_TAUGHT - set(program.taught))


@thorough
@given(histories)
def test_no_nerve_slide_on_an_irritable_leg(history: History) -> None:
    """§2 NRV01, §13.20: not within 7 days of a leg peak over 5 or of settling over an hour."""
    stirred = [_date(event) for event in history.events if _stirs(event)]
    last = history.program.on
    for plan in ahead(history.program):
        recent = [one for one in stirred if 0 <= (plan.on - one).days < 7]
        if recent or history.program.assessment.irritable:
            assert "NRV01" not in given_in(plan)
    assert all(one <= last for one in stirred)


@thorough
@given(histories)
def test_pain_that_stays_down_closes_the_direction_done(history: History) -> None:
    """§13.13, H6: whatever else that session was, and whether the exercise was finished or stopped."""
    done: SessionDone | None = None
    for step in history.steps:
        if isinstance(step.event, SessionDone):
            done = step.event
        elif isinstance(step.event, SettledAnswered) and not step.event.walk and done is not None:
            before, now = done.report.site_before, step.event.site
            if done.on == step.event.on and before is not None and now is not None and (done.report.peak_leg or 0) >= 2:
                if now > before and now >= 2:
                    directions = {KNOWLEDGE.exercise(one).direction for one in (*done.exercises, *done.hurt)}
                    assert directions - {Direction.NEUTRAL} <= set(step.after.closed_directions)


def _date(event: Event) -> date:
    return event.on


def _stirs(event: Event) -> bool:
    if isinstance(event, SettledAnswered):
        return not event.settled
    if isinstance(event, SessionDone | Walked):
        return (event.report.peak_leg or 0) > 5 or event.report.settled is False
    return False


@thorough
@given(histories)
def test_kit_that_is_not_there_is_never_asked_for(history: History) -> None:
    """§13.25: easier form or skipped; positions of ease need no shopping either."""
    have = set(history.program.assessment.kit)
    for plan in ahead(history.program):
        chosen = {item.exercise for item in plan.session.items} if plan.session else set()
        for exercise in chosen | {one.exercise for one in plan.relief}:
            assert set(KNOWLEDGE.exercise(exercise).kit) <= have, exercise
