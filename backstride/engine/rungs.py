"""Which rungs of a ladder are open to this person today, and moving along them."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge, Rung
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.denial import denied
from backstride.engine.program import LadderState, Program
from backstride.engine.replacing import replace


def open_rungs(program: Program, ladder_id: str, knowledge: Knowledge, phase: int | None = None) -> tuple[int, ...]:
    """Places on the ladder open to this person: on the menu, kit at hand, taught where needed, and not denied."""
    menu = knowledge.menus[program.cause, phase or program.phase]
    rungs = knowledge.ladder(ladder_id).rungs
    verdicts: dict[str, bool] = {}
    for rung in rungs:
        if rung.exercise not in verdicts:
            verdicts[rung.exercise] = rung.exercise in menu and possible(rung.exercise, program, knowledge)
    return tuple(place for place, rung in enumerate(rungs) if verdicts[rung.exercise])


def possible(exercise_id: str, program: Program, knowledge: Knowledge) -> bool:
    """Whether kit, teaching and, last of all, the deny-list let this exercise be given."""
    exercise = knowledge.exercise(exercise_id)
    if not exercise.kit <= set(program.assessment.kit):
        return False
    if exercise.taught and exercise_id not in program.taught:
        return False
    return denied(exercise_id, program, knowledge) is None


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
        exercise = rungs[place].exercise
        if exercise in menu and possible(exercise, program, knowledge):
            return place
    return None


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
    """Open every ladder the phase's menu now reaches, each at its lowest open rung."""
    states = []
    for state in program.ladders:
        if state.rung < 0:
            places = open_rungs(program, state.ladder, knowledge)
            state = replace(state, rung=places[0], changed_on=program.on) if places else state
        states.append(state)
    return replace(program, ladders=tuple(states))


def lower_all(program: Program, steps: int, reason: Reason, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Every open ladder `steps` rungs down where it can go down; nothing is stopped."""
    decisions: list[Decision] = []
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
