"""Today: what to do on one date, and why; safety decides first (architecture: red flag > stop > flare > color)."""

from __future__ import annotations

from datetime import date

from backstride.engine.aerobic import ride_rests, ride_today
from backstride.engine.catalogue import Knowledge
from backstride.engine.choosing import choose
from backstride.engine.composing import by_hand
from backstride.engine.decision import Reason
from backstride.engine.dosing import item_of
from backstride.engine.measuring import due as measures_due
from backstride.engine.plan import DayPlan, Item, SessionPlan, Waiting, WalkPlan
from backstride.engine.program import Lock, Program
from backstride.engine.relief import ease_today, relief_today
from backstride.engine.rolling import roll
from backstride.engine.screening import asked, due
from backstride.engine.values import Urgency
from backstride.engine.walking import walk_today
from backstride.engine.yellow import monthly


def today(program: Program, knowledge: Knowledge, on: date) -> DayPlan:
    """The plan of date `on`, never before the date the program has reached."""
    program, _ = roll(program, on, knowledge)
    cause = knowledge.cause(program.cause)
    questions = due(program, on, knowledge)
    session, no_session, waiting = _session(program, questions is not None, knowledge)
    training = no_session is None or no_session.rule == "choosing/choose"
    ride = _ride(program, knowledge) if training else None
    walk, no_walk = _walk(program, ride, session is not None, knowledge)
    locked = program.lock is not None and program.lock.urgency.locks
    ease = () if locked else ease_today(program, knowledge)
    return DayPlan(
        on=on,
        phase=program.phase,
        lock=program.lock,
        ask=asked(program.cause, questions[0], knowledge, program.assessment.contraindications) if questions else (),
        ask_full=bool(questions and questions[0]),
        ask_reason=questions[1] if questions else None,
        check_in_due=program.today.leg is None and program.today.back is None and not locked,
        session=session,
        no_session=no_session,
        relief=() if questions or _resting(program, knowledge) else relief_today(program, knowledge),
        ease=tuple(exercise for exercise, _ in ease),
        ease_forms=tuple(form for _, form in ease),
        walk=walk,
        no_walk=no_walk,
        ride=ride,
        break_minutes=cause.break_minutes[0 if program.phase == 1 else 1],
        waiting=waiting,
        notices=_notices(program, knowledge),
        measures=() if locked else measures_due(program, knowledge, on),
        yellow=() if locked else monthly(program, on, knowledge),
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
        rule = "composing/by_hand" if by_hand(program, knowledge) else "choosing/choose"
        return None, Reason(rule, (("phase", program.phase),)), waiting
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


def _ride(program: Program, knowledge: Knowledge) -> Item | None:
    """Today's ride or water walk; it is training, so it is given only on days a session may be."""
    found = ride_today(program, knowledge)
    if found is None:
        return None
    state, place = found
    reason = Reason("aerobic/ride", (("instead of the walk", state.ladder),))
    return item_of(program, state, place, program.phase, (reason,), knowledge)


def _walk(
    program: Program, ride: Item | None, session: bool, knowledge: Knowledge
) -> tuple[WalkPlan | None, Reason | None]:
    for lock in program.locks:
        flag = knowledge.flags.get(lock.flag)
        if lock.urgency.locks or (flag is not None and flag.stops_walking and lock.urgency is Urgency.PAUSE):
            return None, Reason("screening/screen", (("flag", lock.flag),))
    if ride is not None:
        return None, Reason("aerobic/ride", (("instead of the walk", ride.ladder),))
    if session and ride_rests(program, knowledge):
        return None, Reason("aerobic/ride", (("instead of walking", program.assessment.aerobic), ("today", "rest")))
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
    if program.phase_proposed:
        rule = "phase/forward" if program.phase_proposed > program.phase else "phase/relapse"
        found.append(Reason(rule, (("proposed", program.phase_proposed),)))
    return tuple(found)
