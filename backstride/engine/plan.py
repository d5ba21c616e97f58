"""The day's plan: what to do on one date, each part with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backstride.engine.catalogue import PLAIN
from backstride.engine.decision import Reason
from backstride.engine.program import Lock
from backstride.engine.values import Dose


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of a session, in one of its forms. `change`: +1 up, negative down, 0 same; `of` is how many rungs the ladder has open."""

    ladder: str
    purpose: str
    exercise: str
    dose: Dose
    sides: tuple[str, ...]
    rung: int
    of: int
    change: int
    seconds: int
    reasons: tuple[Reason, ...]
    form: str = PLAIN


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The session: at most six items, in order, and its length in seconds."""

    items: tuple[Item, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class Relief:
    """A relief exercise to repeat through the day, up to `per_day` times; `as_needed`: only when it is wanted."""

    exercise: str
    dose: Dose
    per_day: int
    reason: Reason
    form: str = PLAIN
    as_needed: bool = False


@dataclass(frozen=True, slots=True)
class WalkPlan:
    """Today's walking: minutes in `bouts` walks, brisk bouts inside, `form` continuous or interval, `easy` after red."""

    level: int
    minutes: int
    bouts: int
    brisk: int
    brisk_minutes: int
    form: str
    easy: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ladder the program holds that gives nothing today, and why."""

    ladder: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One date. Where `session` or `walk` is None, `no_session` or `no_walk` says why.

    `ride` is what takes the walk's place today (bike, water). `measures` and `yellow` are ids of questions due. `ease_forms` has the form of each position of ease, in order.
    """

    on: date
    phase: int
    lock: Lock | None
    ask: tuple[str, ...]
    ask_full: bool
    ask_reason: Reason | None
    check_in_due: bool
    session: SessionPlan | None
    no_session: Reason | None
    relief: tuple[Relief, ...]
    ease: tuple[str, ...]
    walk: WalkPlan | None
    no_walk: Reason | None
    ride: Item | None
    break_minutes: int
    waiting: tuple[Waiting, ...]
    notices: tuple[Reason, ...]
    measures: tuple[str, ...] = ()
    yellow: tuple[str, ...] = ()
    ease_forms: tuple[str, ...] = ()
