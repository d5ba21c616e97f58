"""Upward change: one rung on one ladder, or one walking level, at most once a day (§13.18)."""

from __future__ import annotations

from datetime import date

from backstride.engine.catalogue import Knowledge, Rung
from backstride.engine.composing import by_hand
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.program import LadderState, Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import above, form_given, open_rungs, raise_one
from backstride.engine.screening import due
from backstride.engine.values import Color
from backstride.engine.walking import level_up


def up(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """After a morning's answers: raise what has waited longest of all that has earned it, or nothing."""
    if not may_rise(program, knowledge):
        return program, ()
    held: Decisions = ()
    if by_hand(program, knowledge):
        return program, ()
    for state in _waiting_longest(program, knowledge):
        program, made = level_up(program, knowledge) if state is None else _raise(program, state, knowledge)
        held = (*held, *made)
        if program.raised_on == program.on:
            break
    return program, held


def _waiting_longest(program: Program, knowledge: Knowledge) -> list[LadderState | None]:
    """Ladders that have earned a step, and the walk (None), the one longest without a change first."""
    turns: list[tuple[date, str, LadderState | None]] = [
        (state.changed_on or program.started, state.ladder, state)
        for state in program.ladders
        if _earned(program, state, knowledge)
    ]
    turns.append((program.walk.since, "", None))  # at equal waits the walk, which has the best evidence
    return [state for _, _, state in sorted(turns, key=lambda turn: turn[:2])]


def _raise(program: Program, state: LadderState, knowledge: Knowledge) -> tuple[Program, Decisions]:
    place = above(program, state, knowledge)
    if place is None:
        return program, ()
    if place > state.ceiling:
        return _ask_practitioner(program, state, knowledge)
    return raise_one(program, state, place, _reason(program, state, knowledge))


def may_rise(program: Program, knowledge: Knowledge) -> bool:
    """Whether anything at all may go up today: no flag, flare, withheld day, high pain, or rise already made."""
    high = knowledge.numbers["response/high_pain"]["high_baseline"]
    return not (
        program.locks
        or due(program, program.on, knowledge)
        or program.flare
        or program.approved_on is None
        or program.raised_on == program.on
        or program.withheld
        or (program.progress_from is not None and program.on < program.progress_from)
        or program.worst >= high
        or Color.RED in (program.day(0).color, program.day(1).color)
    )


def count(
    program: Program, practised: tuple[str, ...], hurt: tuple[str, ...], color: Color, knowledge: Knowledge
) -> tuple[Program, Decisions]:
    """Count a finished session toward its ladders' green runs, but not those that hurt, and toward resting ones' return."""
    decisions: list[Decision] = []
    states = []
    for state in program.ladders:
        if state.ladder in practised:
            state = replace(state, greens=state.greens + 1 if color.is_green and state.ladder not in hurt else 0)
        elif state.resting and color.is_green:
            state, made = return_ladder(program, state, knowledge)
            decisions += made
        states.append(state)
    return replace(program, ladders=tuple(states)), tuple(decisions)


def return_ladder(program: Program, state: LadderState, knowledge: Knowledge) -> tuple[LadderState, Decisions]:
    """One green session nearer to a stopped ladder's return, at its lowest open rung (§13.19)."""
    left = state.resting - 1
    if left:
        return replace(state, resting=left), ()
    places = open_rungs(program, state.ladder, knowledge)
    rung = min((*places, state.rung))
    reason = Reason(
        "progress/return_ladder", (("green sessions", int(knowledge.numbers["progress/return_ladder"]["greens"])),)
    )
    made = Decision(Kind.RETURNED, state.ladder, reason, program.on, state.rung, rung)
    return replace(state, resting=0, rung=rung, changed_on=program.on, change=0), (made,)


def _earned(program: Program, state: LadderState, knowledge: Knowledge) -> bool:
    if state.greens < knowledge.ladder(state.ladder).greens or state.rung < 0:
        return False
    if state.locked or state.removed or state.resting:
        return False
    return state.greens >= greens_needed(program, state, knowledge)


def greens_needed(program: Program, state: LadderState, knowledge: Knowledge) -> int:
    """Green sessions in a row a step up takes: 3, or 6 for nerve work, and for steps onto and within loaded work."""
    ladder = knowledge.ladder(state.ladder)
    loaded = int(knowledge.numbers["progress/up"]["greens_loaded"])
    if ladder.greens >= loaded or state.rung < 0 or ladder.id not in knowledge.loaded:
        return ladder.greens
    onto = above(program, state, knowledge)
    near = [ladder.rungs[place] for place in (state.rung, onto) if place is not None]
    return loaded if any(_loaded(rung, program, knowledge) for rung in near) else ladder.greens


def _loaded(rung: Rung, program: Program, knowledge: Knowledge) -> bool:
    form = form_given(rung, program, knowledge)
    return form is not None and knowledge.exercise(rung.exercise).forms[form].loaded


def _reason(program: Program, state: LadderState, knowledge: Knowledge) -> Reason:
    needed = greens_needed(program, state, knowledge)
    return Reason("progress/up", (("green sessions in a row", state.greens), ("needed", needed)))


def _ask_practitioner(program: Program, state: LadderState, knowledge: Knowledge) -> tuple[Program, Decisions]:
    told = state.practised[-1:] < (program.date(1),)  # said on the morning after the session that reached it
    if told or state.greens != greens_needed(program, state, knowledge):
        return program, ()
    reason = Reason("progress/up", (("green sessions in a row", state.greens), ("ceiling", state.ceiling)))
    return program, (Decision(Kind.HELD, state.ladder, reason, program.on, state.rung, state.rung),)
