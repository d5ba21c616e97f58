"""Relief through the day and positions of ease, by direction and comfort (clinical.md §1.4, §13.20-22)."""

from __future__ import annotations

from backstride.engine.catalogue import PLAIN, Knowledge
from backstride.engine.decision import Reason
from backstride.engine.denial import denied
from backstride.engine.plan import Relief
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import form_given, open_rungs, rung_at, standing
from backstride.engine.values import Direction


def phase_today(program: Program, knowledge: Knowledge) -> int:
    """The phase whose menu holds today: the first, while leg or back is 6 or more (§4, high baselines)."""
    limit = knowledge.numbers["response/high_pain"]["high_baseline"]
    return 1 if program.worst >= limit else program.phase


def relief_order(program: Program, knowledge: Knowledge) -> tuple[str, ...]:
    """Relief ladders: of an order and the chosen comfort first, then for the direction recorded or the cause's own, then directionless."""
    cause = knowledge.cause(program.cause)
    wanted = program.assessment.preference or cause.bias
    comfort = knowledge.ladders_with.get(program.assessment.comfort, ())
    ordered = (name for order in program.orders for name in _relieving(order.exercise, knowledge))
    listed = (*ordered, *comfort, *cause.relief.get(wanted, ()), *cause.relief.get(Direction.NEUTRAL, ()))
    return tuple(dict.fromkeys(listed))


def _relieving(exercise_id: str, knowledge: Knowledge) -> list[str]:
    names = knowledge.ladders_with.get(exercise_id, ())
    return [name for name in names if knowledge.ladder(name).purpose == "relief"]


def relief_states(program: Program, knowledge: Knowledge) -> list[LadderState]:
    """The states of these ladders, best first."""
    order = relief_order(program, knowledge)
    states = [state for state in program.ladders if state.ladder in order]
    return sorted(states, key=lambda state: order.index(state.ladder))


def ease_today(program: Program, knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Positions of ease the deny-list leaves, each in the first form it leaves; the one chosen as most comfortable first."""
    cause = knowledge.cause(program.cause)
    chosen = (program.assessment.comfort,) if program.assessment.comfort else ()
    found = []
    for exercise_id in dict.fromkeys((*chosen, *cause.ease)):
        forms = knowledge.exercise(exercise_id).forms
        form = next((name for name in forms if denied(exercise_id, program, knowledge, name) is None), None)
        if form is not None:
            found.append((exercise_id, form))
    return tuple(found)


def relief_today(program: Program, knowledge: Knowledge) -> tuple[Relief, ...]:
    """The relief exercise to repeat through the day, within the deny-list; from phase 2 on only as needed (§13.22)."""
    phase = phase_today(program, knowledge)
    numbers = knowledge.numbers["relief/relief_today"]
    for state in relief_states(program, knowledge):
        place = standing(state, open_rungs(program, state.ladder, knowledge, phase))
        if place is not None:
            rung = rung_at(state.ladder, place, knowledge)
            wanted = program.assessment.preference or knowledge.cause(program.cause).bias
            reason = Reason("relief/relief_today", (("direction", wanted.value),))
            per_day = min(rung.dose.per_day, int(numbers["per_day_max"]))
            form = form_given(rung, program, knowledge) or PLAIN
            needed = program.phase >= numbers["as_needed_phase"]
            return (Relief(rung.exercise, rung.dose, per_day, reason, form, needed),)
    return ()
