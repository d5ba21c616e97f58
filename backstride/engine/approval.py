"""The practitioner's hand: approving, adjusting, teaching (R2, R16)."""

from __future__ import annotations

from collections.abc import Callable

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import Adjusted, Approved, Taught
from backstride.engine.phase import enter, keep
from backstride.engine.program import LadderState, Lock, Order, Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import open_ladders, open_rungs, settle_rungs, taught_as
from backstride.engine.screening import lock
from backstride.engine.values import Refused, Urgency, within

Outcome = tuple[Program, Decisions]


def approve(program: Program, event: Approved, knowledge: Knowledge) -> Outcome:
    """Sign the program: from now on sessions are given, never past these ceilings."""
    for name, ceiling in event.ceilings:
        within(f"ceiling of {name}", ceiling, 0, len(knowledge.ladder(name).rungs) - 1)
        state = program.ladder(name)
        program = program.with_ladder(replace(state, ceiling=ceiling, rung=min(state.rung, ceiling)))
    within("walk ceiling", event.walk_ceiling, 0, len(knowledge.walk_levels) - 1)
    walk = replace(program.walk, ceiling=event.walk_ceiling, level=min(program.walk.level, event.walk_ceiling))
    signed = replace(program, walk=walk, approved_on=program.on, approved_by=event.by, last_contact=program.on)
    seen = tuple(one for one in signed.locks if one.urgency > Urgency.WATCH)
    reason = Reason("approval/approve", (("approved by", event.by),))
    return replace(signed, locks=seen), (Decision(Kind.APPROVED, "program", reason, program.on),)


def no_contact(program: Program, knowledge: Knowledge) -> Outcome:
    """In phases 1-2, 28 days without any contact from the practitioner pause the program (§13.32)."""
    numbers = knowledge.numbers["approval/no_contact"]
    if not program.assessment.supervised or program.phase > numbers["contact_phases"] or program.last_contact is None:
        return program, ()
    days = (program.on - program.last_contact).days
    locked = program.lock is not None and program.lock.urgency.locks
    if days < numbers["contact_days"] or locked:
        return program, ()
    reason = Reason("approval/no_contact", (("days without contact", days),))
    return lock(program, Lock(Urgency.PAUSE, "approval/no_contact", program.on), reason)


def adjust(program: Program, event: Adjusted, knowledge: Knowledge) -> Outcome:
    """Carry out one change by the practitioner; a denied exercise is not reached without an order."""
    change = CHANGES[event.what]
    program, before, after = change(program, event, knowledge)
    facts = (("changed by", event.by), *((("reason", event.reason),) if event.reason else ()))
    made = Decision(Kind.ADJUSTED, event.target, Reason("approval/adjust", facts), program.on, before, after)
    program = replace(program, last_contact=program.on)
    return program, (made,)


def teach(program: Program, event: Taught, knowledge: Knowledge) -> Outcome:
    """A practitioner saw this exercise done; `control` also confirms the phase's control check."""
    if event.form not in knowledge.exercise(event.exercise).forms:
        raise Refused(f"form: {event.exercise} has no form {event.form!r}")
    taught = tuple(sorted({*program.taught, taught_as(event.exercise, event.form)}))
    controlled = tuple(sorted({*program.controlled, event.exercise})) if event.control else program.controlled
    reason = Reason("approval/teach", (("taught by", event.by),))
    made = Decision(Kind.ADJUSTED, event.exercise, reason, program.on, after="taught")
    shown = replace(program, taught=taught, controlled=controlled, last_contact=program.on)
    return open_ladders(shown, knowledge), (made,)


Change = tuple[Program, int | str, int | str]


def _rung(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    state = program.ladder(event.target)
    within("rung", event.value, 0, len(knowledge.ladder(event.target).rungs) - 1)
    if event.value not in open_rungs(program, event.target, knowledge):
        exercise = knowledge.ladder(event.target).rungs[event.value].exercise
        raise Refused(f"rung: {event.target} {event.value} ({exercise}) is not open to this person")
    steps = event.value - state.rung
    moved = replace(state, rung=event.value, greens=0, resting=0, change=steps, changed_on=program.on)
    return program.with_ladder(moved), state.rung, event.value


def _ceiling(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    state = program.ladder(event.target)
    within("ceiling", event.value, 0, len(knowledge.ladder(event.target).rungs) - 1)
    rung = min(state.rung, event.value)
    return program.with_ladder(replace(state, ceiling=event.value, rung=rung)), state.ceiling, event.value


def _mark(field: str, value: bool) -> Callable[[Program, Adjusted, Knowledge], Change]:
    def change(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
        state = program.ladder(event.target)
        marked = replace(state, locked=value) if field == "locked" else replace(state, removed=value)
        return program.with_ladder(marked), int(not value), int(value)

    return change


def _walk(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    within("walking level", event.value, 0, len(knowledge.walk_levels) - 1)
    walk = program.walk
    moved = replace(walk, level=event.value, since=program.on, change=event.value - walk.level, changed_on=program.on)
    return replace(program, walk=moved), walk.level, event.value


def _phase(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    kind = knowledge.cause(program.cause).kinds.get(program.assessment.kind)
    highest = len(knowledge.cause(program.cause).menus) if kind is None else kind.highest_phase
    within("phase", event.value, 1, highest)
    if event.value == program.phase:
        return keep(program), program.phase, event.value
    reason = Reason("approval/adjust", (("changed by", event.by),))
    entered, _ = enter(program, event.value, reason, knowledge)
    return entered, program.phase, event.value


def _order(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    knowledge.exercise(event.target)
    order = Order(event.target, event.by, program.on, event.reason)
    others = tuple(one for one in program.orders if one.exercise != event.target)
    held = {state.ladder for state in program.ladders}
    new = tuple(LadderState(name) for name in knowledge.ladders_with[event.target] if name not in held)
    ordered = replace(program, orders=(*others, order), ladders=(*program.ladders, *new))
    return open_ladders(ordered, knowledge), "denied", "ordered"


def _withdraw(program: Program, event: Adjusted, knowledge: Knowledge) -> Change:
    kept = tuple(one for one in program.orders if one.exercise != event.target)
    if kept == program.orders:
        raise Refused(f"order: none is in force for {event.target}")
    return settle_rungs(replace(program, orders=kept), knowledge), "ordered", "withdrawn"


CHANGES: dict[str, Callable[[Program, Adjusted, Knowledge], Change]] = {
    "rung": _rung,
    "ceiling": _ceiling,
    "lock": _mark("locked", True),
    "unlock": _mark("locked", False),
    "remove": _mark("removed", True),
    "restore": _mark("removed", False),
    "walk": _walk,
    "phase": _phase,
    "order": _order,
    "withdraw": _withdraw,
}
