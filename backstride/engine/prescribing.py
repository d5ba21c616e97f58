"""From an assessment to a first program: a cause must be diagnosed, and the screen clear (R1, §1.4)."""

from __future__ import annotations

from datetime import date

from backstride.engine.assessment import Assessment
from backstride.engine.catalogue import Cause, Knowledge, Rung
from backstride.engine.composing import by_hand
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.pregnancy import at_weeks
from backstride.engine.program import EMPTY_DAY, WINDOW_DAYS, Day, LadderState, Lock, Program, Screening, WalkState
from backstride.engine.replacing import replace
from backstride.engine.rungs import lift_rungs, open_ladders, open_rungs, standing
from backstride.engine.screening import Refer, complete, lock, screen, with_findings
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
    assessment = at_weeks(assessment, (on - assessment.on).days, knowledge)
    _understood(assessment, knowledge)
    assessment = with_findings(assessment, assessment.answers, knowledge)
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
    complete(assessment.answers, assessment.diagnosis.cause, True, knowledge, assessment.contraindications)
    for name in assessment.contraindications:
        if name not in knowledge.contraindications:
            known = ", ".join(sorted(knowledge.contraindications))
            raise Refused(f"contraindication: {name!r} is not known; known are {known}")
    for item in assessment.kit:
        if item not in knowledge.kit:
            raise Refused(f"kit: {item!r} is not known; known are {', '.join(knowledge.kit)}")
    for flag in assessment.known:
        if not knowledge.flag(flag).known_ok:
            raise Refused(f"known: {flag} is always news, it cannot be recorded as known and stable")
    _fits_the_cause(assessment, knowledge.cause(assessment.diagnosis.cause), knowledge)


def _fits_the_cause(assessment: Assessment, cause: Cause, knowledge: Knowledge) -> None:
    for name in assessment.also:
        knowledge.cause(name)
    if cause.id in assessment.also:
        raise Refused(f"also: {cause.id} is the diagnosed cause already")
    if assessment.kind and assessment.kind not in cause.kinds:
        raise Refused(f"kind: {assessment.kind!r} is not a kind of {cause.id}")
    if any(kind.weeks for kind in cause.kinds.values()):
        _weeks_told(assessment, cause)
    if assessment.comfort and assessment.comfort not in cause.comfort:
        raise Refused(f"comfort: {assessment.comfort!r} is not among {', '.join(cause.comfort) or 'nothing to choose'}")


def _weeks_told(assessment: Assessment, cause: Cause) -> None:
    """Without its week nobody knows what a pregnancy denies."""
    if not assessment.kind:
        raise Refused(f"kind: {cause.id} needs one of {', '.join(cause.kinds)}")
    if cause.kinds[assessment.kind].weeks and assessment.weeks is None:
        raise Refused("weeks: the week of the pregnancy is missing")


def _blank(assessment: Assessment, knowledge: Knowledge, on: date) -> Program:
    phase = int(knowledge.numbers["prescribing/prescribe"]["first_phase"])
    level = starting_level(assessment.walk_minutes, phase_ceiling(phase, knowledge), knowledge)
    names = knowledge.open_ladders[assessment.diagnosis.cause]
    first = Day(worst_leg=assessment.leg, worst_back=assessment.back)
    return Program(
        on=on,
        assessment=assessment,
        started=on,
        worst_at_start=max(assessment.leg, assessment.back),
        phase=phase,
        phase_since=on,
        screening=Screening(on, on),
        walk=WalkState(level, on),
        ladders=tuple(LadderState(name) for name in names),
        window=(*((EMPTY_DAY,) * (WINDOW_DAYS - 1)), first),
        approved_on=None if assessment.supervised else on,
        last_contact=on,
        closed_directions=assessment.worsens,
    )


def reassess(old: Program, assessment: Assessment, knowledge: Knowledge, on: date) -> Program:
    """A new assessment of somebody with a program: rungs kept where allowed, one down if the cause changed (§13.26).

    Locks stay until they are re-opened; a new cause waits for approval again where a practitioner oversees it.
    """
    new = prescribe(assessment, knowledge, on)
    assessment = new.assessment
    changed = assessment.diagnosis.cause != old.cause
    kept = {state.ladder: state for state in old.ladders}
    carried = replace(
        old,
        assessment=assessment,
        phase_proposed=0,
        screening=new.screening,
        ladders=tuple(
            _carried(state, kept.get(state.ladder), new if changed else None, knowledge) for state in new.ladders
        ),
        walk=replace(old.walk, level=min(old.walk.level, _comfortable(assessment, old, knowledge))),
        orders=() if changed else old.orders,
        approved_on=new.approved_on if changed else old.approved_on or new.approved_on,
        last_contact=on,
        closed_directions=tuple(dict.fromkeys((*old.closed_directions, *assessment.worsens))),
    )
    if by_hand(carried, knowledge) and not by_hand(old, knowledge):
        carried = replace(carried, ladders=tuple(replace(state, rung=-1, greens=0) for state in carried.ladders))
    for one in new.locks:
        carried, _ = lock(carried, one, Reason("screening/screen", (("flag", one.flag),)))
    return open_ladders(lift_rungs(carried, knowledge), knowledge)


def _comfortable(assessment: Assessment, old: Program, knowledge: Knowledge) -> int:
    """The walking level that what is comfortable now allows in the phase they are in."""
    return starting_level(assessment.walk_minutes, phase_ceiling(old.phase, knowledge), knowledge)


def _carried(fresh: LadderState, old: LadderState | None, other: Program | None, knowledge: Knowledge) -> LadderState:
    """The rung kept; one down among those open to the `other` cause, none of them harder than it was."""
    if old is None or old.rung < 0:
        return fresh
    if other is None:
        return replace(old, greens=0, change=0)
    rungs = knowledge.ladder(old.ladder).rungs
    reach = replace(other, phase=len(knowledge.cause(other.cause).menus))
    places = open_rungs(reach, old.ladder, knowledge)
    below = [place for place in places if place <= old.rung and not _harder(rungs[place], rungs[old.rung])]
    rung = below[-2] if len(below) > 1 else max(below, default=0)
    return replace(old, rung=rung, greens=0, change=0)


def _harder(rung: Rung, old: Rung) -> bool:
    """Whether this rung of the same exercise asks for more of anything; other exercises on lower rungs ask for less."""
    if rung.exercise != old.exercise:
        return False
    return rung.dose.sets > old.dose.sets or rung.dose.reps > old.dose.reps or rung.dose.hold > old.dose.hold


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
        Decision(
            Kind.LOCKED, one.flag, Reason("screening/screen", (("flag", one.flag),)), program.on, after=one.urgency.word
        )
        for one in program.locks
    ]
    return tuple(made)
