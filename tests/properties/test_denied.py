"""No denied exercise in any history (clinical.md §1.4, §2, §13.20; hazard H4)."""

from datetime import date, timedelta

from hypothesis import given

from backstride.engine.catalogue import PLAIN
from backstride.engine.denial import denied
from backstride.engine.event import Event, SessionDone, SettledAnswered, Walked
from backstride.engine.plan import DayPlan
from backstride.engine.planning import today
from backstride.engine.program import Program
from backstride.engine.values import Direction
from tests.engine.builders import KNOWLEDGE
from tests.knowledge.test_deny_column import WANTED
from tests.properties.histories import History, histories
from tests.properties.scripts import thorough

# Hand-written tables of §1.4 and §2: cause -> exercise (with /form where only a form is denied) -> phases, always.
NEVER: dict[str, dict[str, tuple[int, ...]]] = {}
for row in WANTED:
    if not row.until and not row.when:
        for name in [f"{row.exercise}/{form}" for form in row.forms] or [row.exercise]:
            NEVER.setdefault(row.cause, {})[name] = row.phases
EXTENSION = {"REL01", "REL02", "REL03", "REL04", "BCK01", "BCK02", "HIP05/prone"}
FLEXION = {"REL07", "REL08", "REL09", "REL10", "HAM05", "HAM06"}
PRONE = {"REL01", "REL02", "REL03", "BCK01", "BCK02", "HIP05/prone"}
SUPINE = {
    "REL06", "REL07", "REL08", "MOB01", "MOB02", "NRV01", "HAM01", "HAM02", "HAM03", "GLU01", "GLU02", "GLU04",
    "COR01", "COR02", "COR03", "COR03/arms", "COR04", "COR04/arms-only", "COR04/legs-long", "COR05", "BRG01",
    "BRG02", "BRG03",
}  # fmt: skip
HEAVY = {"FUN05/heavy"}
BARRED: dict[str, set[str]] = {
    "pregnancy": PRONE | HEAVY,
    "pregnancy-20-weeks": PRONE | HEAVY | {"REL06"},
    "pregnancy-28-weeks": PRONE | HEAVY | SUPINE,
    "dizzy-on-back": SUPINE,
    "osteoporosis": {"REL08", "REL09", "COR05", "HAM05", "HAM06", "FUN06"},
    "falls-risk": {"REL04", "HAM06"},
    "shoulder": {"REL03", "COR06/toes", "COR07", "COR08", "COR09"},
    "knee": {"MOB04", "REL10", "MOB03", "COR08", "COR09", "COR06/knees"},
    "hip-replacement": {"GLU01", "GLU04"},
    "blood-pressure": {"COR06/toes"},
    "cancer": set(),
}
MUST_BE_TAUGHT = {"REL05", "NRV03", "COR09", "FUN05", "FUN06", "FUN01/loaded", "FUN02/loaded", "FUN03/loaded"}


def shown_as(exercise: str, form: str) -> set[str]:
    """The ways in which the tables may name it: a form of its own, or the exercise as it is described."""
    return {exercise} if form == PLAIN else {f"{exercise}/{form}"}


def given_in(plan: DayPlan) -> set[tuple[str, str]]:
    """Every exercise a plan shows, with its form."""
    chosen = {(item.exercise, item.form) for item in plan.session.items} if plan.session else set()
    ride = {(plan.ride.exercise, plan.ride.form)} if plan.ride else set()
    relief = {(one.exercise, one.form) for one in plan.relief}
    return chosen | ride | relief | set(zip(plan.ease, plan.ease_forms, strict=True))


def ahead(program: Program) -> list[DayPlan]:
    """The plans of the date reached and of some later ones."""
    return [today(program, KNOWLEDGE, program.on + timedelta(days=days)) for days in (0, 1, 2, 5)]


@thorough
@given(histories)
def test_nothing_denied_is_ever_shown(history: History) -> None:
    """H4: session, relief and ease, after every event, against the engine's own deny-list."""
    for step in history.steps:
        for exercise, form in given_in(step.plan):
            assert denied(exercise, step.after, KNOWLEDGE, form) is None, (exercise, form)


@thorough
@given(histories)
def test_nothing_of_the_table_is_ever_shown(history: History) -> None:
    """H4: against a table written from clinical.md, not from the code; the phase is that of the day shown."""
    program = history.program
    lifted = {order.exercise for order in program.orders}
    for plan in ahead(program):
        given = {pair for pair in given_in(plan) if pair[0] not in lifted}
        shown = {name for pair in given for name in shown_as(*pair)}
        bare = {exercise for exercise, _ in given}
        for cause in (program.cause, *program.assessment.also):
            for name, phases in NEVER[cause].items():
                assert not (name in (shown if "/" in name else bare) and plan.phase in phases), (cause, name)
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
    lifted = {order.exercise for order in history.program.orders}
    for plan in ahead(history.program):
        recent = [one for one in stirred if 0 <= (plan.on - one).days < 7]
        if recent or history.program.assessment.irritable:
            shown = {exercise for exercise, _ in given_in(plan)}
            assert not {"NRV01", "NRV02", "NRV03"} & shown or "NRV01" in lifted
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
                    done_now = (*done.exercises, *done.hurt)
                    directions = {KNOWLEDGE.exercise(one).plain.direction for one in done_now}
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
        eased = set(zip(plan.ease, plan.ease_forms, strict=True))
        for exercise, form in given_in(plan) - eased:
            assert KNOWLEDGE.exercise(exercise).forms[form].kit <= have, (exercise, form)
