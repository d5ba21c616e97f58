"""Re-opening after a lock or a pause: an examination, a fresh full screen, and a gentler dose (§13.7)."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import Reopened
from backstride.engine.phase import enter
from backstride.engine.program import Program, Screening
from backstride.engine.replacing import replace
from backstride.engine.rungs import lower_all
from backstride.engine.screening import Clear, Refer, complete, screen
from backstride.engine.values import Refused, Urgency
from backstride.engine.walking import halved


def reopen(program: Program, event: Reopened, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Lift all locks after an examination on or after the lock's date (after it, for a person alone)."""
    worst = program.lock
    latest = max((lock.since for lock in program.locks), default=event.examined)
    if worst is None and not program.closed_directions:
        raise Refused("reopen: this program is not locked")
    if program.assessment.supervised and not event.practitioner:
        raise Refused("reopen: the practitioner who oversees this program re-opens it")
    if event.examined < latest or (worst is not None and not event.practitioner and event.examined == latest):
        raise Refused(f"examined: {event.examined} is not after the lock of {latest}")
    if event.examined > event.on:
        raise Refused(f"examined: {event.examined} is after {event.on}")
    complete(event.answers, program.cause, True, knowledge, program.assessment.contraindications)
    _cleared(screen(event.answers, knowledge, program.assessment.known), event.practitioner)
    return _gentler(program, event, worst.urgency if worst else Urgency.PAUSE, knowledge)


def _cleared(outcome: Clear | Refer, practitioner: bool) -> None:
    """A practitioner who examined may accept what only needs a review; a person alone needs a clean screen."""
    if isinstance(outcome, Refer) and (outcome.urgency.locks or not practitioner):
        raise Refused("red flags: the fresh screen is not clear, so the program stays locked")


def _gentler(program: Program, event: Reopened, was: Urgency, knowledge: Knowledge) -> tuple[Program, Decisions]:
    numbers = knowledge.numbers["reopening/reopen"]
    since = min((lock.since for lock in program.locks), default=event.on)
    days = (event.on - since).days
    reason = Reason("reopening/reopen", (("examined by", event.by), ("days closed", days)))
    open_again = replace(
        program,
        locks=(),
        closed_directions=(),
        screening=Screening(event.on, event.on),
        last_contact=event.on,
        missed=0,
    )
    first_phase = days > numbers["medium_days"] or (was is Urgency.EMERGENCY and not event.practitioner)
    phase = (
        int(numbers["emergency_phase" if was is Urgency.EMERGENCY else "long_phase"]) if first_phase else program.phase
    )
    open_again, changed = _at_phase(replace(open_again, phase_proposed=0), phase, reason, knowledge)
    steps = int(numbers["short_rungs"] if days <= numbers["short_days"] else numbers["medium_rungs"])
    lowered, down = lower_all(open_again, steps, reason, knowledge)
    if days > numbers["short_days"]:
        lowered, walk = halved(lowered, lowered.walk.level, numbers["medium_walk_share"], reason, knowledge)
        down = (*down, *walk)
    made = Decision(Kind.REOPENED, "program", reason, event.on)
    return lowered, (made, *changed, *down)


def _at_phase(program: Program, phase: int, reason: Reason, knowledge: Knowledge) -> tuple[Program, Decisions]:
    return enter(program, phase, reason, knowledge) if phase < program.phase else (program, ())
