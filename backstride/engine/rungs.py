"""Which rungs of a ladder are open to this person today, and moving along them."""

from __future__ import annotations

from backstride.engine.catalogue import PLAIN, Knowledge, Rung
from backstride.engine.composing import by_hand
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.denial import denied, ordered
from backstride.engine.program import LadderState, Program
from backstride.engine.replacing import replace
from backstride.engine.values import Direction


def open_rungs(program: Program, ladder_id: str, knowledge: Knowledge, phase: int | None = None) -> tuple[int, ...]:
    """Places on the ladder open to this person: on the menu, kit at hand, taught where needed, and not denied."""
    menu = knowledge.menus[program.cause, phase or program.phase]
    knowledge.ladder(ladder_id)
    places: list[int] = []
    for rung, same in knowledge.ways[ladder_id]:
        if _open(rung, menu, program, knowledge):
            places += same
    return tuple(places)


def _open(rung: Rung, menu: frozenset[str], program: Program, knowledge: Knowledge) -> bool:
    by_order = ordered(rung.exercise, program)
    if rung.causes and program.cause not in rung.causes and not (by_order and _for_others(rung, program, knowledge)):
        return False
    return (by_order or rung.exercise in menu) and form_given(rung, program, knowledge) is not None


def _for_others(rung: Rung, program: Program, knowledge: Knowledge) -> bool:
    """Whether every rung of this exercise is meant for other causes, so that only an order can give it."""
    names = knowledge.ladders_with[rung.exercise]
    same = [one for name in names for one in knowledge.ladder(name).rungs if one.exercise == rung.exercise]
    return not any(program.cause in one.causes or not one.causes for one in same)


def form_given(rung: Rung, program: Program, knowledge: Knowledge) -> str | None:
    """The first of the rung's forms that is possible today, or None."""
    for form in rung.forms:
        if possible(rung.exercise, form, program, knowledge):
            return form
    return None


def possible(exercise_id: str, form: str, program: Program, knowledge: Knowledge) -> bool:
    """Whether kit, teaching and, last of all, the deny-list let this form of an exercise be given."""
    way = knowledge.exercise(exercise_id).forms[form]
    if not way.kit <= set(program.assessment.kit):
        return False
    if way.taught and taught_as(exercise_id, form) not in program.taught:
        return False
    return denied(exercise_id, program, knowledge, form) is None


def taught_as(exercise_id: str, form: str) -> str:
    """What has to be taught, as it is kept: the exercise, or one of its forms."""
    return exercise_id if form == PLAIN else f"{exercise_id}/{form}"


def standing(state: LadderState, open_places: tuple[int, ...]) -> int | None:
    """The open rung the person stands on: the highest not above theirs and the ceiling, or None."""
    if state.removed or state.resting or state.rung < 0:
        return None
    limit = min(state.rung, state.ceiling)
    return max((place for place in open_places if place <= limit), default=None)


def above(program: Program, state: LadderState, knowledge: Knowledge) -> int | None:
    """The next open rung up, whatever the ceiling, or None at the top."""
    menu = knowledge.menus[program.cause, program.phase]
    rungs = knowledge.ladder(state.ladder).rungs
    for place in range(state.rung + 1, len(rungs)):
        if _open(rungs[place], menu, program, knowledge):
            return place
    return None


def direction_given(exercise_id: str, program: Program, knowledge: Knowledge) -> Direction:
    """The end-range direction of an exercise in the form in which this person is given it."""
    for name in knowledge.ladders_with.get(exercise_id, ()):
        held = next((state for state in program.ladders if state.ladder == name), None)
        if held is not None and held.rung >= 0:
            rung = rung_at(name, held.rung, knowledge)
            form = form_given(rung, program, knowledge) if rung.exercise == exercise_id else None
            if form is not None:
                return knowledge.exercise(exercise_id).forms[form].direction
    return knowledge.exercise(exercise_id).plain.direction


def rung_at(ladder_id: str, place: int, knowledge: Knowledge) -> Rung:
    """The rung at this place."""
    return knowledge.ladder(ladder_id).rungs[place]


def raise_one(program: Program, state: LadderState, place: int, reason: Reason) -> tuple[Program, Decisions]:
    """Move a ladder up to `place`, the next open rung."""
    made = Decision(Kind.PROGRESSED, state.ladder, reason, program.on, state.rung, place)
    raised = replace(state, rung=place, greens=0, change=1, changed_on=program.on)
    return replace(program.with_ladder(raised), raised_on=program.on), (made,)


