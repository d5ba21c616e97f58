"""What red-flag answers ask for, in words for the practitioner: how soon, who looks, what the patient does now."""

from dataclasses import dataclass

from backstride.engine import Clear, Refer
from backstride.engine.program import Lock
from backstride.engine.values import Urgency
from backstride.web.records.library import library

WORDS = {
    Urgency.EMERGENCY: ("Emergency", "stop", "{name} needs emergency care now"),
    Urgency.SAME_DAY: ("Same day", "stop", "{name} needs a doctor today"),
    Urgency.PAUSE: ("Look first", "mid", "Look into this before {name} exercises"),
    Urgency.WATCH: ("Watch", "mid", "{name} may go on; look into this"),
}
ASKED = {Urgency.EMERGENCY: "emergency", Urgency.SAME_DAY: "same-day", Urgency.PAUSE: "pause", Urgency.WATCH: "watch"}


@dataclass(frozen=True)
class Finding:
    """One answer that asks for something. `word` and `kind` are its chip; `now` is what the patient does; `clears` who ends it."""

    question: str
    word: str
    kind: str
    now: str
    clears: str


@dataclass(frozen=True)
class Outcome:
    """All of them, most urgent first. `kind` is stop or mid. `urgent`: no program before somebody else has looked."""

    title: str
    kind: str
    urgent: bool
    emergency: bool
    findings: tuple[Finding, ...]


def outcome_of(result: Clear | Refer, name: str) -> Outcome | None:
    """The outcome in words, or None when the screen is clear."""
    if isinstance(result, Clear):
        return None
    return _outcome(result.flags, name)


def outcome_of_locks(locks: tuple[Lock, ...], name: str) -> Outcome | None:
    """The same for what locks or pauses a program now."""
    flags = sorted(((lock.flag, lock.urgency) for lock in locks), key=lambda pair: (-pair[1], pair[0]))
    return _outcome(tuple(flags), name) if flags else None


def _outcome(flags: tuple[tuple[str, Urgency], ...], name: str) -> Outcome:
    worst = flags[0][1]
    _, kind, title = WORDS[worst]
    findings = tuple(finding(flag, urgency) for flag, urgency in flags)
    return Outcome(title.format(name=name), kind, worst.locks, worst is Urgency.EMERGENCY, findings)


def finding(flag_id: str, urgency: Urgency) -> Finding:
    """One flag, or one rule that locks like a flag, at this urgency."""
    word, kind, _ = WORDS[urgency]
    flag = library().flags.get(flag_id)
    if flag is None:
        rule = library().rules[flag_id]
        return Finding(rule.title, word, kind, rule.statement, "A practitioner who has examined them.")
    asked = ASKED[urgency]
    now = {str(name): words for name, words in flag.now.items()}.get(asked, flag.why)
    return Finding(flag.question, word, kind, now, flag.clears)
