"""Decisions: what the engine concluded, each with the rule it obeyed and the figures it read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Fact = tuple[str, int | str]


class Kind(StrEnum):
    """What a decision does."""

    PRESCRIBED = "prescribed"
    APPROVED = "approved"
    ADJUSTED = "adjusted"
    COLORED = "colored"
    PROGRESSED = "progressed"
    HELD = "held"
    REGRESSED = "regressed"
    STOPPED = "stopped"
    RETURNED = "returned"
    REDUCED = "reduced"
    WITHHELD = "withheld"
    LOCKED = "locked"
    REOPENED = "reopened"
    ASKED = "asked"
    CLOSED = "closed"
    PHASE_PROPOSED = "phase-proposed"
    PHASE_CHANGED = "phase-changed"
    FLARE_OPENED = "flare-opened"
    FLARE_STEPPED = "flare-stepped"
    FLARE_ENDED = "flare-ended"
    NOTIFIED = "notified"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule's id and the person's own figures it read, in reading order."""

    rule: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One conclusion. `subject` is a ladder, exercise, flag, "walk", "session", "phase", "flare"; `before` and `after` its values."""

    kind: Kind
    subject: str
    reason: Reason
    on: date
    before: int | str = ""
    after: int | str = ""


Decisions = tuple[Decision, ...]
