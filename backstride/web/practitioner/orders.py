"""Orders: what a practitioner may lift for one person, what has to be asked twice, and what is in force."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from backstride.engine.decision import Reason
from backstride.engine.denial import denied, ordered
from backstride.engine.program import Program
from backstride.engine.values import Direction
from backstride.web.practitioner.barrier import Barrier, denial_words, opening_phase
from backstride.web.practitioner.options import STAGES
from backstride.web.records.library import knowledge, library
from backstride.web.records.names import exercise_words
from backstride.web.records.wording import PHASES

# Where bending backward, or lying on the front, is ruled out for a reason that deserves a second look (clinical.md §13.21).
NO_EXTENSION = ("spinal-stenosis", "spondylolisthesis")
PREGNANCY = "pregnancy"
DENIED = "denial/denied"


@dataclass(frozen=True)
class Ordered:
    """An order in force: the `exercise` and its name, who ordered it, when and why."""

    exercise: str
    name: str
    by: str
    on: date
    reason: str


def orders_in_force(program: Program) -> tuple[Ordered, ...]:
    """The orders of this episode, latest first."""
    latest = sorted(program.orders, key=lambda one: one.on, reverse=True)
    return tuple(Ordered(one.exercise, exercise_words(one.exercise).name, one.by, one.on, one.reason) for one in latest)


def denials_of(exercise_id: str, program: Program) -> tuple[Barrier, ...]:
    """Everything an order would lift, each once: what the causes and the findings rule out of any form of this exercise."""
    if ordered(exercise_id, program):
        return ()
    found = [
        denial_words(reason, program, exercise_id, form)
        for form in knowledge().exercise(exercise_id).forms
        for reason in (*_by_causes(exercise_id, form, program), *_by_findings(exercise_id, form, program))
    ]
    return tuple({one.words: one for one in reversed(found)}.values())[::-1]


def _by_causes(exercise_id: str, form: str, program: Program) -> Iterator[Reason]:
    """The denial of each cause as if it were the only one; the engine itself stops at the first."""
    for cause in (program.cause, *program.assessment.also):
        diagnosis = replace(program.assessment.diagnosis, cause=cause)
        alone = replace(program, assessment=replace(program.assessment, diagnosis=diagnosis, also=()))
        reason = denied(exercise_id, alone, knowledge(), form)
        if reason is not None and reason.rule == DENIED and dict(reason.facts).get("cause") == cause:
            yield reason


def _by_findings(exercise_id: str, form: str, program: Program) -> Iterator[Reason]:
    mechanisms = knowledge().exercise(exercise_id).forms[form].mechanisms
    for finding in program.assessment.contraindications:
        barred = sorted(knowledge().contraindications[finding].denies & mechanisms)
        if barred:
            yield Reason(DENIED, (("contraindication", finding), ("because of", barred[0])))


def addable(exercise_id: str, program: Program) -> Barrier | None:
    """What keeps an exercise off today's menu that nothing rules out; None where it is on it, or on no ladder."""
    if ordered(exercise_id, program) or not knowledge().ladders_with[exercise_id]:
        return None
    if exercise_id in knowledge().menus[program.cause, program.phase]:
        return None
    opens = opening_phase(program.cause, exercise_id)
    return Barrier(f"It opens in phase {opens}, {PHASES[opens - 1]}." if opens else "It is on no menu of this cause.")


def to_order(program: Program) -> Iterator[tuple[str, str, tuple[Barrier, ...], bool]]:
    """Every exercise an order would open: its id, name, what stands in the way, and whether that is a denial."""
    for exercise_id, words in library().exercises.items():
        denials = denials_of(exercise_id, program)
        off_menu = addable(exercise_id, program)
        found = denials or ((off_menu,) if off_menu is not None else ())
        if found:
            yield exercise_id, words.name, found, bool(denials)


def asked_twice(exercise_id: str, program: Program) -> str:
    """Why an order for this exercise is asked twice, in words; empty where it is not (clinical.md §13.21)."""
    forms = knowledge().exercise(exercise_id).forms.values()
    causes = (program.cause, *program.assessment.also)
    slips = [library().causes[one].name for one in causes if one in NO_EXTENSION]
    if slips and any(form.direction is Direction.EXTENSION for form in forms):
        return f"It bends the back backward, and {slips[0].lower()} is recorded."
    pregnant = PREGNANCY in causes or any(one in STAGES for one in program.assessment.contraindications)
    if pregnant and any("prone" in form.mechanisms for form in forms):
        return "It is done lying on the front, and a pregnancy is recorded."
    return ""