def lower(
    program: Program, ladder_id: str, steps: int, reason: Reason, knowledge: Knowledge
) -> tuple[Program, Decisions]:
    """Move a ladder down `steps` open rungs; already at the bottom, stop it until three green sessions have passed."""
    state = program.ladder(ladder_id)
    open_places = open_rungs(program, ladder_id, knowledge)
    here = standing(state, open_places)
    below = [place for place in open_places if here is not None and place < here]
    if here is None or not below:
        return _stop(program, state, reason, knowledge)
    place = below[-steps] if len(below) >= steps else below[0]
    made = Decision(Kind.REGRESSED, ladder_id, reason, program.on, state.rung, place)
    lowered = replace(state, rung=place, greens=0, change=-steps, changed_on=program.on)
    return program.with_ladder(lowered), (made,)


def _stop(program: Program, state: LadderState, reason: Reason, knowledge: Knowledge) -> tuple[Program, Decisions]:
    greens = int(knowledge.numbers["progress/return_ladder"]["greens"])
    if state.resting or state.removed:
        return program, ()
    stopped = replace(state, greens=0, resting=greens, change=-1, changed_on=program.on)
    return program.with_ladder(stopped), (Decision(Kind.STOPPED, state.ladder, reason, program.on, state.rung),)


def open_ladders(program: Program, knowledge: Knowledge) -> Program:
    """Open every ladder the phase's menu now reaches, each at its lowest open rung; none where it is composed by hand."""
    if by_hand(program, knowledge):
        return program
    reached = knowledge.reached[program.cause, program.phase]
    for state in program.ladders:
        if state.rung < 0 and (state.ladder in reached or program.orders):
            places = open_rungs(program, state.ladder, knowledge)
            if places:
                program = program.with_ladder(replace(state, rung=places[0], changed_on=program.on))
    return program


def lift_rungs(program: Program, knowledge: Knowledge) -> Program:
    """Where new findings leave only higher rungs, the ladder goes on at the mildest of them (§13.22)."""
    states = []
    for state in program.ladders:
        places = open_rungs(program, state.ladder, knowledge) if state.rung >= 0 else ()
        states.append(replace(state, rung=places[0], greens=0) if places and state.rung < places[0] else state)
    return replace(program, ladders=tuple(states))


def settle_rungs(program: Program, knowledge: Knowledge) -> Program:
    """After a phase back: each ladder stands where this phase lets it, so that the way forward is climbed again (§13.18)."""
    states = []
    for state in program.ladders:
        if state.rung >= 0:
            below = [place for place in open_rungs(program, state.ladder, knowledge) if place <= state.rung]
            state = state if state.rung in below else replace(state, rung=max(below, default=-1), greens=0)
        states.append(state)
    return replace(program, ladders=tuple(states))


def stand_on_practised(
    program: Program, practised: tuple[str, ...], done: frozenset[str], knowledge: Knowledge
) -> Program:
    """A ladder practised lower down, because its own rung was denied for a while, goes on from there (§13.18)."""
    for state in program.ladders:
        name = state.ladder
        if name not in practised or state.rung < 0 or rung_at(name, state.rung, knowledge).exercise in done:
            continue
        here = standing(state, open_rungs(program, name, knowledge))
        if here is not None and here < state.rung:
            program = program.with_ladder(replace(state, rung=here, greens=0))
    return program


def lower_all(program: Program, steps: int, reason: Reason, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Every open ladder `steps` rungs down where it can go down; nothing is stopped, and all earn their next step anew."""
    decisions: list[Decision] = []
    program = replace(program, ladders=tuple(replace(state, greens=0) for state in program.ladders))
    for state in program.ladders:
        places = open_rungs(program, state.ladder, knowledge) if state.rung > 0 else ()
        here = standing(state, places)
        below = [place for place in places if here is not None and place < here]
        if below:
            place = below[-steps] if len(below) >= steps else below[0]
            decisions.append(Decision(Kind.REGRESSED, state.ladder, reason, program.on, state.rung, place))
            lowered = replace(state, rung=place, greens=0, change=-steps, changed_on=program.on)
            program = program.with_ladder(lowered)
    return program, tuple(decisions)
