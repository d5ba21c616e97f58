"""How much a person needs their practitioner now, and why; orders the caseload."""

from backstride.engine.program import Lock, Program
from backstride.engine.values import Color, Urgency
from backstride.web.records.library import knowledge

# Higher needs the practitioner sooner; the first that applies is shown.
EMERGENCY, SAME_DAY, UNANSWERED, PAUSED, RED, TO_APPROVE, QUIET, WATCH, AS_PLANNED = 90, 80, 75, 70, 60, 50, 40, 30, 0


def attention(program: Program) -> tuple[int, str]:
    """A rank (0: as planned) and the id of the rule or flag behind it."""
    lock = program.lock
    if lock is not None and lock.urgency >= Urgency.PAUSE:
        return _rank(lock, program), lock.flag
    if 0 < program.phase_proposed < program.phase:
        return RED, "phase/relapse"
    if any(day.color is Color.RED for day in program.window[-3:]):
        return RED, "response/red"
    if program.flare is not None:
        return RED, "flare/ramp"
    if program.approved_on is None:
        return TO_APPROVE, "approval/approve"
    if program.phase_proposed:
        return TO_APPROVE, "phase/forward"
    if program.missed >= 3:
        return QUIET, "inactivity/rest_days"
    return (WATCH, lock.flag) if lock is not None else (AS_PLANNED, "")


def _rank(lock: Lock, program: Program) -> int:
    if lock.urgency.locks:
        return EMERGENCY if lock.urgency is Urgency.EMERGENCY else SAME_DAY
    first = min(one.since for one in program.locks if one.urgency is Urgency.PAUSE)
    waited = (program.on - first).days
    return UNANSWERED if waited >= knowledge().numbers["pausing/unanswered"]["first_reminder_days"] else PAUSED


def legs(program: Program) -> list[int | None]:
    """Morning leg pain of the last 28 dates, oldest first; None where nothing was said."""
    return [day.leg for day in program.window]
