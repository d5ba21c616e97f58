"""Whether a program stands still until somebody has examined the person."""

from backstride.engine.program import Program
from backstride.engine.values import Urgency
from backstride.web.records.names import PHASES

DECLARED = "pausing/declared"


def stopped(program: Program | None) -> bool:
    """Whether a lock or a pause holds that only re-opening ends."""
    locks = program.locks if program else ()
    return any(lock.urgency >= Urgency.PAUSE for lock in locks)


def phase_to_decide(program: Program) -> int:
    """The phase proposed, when nothing speaks against deciding now; else 0.

    A lower one, to build up again after a relapse, is decided in the flare that led to it.
    """
    proposed = program.phase_proposed
    if stopped(program) or proposed == program.phase:
        return 0
    if proposed > program.phase and (program.flare is not None or program.withheld):
        return 0
    return proposed


def proposal_words(present: int, proposed: int) -> str:
    """What there is to decide about a proposed phase."""
    if proposed < present:
        return f"Build up again from phase {proposed}?"
    return f"Ready for phase {proposed}, {PHASES[proposed - 1]}"


def to_reopen(program: Program | None) -> bool:
    """Whether re-opening would change something: a lock or pause, or a direction of movement that was closed."""
    return stopped(program) or (program is not None and bool(program.closed_directions))


def declared(program: Program | None) -> bool:
    """Whether the person told of something new that changes what is right for them."""
    return program is not None and any(lock.flag == DECLARED for lock in program.locks)


def only_declared(program: Program | None) -> bool:
    """Whether nothing but that stops the program: then it may be assessed anew while it stands still."""
    stops = [lock for lock in program.locks if lock.urgency >= Urgency.PAUSE] if program else []
    return bool(stops) and all(lock.flag == DECLARED for lock in stops)
