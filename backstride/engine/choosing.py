"""Choosing the day's session and relief doses (clinical.md §8, §13.20-23); the same inputs give the same choice."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Reason
from backstride.engine.denial import denied
from backstride.engine.hamstring import Gate, gate
from backstride.engine.plan import Item, Relief, SessionPlan, Waiting
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import open_rungs, rung_at, standing
from backstride.engine.values import Direction, Dose, Side


def choose(program: Program, knowledge: Knowledge) -> tuple[SessionPlan, tuple[Waiting, ...]]:
    """The session of `program.on`: one exercise for each purpose the phase asks, at most six and twenty minutes."""
    numbers = knowledge.numbers["choosing/choose"]
    phase = phase_today(program, knowledge)
    items: list[Item] = []
    waiting: list[Waiting] = []
    for purpose in knowledge.cause(program.cause).asks[phase - 1]:
        item, waits = _for_purpose(program, purpose, phase, knowledge)
        waiting += waits
        if item is not None and all(item.exercise != one.exercise for one in items):
            items.append(item)
    return _fit(items, int(numbers["exercises_max"]), int(numbers["minutes_max"]) * 60), tuple(waiting)


def phase_today(program: Program, knowledge: Knowledge) -> int:
    """The phase whose menu holds today: the first, while leg or back is 6 or more (§4, high baselines)."""
    limit = knowledge.numbers["response/high_pain"]["high_baseline"]
    return 1 if program.worst >= limit else program.phase


def _fit(items: list[Item], most: int, seconds: int) -> SessionPlan:
    kept: list[Item] = []
    for item in items[:most]:
        if kept and sum(one.seconds for one in kept) + item.seconds > seconds:
            continue
        kept.append(item)
    return SessionPlan(tuple(kept), sum(item.seconds for item in kept))


def _for_purpose(program: Program, purpose: str, phase: int, knowledge: Knowledge) -> tuple[Item | None, list[Waiting]]:
    waiting: list[Waiting] = []
    reasons: tuple[Reason, ...] = (Reason("choosing/choose", (("purpose", purpose), ("phase", phase))),)
    if purpose == "hamstring":
        allowed, why = gate(program, knowledge)
        if allowed is not Gate.STRETCH:
            waiting.append(Waiting("hamstring", why))
            purpose, reasons = "nerve", (why,)
        if allowed is Gate.WAIT:
            return None, waiting
    for state in _in_turn(program, purpose, knowledge):
        place = _place(program, state, phase, purpose, knowledge)
        if place is not None:
            return _item(program, state, place, phase, reasons, knowledge), waiting
    if not waiting:
        waiting = [
            Waiting(state.ladder, _why_waiting(program, state, phase, knowledge))
            for state in program.ladders
            if knowledge.ladder(state.ladder).purpose == purpose
        ]
    return None, waiting


def _place(program: Program, state: LadderState, phase: int, purpose: str, knowledge: Knowledge) -> int | None:
    if purpose == "nerve" and state.rung < 0 and not state.removed:
        return _stand_in(program, state, knowledge)
    return standing(state, open_rungs(program, state.ladder, knowledge, phase))


def _stand_in(program: Program, state: LadderState, knowledge: Knowledge) -> int | None:
    """A nerve glide takes the stretch's place in any phase (§13.23), at its lowest rung, unless denied."""
    exercise = rung_at(state.ladder, 0, knowledge).exercise
    return 0 if denied(exercise, program, knowledge) is None else None


def _in_turn(program: Program, purpose: str, knowledge: Knowledge) -> list[LadderState]:
    states = [state for state in program.ladders if knowledge.ladder(state.ladder).purpose == purpose]
    if purpose == "relief":
        order = relief_order(program, knowledge)
        return sorted((state for state in states if state.ladder in order), key=lambda one: order.index(one.ladder))
    if not states:
        return []
    turn = program.on.toordinal() % len(states)
    return states[turn:] + states[:turn]


def relief_order(program: Program, knowledge: Knowledge) -> tuple[str, ...]:
    """Relief ladders for the direction recorded, or the cause's own; directionless ones follow."""
    cause = knowledge.cause(program.cause)
    wanted = program.assessment.preference or cause.bias
    first = cause.relief.get(wanted, ())
    return (*first, *(one for one in cause.relief.get(Direction.NEUTRAL, ()) if one not in first))


def _why_waiting(program: Program, state: LadderState, phase: int, knowledge: Knowledge) -> Reason:
    for rung in knowledge.ladder(state.ladder).rungs:
        why = denied(rung.exercise, program, knowledge)
        if why is not None:
            return why
    if state.resting:
        return Reason("progress/return_ladder", (("green sessions still needed", state.resting),))
    return Reason("choosing/choose", (("not on the menu of phase", phase),))


def _item(
    program: Program, state: LadderState, place: int, phase: int, reasons: tuple[Reason, ...], knowledge: Knowledge
) -> Item:
    ladder = knowledge.ladder(state.ladder)
    rung = ladder.rungs[place]
    exercise = knowledge.exercise(rung.exercise)
    dose, reduced = _dose(program, rung.dose, knowledge)
    sides = sides_of(exercise.sides, program.assessment.side)
    places = open_rungs(program, state.ladder, knowledge, phase)
    change = state.change if state.changed_on == program.on else 0
    seconds = dose.seconds(exercise.pace, max(1, len(sides)))
    why = (*reasons, *reduced)
    return Item(state.ladder, ladder.purpose, rung.exercise, dose, sides, place, len(places), change, seconds, why)


def _dose(program: Program, dose: Dose, knowledge: Knowledge) -> tuple[Dose, tuple[Reason, ...]]:
    if program.flare is not None:
        name = ("half_share", "half_share", "half_share", "three_quarters_share")[program.flare.step]
        return dose.reduced(knowledge.numbers["flare/ramp"][name]), (
            Reason("flare/ramp", (("step", program.flare.step),)),
        )
    if program.reduced:
        keep = knowledge.numbers["response/red"]["keep_share"]
        return dose.reduced(keep), (Reason("response/red", (("shorter for sessions", program.reduced),)),)
    return dose, ()


def sides_of(handling: str, painful: Side) -> tuple[str, ...]:
    """The sides an exercise is done on, the painful one first; none for exercises without sides."""
    if handling == "none":
        return ()
    first = Side.LEFT if painful is Side.LEFT else Side.RIGHT
    other = Side.RIGHT if first is Side.LEFT else Side.LEFT
    if handling == "painful" and painful is not Side.BOTH:
        return (first.value,)
    return (first.value, other.value)


def ease_today(program: Program, knowledge: Knowledge) -> tuple[str, ...]:
    """The cause's positions of ease that the deny-list leaves."""
    return tuple(one for one in knowledge.cause(program.cause).ease if denied(one, program, knowledge) is None)


def relief_today(program: Program, knowledge: Knowledge) -> tuple[Relief, ...]:
    """The relief exercise to repeat through the day, by the direction that eases, within the deny-list."""
    phase = phase_today(program, knowledge)
    for name in relief_order(program, knowledge):
        state = program.ladder(name)
        place = standing(state, open_rungs(program, name, knowledge, phase))
        if place is not None:
            rung = rung_at(name, place, knowledge)
            most = int(knowledge.numbers["choosing/relief_today"]["per_day_max"])
            wanted = program.assessment.preference or knowledge.cause(program.cause).bias
            reason = Reason("choosing/relief_today", (("direction", wanted.value),))
            return (Relief(rung.exercise, rung.dose, min(rung.dose.per_day, most), reason),)
    return ()
