"""From an assessment to a first program: a cause must be diagnosed, and the screen clear (R1, §1.4)."""

from __future__ import annotations

from datetime import date

from backstride.engine.assessment import Assessment
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.program import EMPTY_DAY, WINDOW_DAYS, Day, LadderState, Lock, Program, Screening, WalkState
from backstride.engine.replacing import replace
from backstride.engine.rungs import open_ladders, open_rungs, standing
from backstride.engine.screening import Refer, complete, lock, screen
from backstride.engine.values import Refused
from backstride.engine.walking import phase_ceiling, starting_level


class NotPrescribed(Refused):
    """No program exists for these findings; `refer` says what the red flags ask for."""

    def __init__(self, refer: Refer) -> None:
        flags = ", ".join(flag for flag, _ in refer.flags)
        super().__init__(f"red flags: {flags} need {refer.urgency.name.lower().replace('_', ' ')} care first")
        self.refer = refer


def prescribe(assessment: Assessment, knowledge: Knowledge, on: date) -> Program:
    """The first program, in phase 1 and waiting for approval where a practitioner oversees it."""
    _understood(assessment, knowledge)
    outcome = screen(assessment.answers, knowledge, assessment.known)
    if isinstance(outcome, Refer) and outcome.urgency.locks:
        raise NotPrescribed(outcome)
    program = open_ladders(_blank(assessment, knowledge, on), knowledge)
    if isinstance(outcome, Refer):
        for flag, urgency in outcome.flags:
            program, _ = lock(program, Lock(urgency, flag, on), Reason("screening/screen", (("flag", flag),)))
    return program


def _understood(assessment: Assessment, knowledge: Knowledge) -> None:
    knowledge.cause(assessment.diagnosis.cause)
    adult = int(knowledge.numbers["screening/screen"]["adult_age"])
    if assessment.age < adult:
        raise Refused(f"age: {assessment.age} is under {adult}; no program is given")
    barred = [one.flag for one in assessment.answers if one.said == "yes" and knowledge.flag(one.flag).no_program]
    if barred:
        raise Refused(f"red flags: with {', '.join(barred)} no program is given")
    complete(assessment.answers, assessment.diagnosis.cause, True, knowledge)
    for name in assessment.contraindications:
        if name not in knowledge.contraindications:
            known = ", ".join(sorted(knowledge.contraindications))
            raise Refused(f"contraindication: {name!r} is not known; known are {known}")
    for item in assessment.kit:
        if item not in knowledge.kit:
            raise Refused(f"kit: {item!r} is not known; known are {', '.join(knowledge.kit)}")
    for flag in assessment.known:
        knowledge.flag(flag)


def _blank(assessment: Assessment, knowledge: Knowledge, on: date) -> Program:
    phase = int(knowledge.numbers["prescribing/prescribe"]["first_phase"])
    level = starting_level(assessment.walk_minutes, phase_ceiling(phase, knowledge), knowledge)
    names = knowledge.open_ladders[assessment.diagnosis.cause]
    first = Day(worst_leg=assessment.leg, worst_back=assessment.back)
    return Program(
        on=on,
        assessment=assessment,
        started=on,
        phase=phase,
        phase_since=on,
        screening=Screening(on, on),
        walk=WalkState(level, on),
        ladders=tuple(LadderState(name) for name in names),
        window=(*((EMPTY_DAY,) * (WINDOW_DAYS - 1)), first),
        approved_on=None if assessment.supervised else on,
        last_contact=on,
    )


def reassess(old: Program, assessment: Assessment, knowledge: Knowledge, on: date) -> Program:
    """A new assessment of somebody with a program: rungs kept where allowed, one down if the cause changed (§13.26).

    Locks stay until they are re-opened; a new cause waits for approval again where a practitioner oversees it.
    """
    new = prescribe(assessment, knowledge, on)
    changed = assessment.diagnosis.cause != old.cause
    kept = {state.ladder: state for state in old.ladders}
    carried = replace(
        old,
        assessment=assessment,
        phase_proposed=0,
        screening=new.screening,
        ladders=tuple(_carried(state, kept.get(state.ladder), changed) for state in new.ladders),
        walk=replace(old.walk, level=min(new.walk.level, old.walk.level)),
        orders=() if changed else old.orders,
        approved_on=new.approved_on if changed else old.approved_on or new.approved_on,
        last_contact=on,
    )
    for one in new.locks:
        carried, _ = lock(carried, one, Reason("screening/screen", (("flag", one.flag),)))
    return open_ladders(carried, knowledge)


def _carried(fresh: LadderState, old: LadderState | None, changed: bool) -> LadderState:
    if old is None or old.rung < 0:
        return fresh
    rung = max(0, old.rung - 1) if changed else old.rung
    return replace(old, rung=rung, greens=0, change=0)


def decisions(program: Program, knowledge: Knowledge) -> Decisions:
    """What was prescribed, ladder by ladder, with the reason for each."""
    made = []
    for state in program.ladders:
        if standing(state, open_rungs(program, state.ladder, knowledge)) is not None:
            facts = (("cause", program.cause), ("phase", program.phase), ("rung", state.rung))
            reason = Reason("prescribing/prescribe", facts)
            made.append(Decision(Kind.PRESCRIBED, state.ladder, reason, program.on, after=state.rung))
    minutes = program.assessment.walk_minutes
    reason = Reason("prescribing/prescribe", (("comfortable minutes", minutes), ("level", program.walk.level)))
    made.append(Decision(Kind.PRESCRIBED, "walk", reason, program.on, after=program.walk.level))
    made += [
        Decision(Kind.LOCKED, one.flag, Reason("screening/screen", (("flag", one.flag),)), program.on)
        for one in program.locks
    ]
    return tuple(made)
