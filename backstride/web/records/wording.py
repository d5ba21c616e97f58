"""Words for what the engine decided: one sentence, and the reason with its figures, rule and sources."""

from dataclasses import dataclass
from datetime import date

from backstride.engine.decision import Decision, Kind, Reason
from backstride.web.records.facts import CONDITIONS, FLARE_STEPS, PURPOSES, fact_words
from backstride.web.records.library import library
from backstride.web.records.names import (
    PHASES,
    GivenWords,
    dose_words,
    exercise_words,
    form_name,
    given_words,
    ladder_name,
    lock_words,
)
from backstride.web.records.sentences import sentence

__all__ = [
    "CONDITIONS",
    "FLARE_STEPS",
    "PHASES",
    "PURPOSES",
    "DecisionWords",
    "GivenWords",
    "ReasonWords",
    "decision_words",
    "dose_words",
    "exercise_words",
    "form_name",
    "given_words",
    "ladder_name",
    "lock_words",
    "reason_words",
    "sentence",
]

TONES = {"green": "ok", "green-c": "ok", "soft-amber": "mid", "hard-amber": "mid", "red": "stop"}
STOPPING = (Kind.LOCKED, Kind.CLOSED)
EASING = (
    Kind.REGRESSED,
    Kind.STOPPED,
    Kind.REDUCED,
    Kind.WITHHELD,
    Kind.FLARE_OPENED,
    Kind.ASKED,
    Kind.REFERRED,
)
GOOD = (Kind.PROGRESSED, Kind.FLARE_ENDED, Kind.REOPENED)


@dataclass(frozen=True)
class ReasonWords:
    """A reason in words. `facts` are (label, value) pairs; `sources` are (citation id, title) pairs."""

    rule: str
    title: str
    statement: str
    facts: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    strength: str
    proposed: bool


@dataclass(frozen=True)
class DecisionWords:
    """A decision in words. `tone` is ok, mid, stop or neutral; `change` is up, down or empty, for a chip."""

    on: date
    kind: str
    subject: str
    sentence: str
    tone: str
    change: str
    reason: ReasonWords


def decision_words(decision: Decision, alone: bool = False) -> DecisionWords:
    """The words of one decision; `alone`: no practitioner oversees the program here."""
    change = {Kind.PROGRESSED: "up", Kind.REGRESSED: "down", Kind.STOPPED: "down"}.get(decision.kind, "")
    return DecisionWords(
        decision.on,
        decision.kind.value,
        decision.subject,
        sentence(decision, alone),
        _tone(decision),
        change,
        reason_words(decision.reason),
    )


def reason_words(reason: Reason) -> ReasonWords:
    """The words of one reason, with the rule's own statement and sources."""
    rule = library().rules[reason.rule]
    cited = dict.fromkeys(one.cite for one in rule.sources if one.cite)
    return ReasonWords(
        rule=reason.rule,
        title=rule.title,
        statement=rule.statement.strip(),
        facts=tuple(fact_words(fact) for fact in reason.facts),
        sources=tuple((cite, library().citations[cite].title) for cite in cited),
        strength=rule.strength,
        proposed=rule.status == "proposed",
    )


def _tone(decision: Decision) -> str:
    if decision.kind is Kind.COLORED:
        return TONES[str(decision.after)]
    if decision.kind in STOPPING:
        return "mid" if decision.after == "pause" else "stop"
    if decision.kind in EASING:
        return "mid"
    return "ok" if decision.kind in GOOD else "neutral"
