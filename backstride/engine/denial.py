"""The deny-list: what this person must not be given. Applied last, after every other rule (§13.20-21)."""

from __future__ import annotations

from backstride.engine.catalogue import PLAIN, Cause, Denial, Form, Knowledge
from backstride.engine.decision import Fact, Reason
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.values import Direction

LATE_PREGNANCY = "pregnancy-28-weeks"


def denied(exercise_id: str, program: Program, knowledge: Knowledge, form: str = PLAIN) -> Reason | None:
    """Why this form of an exercise may not be given on `program.on`, or None. A practitioner's order lifts a cause's denial."""
    way = knowledge.exercise(exercise_id).forms[form]
    if way.direction in program.closed_directions and way.direction is not Direction.NEUTRAL:
        return Reason("response/moved_down", (("direction closed", way.direction.value),))
    if ordered(exercise_id, program):
        return None
    return _by_cause(exercise_id, form, program, knowledge) or _by_contraindication(way, program, knowledge)


def ordered(exercise_id: str, program: Program) -> bool:
    """Whether a practitioner's order lifts what denies this exercise."""
    return bool(program.orders) and any(order.exercise == exercise_id for order in program.orders)


def _by_cause(exercise_id: str, form: str, program: Program, knowledge: Knowledge) -> Reason | None:
    """The diagnosed cause denies, and so do further ones that were recorded beside it (§13.21)."""
    for name in (program.cause, *program.assessment.also):
        cause = knowledge.cause(name)
        for denial in cause.denials:
            if denial.exercise != exercise_id or (denial.forms and form not in denial.forms):
                continue
            if _applies(denial, cause, program, knowledge):
                return Reason("denial/denied", _facts(denial, name, program))
    return None


def _facts(denial: Denial, cause: str, program: Program) -> tuple[Fact, ...]:
    if denial.until:
        return (("cause", cause), ("until", denial.until))
    if denial.when:
        return (("cause", cause), ("while", denial.when))
    return (("cause", cause), ("phase", program.phase))


def _applies(denial: Denial, cause: Cause, program: Program, knowledge: Knowledge) -> bool:
    if denial.until == "leg-calm":
        return not program.calm or _sore_again(program, knowledge)
    if program.phase not in denial.phases:
        return False
    if denial.when == "irritable":
        return irritable(program, cause.irritable_back, knowledge)
    if denial.when == "leg-spreads":
        return leg_spreads(program)
    if denial.when == "late-pregnancy":
        return LATE_PREGNANCY in program.assessment.contraindications
    if denial.when == "no-control":
        return cause.control not in program.controlled
    return True


def _by_contraindication(form: Form, program: Program, knowledge: Knowledge) -> Reason | None:
    for name in program.assessment.contraindications:
        found = knowledge.contraindications[name]
        barred = sorted(found.denies & form.mechanisms)
        if barred:
            return Reason("denial/denied", (("contraindication", name), ("because of", barred[0])))
    return None


def leg_calm(program: Program, knowledge: Knowledge) -> bool:
    """Worst leg pain at most 2 for 14 days with at least 10 answered (§13.20)."""
    numbers = knowledge.numbers["denial/denied"]
    if (program.today.worst_leg or 0) > numbers["until_leg"]:
        return False
    if (program.on - program.started).days + 1 < numbers["until_days"]:
        return False  # nobody knows the days before the start
    days = program.window[-int(numbers["until_days"]) :]
    answered = [day.worst_leg for day in days if day.worst_leg is not None]
    return len(answered) >= numbers["until_answered"] and max(answered) <= numbers["until_leg"]


def settle_calm(program: Program, knowledge: Knowledge) -> Program:
    """As a day is told or ends: the leg becomes calm after two calm weeks, and stays so until it reaches 4."""
    calm = not _sore_again(program, knowledge) and (program.calm or leg_calm(program, knowledge))
    return program if calm == program.calm else replace(program, calm=calm)


def _sore_again(program: Program, knowledge: Knowledge) -> bool:
    return (program.today.worst_leg or 0) >= knowledge.numbers["denial/denied"]["until_closes_at"]


def irritable(program: Program, back_too: bool, knowledge: Knowledge) -> bool:
    """Recorded by a practitioner, or a leg (`back_too`: or back) peak over 5, or settling over 1 h, in 7 days (§13.20)."""
    numbers = knowledge.numbers["denial/denied"]
    if program.assessment.irritable:
        return True
    days = program.window[-int(numbers["irritable_days"]) :]
    if any(day.slow or (day.peak_leg or 0) > numbers["irritable_leg"] for day in days):
        return True
    return back_too and any((day.peak_back or 0) > numbers["irritable_leg"] for day in days)


def leg_spreads(program: Program) -> bool:
    """Whether a bout of the last 7 days moved the pain further down the leg."""
    return any(day.spread for day in program.window[-7:])
