"""Ladders that give nothing today, each with its reason in a few words: "Hamstring stretch waits: your leg is at 6"."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.engine.composing import by_hand
from backstride.engine.decision import Reason
from backstride.web.patient.course import Course
from backstride.web.records.library import knowledge, library
from backstride.web.records.names import PLACES
from backstride.web.records.wording import CONDITIONS, ReasonWords, ladder_name, reason_words

Facts = dict[str, int | str]


@dataclass(frozen=True)
class Wait:
    """What waits for one and the same reason: the names of ladders, why in a few words, and the whole reason."""

    names: tuple[str, ...]
    because: str
    reason: ReasonWords


def waits(course: Course) -> tuple[Wait, ...]:
    """What waits today, each ladder once and those with the same reason together; and the ride on its day off."""
    found = {one.ladder: _known(course, one.reason) for one in course.plan.waiting}
    rest = course.plan.no_walk
    if rest is not None and "instead of walking" in dict(rest.facts):
        found[str(dict(rest.facts)["instead of walking"])] = rest
    together: dict[str, list[str]] = {}
    for name, reason in found.items():
        together.setdefault(because(reason), []).append(name)
    return tuple(
        Wait(tuple(map(ladder_name, names)), why, reason_words(found[names[0]])) for why, names in together.items()
    )


def _known(course: Course, reason: Reason) -> Reason:
    """Where a practitioner composes by hand, no menu of a phase opens anything."""
    chosen = reason.rule == "choosing/choose" and by_hand(course.program, knowledge())
    return Reason("composing/by_hand", reason.facts) if chosen else reason


def because(reason: Reason) -> str:
    """The reason in a few words that follow "waits:"."""
    facts: Facts = dict(reason.facts)
    told = TOLD.get(reason.rule)
    return told(facts) if told is not None else "not part of this phase yet"


def _hamstring(facts: Facts) -> str:
    if "pain reaches" in facts:
        return f"your pain reaches the {PLACES[str(facts['pain reaches'])]}"
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
    return "this direction sent the pain down your leg; a practitioner looks first"


def _strength(facts: Facts) -> str:
    return "your muscles have a day off from it"


def _by_hand(facts: Facts) -> str:
    return "a practitioner chooses these by hand"


def _ride(facts: Facts) -> str:
    return "you have done it often enough in the last 7 days"


def _resting(facts: Facts) -> str:
    return f"it comes back after {facts.get('green sessions still needed', 3)} more good sessions"


TOLD: dict[str, Callable[[Facts], str]] = {
    "aerobic/ride": _ride,
    "choosing/strength_days": _strength,
    "composing/by_hand": _by_hand,
    "hamstring/gate": _hamstring,
    "denial/denied": _denied,
    "response/moved_down": _closed,
    "progress/return_ladder": _resting,
}
