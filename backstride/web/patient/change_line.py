"""One line on why today differs from the last session, made from the decisions since then."""

from collections.abc import Iterable

from backstride.engine.decision import Decision, Kind
from backstride.web.records.wording import sentence

# The first kind found is told; the others are in the list below it.
LINES = {
    Kind.REGRESSED: "Last time was a bit much, so some of it goes a step down.",
    Kind.REDUCED: "Last time was a bit much, so today is shorter.",
    Kind.STOPPED: "Last time was a bit much, so one move rests.",
    Kind.PROGRESSED: "It has gone well, so one thing goes a step up.",
    Kind.RETURNED: "One move is back, at its easiest step.",
}
TOLD = (Kind.FLARE_OPENED, Kind.FLARE_STEPPED, Kind.FLARE_ENDED, Kind.PHASE_CHANGED, Kind.REOPENED, Kind.ADJUSTED)
FIRST = "Your first time. We start low on purpose."
SAME = "The same as last time. We change one thing at a time."


def change_line(decisions: Iterable[Decision], first: bool) -> str:
    """The line; `first` when no session was done before."""
    found = {one.kind: one for one in decisions}
    told = next((found[kind] for kind in TOLD if kind in found), None)
    if told is not None:
        return sentence(told)
    line = next((line for kind, line in LINES.items() if kind in found), "")
    return line or (FIRST if first else SAME)
