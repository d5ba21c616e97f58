"""What red-flag answers ask for, in words for the practitioner: how soon, who looks, what the patient does now."""

from dataclasses import dataclass

from backstride.engine import Clear, Refer
from backstride.engine.program import Lock, Program
from backstride.engine.values import Urgency
from backstride.web.practitioner.heading import name_of
from backstride.web.practitioner.news import declared_by
from backstride.web.practitioner.stop import DECLARED, declared
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from backstride.web.records.names import lock_words

WORDS = {
    Urgency.EMERGENCY: ("Emergency", "stop", "{name} needs emergency care now"),
    Urgency.SAME_DAY: ("Same day", "stop", "{name} needs a doctor today"),
    Urgency.PAUSE: ("Look first", "mid", "Look into this before {name} exercises"),
    Urgency.WATCH: ("Watch", "mid", "{name} may go on; look into this"),
}
ASKED = {Urgency.EMERGENCY: "emergency", Urgency.SAME_DAY: "same-day", Urgency.PAUSE: "pause", Urgency.WATCH: "watch"}


@dataclass(frozen=True)
class Finding:
    """One answer that asks for something, by its short `name`; `flag` is its page in the library, empty for a rule.

    `word` and `kind` are its chip; `now` is what the patient does; `clears` who ends it.
    """

    name: str
    flag: str
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


def outcome_of_locks(locks: tuple[Lock, ...], name: str, told: str = "") -> Outcome | None:
    """The same for what locks or pauses a program now; `told` is what the person declared, where that paused it."""
    flags = sorted(((lock.flag, lock.urgency) for lock in locks), key=lambda pair: (-pair[1], pair[0]))
    return _outcome(tuple(flags), name, told) if flags else None


def outcome_of_program(episode: Episode, program: Program) -> Outcome | None:
    """What locks, pauses or watches this program, or None."""
    return outcome_of_locks(program.locks, name_of(episode), declared_by(episode) if declared(program) else "")


def _outcome(flags: tuple[tuple[str, Urgency], ...], name: str, told: str = "") -> Outcome:
    worst = flags[0][1]
    _, kind, title = WORDS[worst]
    findings = tuple(finding(flag, urgency, told) for flag, urgency in flags)
    return Outcome(title.format(name=name), kind, worst.locks, worst is Urgency.EMERGENCY, findings)


def finding(flag_id: str, urgency: Urgency, told: str = "") -> Finding:
    """One flag, or one rule that locks like a flag, at this urgency."""
    word, kind, _ = WORDS[urgency]
    flag = library().flags.get(flag_id)
    if flag is None:
        name = f"Told of {told}" if flag_id == DECLARED and told else lock_words(flag_id)
        return Finding(
            name, "", word, kind, library().rules[flag_id].statement, "A practitioner who has examined them."
        )
    now = {str(name): words for name, words in flag.now.items()}.get(ASKED[urgency], flag.why)
    return Finding(flag.name, flag_id, word, kind, now, flag.clears)
