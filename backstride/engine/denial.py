"""The deny-list: what this person must not be given. Applied last, after every other rule (§13.20-21)."""

from __future__ import annotations

from backstride.engine.catalogue import Denial, Exercise, Knowledge
from backstride.engine.decision import Fact, Reason
from backstride.engine.program import Program
from backstride.engine.replacing import replace
from backstride.engine.values import Direction


def denied(exercise_id: str, program: Program, knowledge: Knowledge) -> Reason | None:
    """Why this exercise may not be given on `program.on`, or None. A practitioner's order lifts a cause's denial."""
    exercise = knowledge.exercise(exercise_id)
    if exercise.direction in program.closed_directions and exercise.direction is not Direction.NEUTRAL:
        return Reason("response/moved_down", (("direction closed", exercise.direction.value),))
    if any(order.exercise == exercise_id for order in program.orders):
        return None
    return _by_cause(exercise_id, program, knowledge) or _by_contraindication(exercise, program, knowledge)


def _by_cause(exercise_id: str, program: Program, knowledge: Knowledge) -> Reason | None:
    for denial in knowledge.cause(program.cause).denials:
        if denial.exercise == exercise_id and _applies(denial, program, knowledge):
            return Reason("denial/denied", _facts(denial, program))
    return None


def _facts(denial: Denial, program: Program) -> tuple[Fact, ...]:
    if denial.until:
        return (("cause", program.cause), ("until", denial.until))
    if denial.when:
        return (("cause", program.cause), ("while", denial.when))
    return (("cause", program.cause), ("phase", program.phase))


def _applies(denial: Denial, program: Program, knowledge: Knowledge) -> bool:
    if denial.until == "leg-calm":
        return not program.calm or _sore_again(program, knowledge)
    if program.phase not in denial.phases:
        return False
    if denial.when == "irritable":
        return irritable(program, knowledge)
    if denial.when == "leg-spreads":
        return leg_spreads(program)
    return True


def _by_contraindication(exercise: Exercise, program: Program, knowledge: Knowledge) -> Reason | None:
    for name in program.assessment.contraindications:
        found = knowledge.contraindications[name]
        barred = sorted(found.denies & exercise.mechanisms)
        if barred:
            return Reason("denial/denied", (("contraindication", name), ("because of", barred[0])))
    return None


def leg_calm(program: Program, knowledge: Knowledge) -> bool:
    """Worst leg pain at most 2 for 14 days with at least 10 answered (§13.20)."""
    numbers = knowledge.numbers["denial/denied"]
    if (program.today.worst_leg or 0) > numbers["until_leg"]:
        return False
    days = program.window[-int(numbers["until_days"]) :]
    answered = [day.worst_leg for day in days if day.worst_leg is not None]
    return len(answered) >= numbers["until_answered"] and max(answered) <= numbers["until_leg"]


def settle_calm(program: Program, knowledge: Knowledge) -> Program:
    """As a day is told or ends: the leg becomes calm after two calm weeks, and stays so until it reaches 4."""
    calm = not _sore_again(program, knowledge) and (program.calm or leg_calm(program, knowledge))
    return program if calm == program.calm else replace(program, calm=calm)


def _sore_again(program: Program, knowledge: Knowledge) -> bool:
    return (program.today.worst_leg or 0) >= knowledge.numbers["denial/denied"]["until_closes_at"]


def irritable(program: Program, knowledge: Knowledge) -> bool:
    """Recorded by a practitioner, or a leg peak over 5, or settling over 1 h, in the last 7 days (§13.20)."""
    numbers = knowledge.numbers["denial/denied"]
    if program.assessment.irritable:
        return True
    days = program.window[-int(numbers["irritable_days"]) :]
    return any(day.slow or (day.peak_leg or 0) > numbers["irritable_leg"] for day in days)


def leg_spreads(program: Program) -> bool:
    """Whether a bout of the last 7 days moved the pain further down the leg."""
    return any(day.spread for day in program.window[-7:])
