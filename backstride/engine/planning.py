"""Today: what to do on one date, and why; safety decides first (architecture: red flag > stop > flare > color)."""

from __future__ import annotations

from datetime import date

from backstride.engine.catalogue import Knowledge
from backstride.engine.choosing import choose, ease_today, relief_today
from backstride.engine.decision import Reason
from backstride.engine.plan import DayPlan, SessionPlan, Waiting, WalkPlan
from backstride.engine.program import Lock, Program
from backstride.engine.rolling import roll
from backstride.engine.screening import asked, due
from backstride.engine.values import Urgency
from backstride.engine.walking import walk_today


def today(program: Program, knowledge: Knowledge, on: date) -> DayPlan:
    """The plan of date `on`, never before the date the program has reached."""
    program, _ = roll(program, on, knowledge)
    cause = knowledge.cause(program.cause)
    questions = due(program, on, knowledge)
    session, no_session, waiting = _session(program, questions is not None, knowledge)
    walk, no_walk = _walk(program, knowledge)
    locked = program.lock is not None and program.lock.urgency.locks
    return DayPlan(
        on=on,
        phase=program.phase,
        lock=program.lock,
        ask=asked(program.cause, questions[0], knowledge) if questions else (),
        ask_full=bool(questions and questions[0]),
        ask_reason=questions[1] if questions else None,
        check_in_due=program.today.leg is None and program.today.back is None and not locked,
        session=session,
        no_session=no_session,
        relief=() if questions or _resting(program, knowledge) else relief_today(program, knowledge),
        ease=() if locked else ease_today(program, knowledge),
        walk=walk,
        no_walk=no_walk,
        break_minutes=cause.break_minutes[0 if program.phase == 1 else 1],
        waiting=waiting,
        notices=_notices(program, knowledge),
    )


def _resting(program: Program, knowledge: Knowledge) -> bool:
    """Whether only ease and walking are given: paused, not approved, in pain of 8 or more, or on the first day of a flare."""
    first_day = program.flare is not None and program.flare.step == 0
    unsigned = program.approved_on is None
    return _paused(program) is not None or unsigned or first_day or _high(program, knowledge)


def _paused(program: Program) -> Lock | None:
    lock = program.lock
    return lock if lock is not None and lock.urgency >= Urgency.PAUSE else None


def _session(
    program: Program, questions: bool, knowledge: Knowledge
) -> tuple[SessionPlan | None, Reason | None, tuple[Waiting, ...]]:
    why = _no_session(program, questions, knowledge)
    if why is not None:
        return None, why, ()
    plan, waiting = choose(program, knowledge)
    if not plan.items:
        return None, Reason("choosing/choose", (("phase", program.phase),)), waiting
    return plan, None, waiting


def _no_session(program: Program, questions: bool, knowledge: Knowledge) -> Reason | None:
    paused = _paused(program)
    if paused is not None:
        return Reason("screening/screen", (("flag", paused.flag),))
    if program.approved_on is None:
        return Reason("approval/approve")
    if questions:
        return Reason("screening/due")
    if program.flare is not None and program.flare.step < 2:
        return Reason("flare/ramp", (("step", program.flare.step),))
    return _too_sore(program, knowledge)


def _too_sore(program: Program, knowledge: Knowledge) -> Reason | None:
    if _high(program, knowledge):
        return Reason("response/high_pain", (("leg", program.leg), ("back", program.back)))
    if program.withheld:
        return Reason("response/red", (("sessions again on", str(program.withheld_until)),))
    return None


def _high(program: Program, knowledge: Knowledge) -> bool:
    return program.worst >= knowledge.numbers["response/high_pain"]["no_session"]


def _walk(program: Program, knowledge: Knowledge) -> tuple[WalkPlan | None, Reason | None]:
    for lock in program.locks:
        flag = knowledge.flags.get(lock.flag)
        if lock.urgency.locks or (flag is not None and flag.stops_walking and lock.urgency is Urgency.PAUSE):
            return None, Reason("screening/screen", (("flag", lock.flag),))
    return walk_today(program, knowledge), None


def _notices(program: Program, knowledge: Knowledge) -> tuple[Reason, ...]:
    rest = knowledge.numbers["inactivity/rest_days"]["rest_days_max"]
    found = []
    if program.missed >= rest:
        found.append(Reason("inactivity/rest_days", (("days without movement", program.missed),)))
    if program.flare is not None:
        found.append(
            Reason("flare/ramp", (("step", program.flare.step), ("day", (program.on - program.flare.zero).days)))
        )
    if program.phase_proposed > program.phase:
        found.append(Reason("phase/forward", (("proposed", program.phase_proposed),)))
    return tuple(found)
