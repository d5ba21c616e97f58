"""Whether a program stands still until somebody has examined the person."""

from backstride.engine.program import Program
from backstride.engine.values import Urgency


def stopped(program: Program | None) -> bool:
    """Whether a lock or a pause holds that only re-opening ends."""
    locks = program.locks if program else ()
    return any(lock.urgency >= Urgency.PAUSE for lock in locks)


def phase_to_decide(program: Program) -> int:
    """The next phase, when its gate was met and nothing speaks against deciding now; else 0."""
    waits = stopped(program) or program.flare is not None or program.withheld
    return program.phase_proposed if program.phase_proposed > program.phase and not waits else 0


def to_reopen(program: Program | None) -> bool:
    """Whether re-opening would change something: a lock or pause, or a direction of movement that was closed."""
    return stopped(program) or (program is not None and bool(program.closed_directions))
