"""Ladders that give nothing today, each with its reason in a few words: "Hamstring stretch waits: your leg is at 6"."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.engine.decision import Reason
from backstride.engine.plan import DayPlan
from backstride.web.records.library import library
from backstride.web.records.wording import CONDITIONS, ReasonWords, ladder_name, reason_words

Facts = dict[str, int | str]


@dataclass(frozen=True)
class Wait:
    """A ladder that waits: its name, why in a few words, and the whole reason."""

    name: str
    because: str
    reason: ReasonWords


def waits(plan: DayPlan) -> tuple[Wait, ...]:
    """What waits today, each ladder once."""
    found = {one.ladder: one.reason for one in plan.waiting}
    return tuple(Wait(ladder_name(name), because(reason), reason_words(reason)) for name, reason in found.items())


def because(reason: Reason) -> str:
    """The reason in a few words that follow "waits:"."""
    facts: Facts = dict(reason.facts)
    told = TOLD.get(reason.rule)
    return told(facts) if told is not None else "it is not part of this phase yet"


def _hamstring(facts: Facts) -> str:
    if "pain reaches" in facts:
        return f"your pain reaches the {facts['pain reaches']}"
    if "leg" in facts:
        return f"your leg is at {facts['leg']}"
    if "flare step" in facts:
        return "a flare is on"
    if "tingling or pain in the stretch, last 7 days" in facts:
        return "it tingled or hurt in the last 7 days"
    return "your leg took over an hour to settle in the last 7 days"


def _denied(facts: Facts) -> str:
    if "contraindication" in facts:
        return f"because of {library().contraindications[str(facts['contraindication'])].name.lower()}"
    if facts.get("until") == "leg-calm":
        return "until your leg has been calm for 2 weeks"
    return CONDITIONS.get(str(facts.get("while", "")), "not in this phase, for your cause")


def _closed(facts: Facts) -> str:
    return "this direction sent the pain down your leg; your practitioner looks first"


def _resting(facts: Facts) -> str:
    return f"it comes back after {facts.get('green sessions still needed', 3)} more good sessions"


TOLD: dict[str, Callable[[Facts], str]] = {
    "hamstring/gate": _hamstring,
    "denial/denied": _denied,
    "response/moved_down": _closed,
    "progress/return_ladder": _resting,
}
