"""Whole histories: a script told to the engine event by event, since what people do depends on their plan."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from backstride.engine import advance, today
from backstride.engine import begin as first_program
from backstride.engine.assessment import Answer, Assessment
from backstride.engine.codec import event_to_plain
from backstride.engine.decision import Decisions
from backstride.engine.event import (
    Adjusted,
    Approved,
    Assessed,
    CheckedIn,
    DayPassed,
    Declared,
    Event,
    Flagged,
    FlareReported,
    Measured,
    Reopened,
    Report,
    Screened,
    SessionDone,
    SettledAnswered,
    TakenBack,
    Taught,
    Walked,
    YellowAnswered,
)
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.engine.screening import asked
from backstride.engine.values import Refused, Settled, Site
from tests.engine.builders import KNOWLEDGE, assessment, on
from tests.properties.scripts import Calm, Odd, Silent, assessments, scripts


@dataclass(frozen=True)
class Step:
    """One event, the program before and after it, and the decisions it made."""

    event: Event
    before: Program
    after: Program
    made: Decisions

    @property
    def plan(self) -> DayPlan:
        """The plan of the date, as it stands after this event."""
        return today(self.after, KNOWLEDGE, self.after.on)


@dataclass
class Telling:
    """Turns a script into events while folding them, since what people do depends on their plan."""

    program: Program
    day: int = 0
    steps: list[Step] = field(default_factory=list)

    def tell(self, event: Event) -> bool:
        """Fold one event in; what the engine refuses did not happen."""
        try:
            after, made = advance(self.program, event, KNOWLEDGE)
        except Refused:
            return False
        self.steps.append(Step(event, self.program, after, made))
        self.program = after
        return True

    def plan(self) -> DayPlan:
        """The plan of the day reached."""
        return today(self.program, KNOWLEDGE, on(self.day))

    def answer(self, yes: str = "") -> None:
        """Answer the questions due, one of them with yes."""
        plan = self.plan()
        findings = self.program.assessment.contraindications
        full = plan.ask_full or (bool(yes) and yes not in asked(self.program.cause, False, KNOWLEDGE, findings))
        if plan.ask or yes:
            given = self.answers(full)
            self.tell(
                Screened(
                    on(self.day), tuple(Answer(one.flag, "yes") if one.flag == yes else one for one in given), full
                )
            )

    def answers(self, full: bool) -> tuple[Answer, ...]:
        """Every question this person is asked, answered no."""
        findings = self.program.assessment.contraindications
        return tuple(Answer(flag, "no") for flag in asked(self.program.cause, full, KNOWLEDGE, findings))

    def calm(self, piece: Calm) -> None:
        """Follow the plan for some days."""
        for _ in range(piece.days):
            self.answer()
            self.tell(CheckedIn(on(self.day), piece.leg, 2, Site.BUTTOCK, Settled.WITHIN_HOUR, False, False))
            self.answer()
            felt = Report(
                piece.leg, 2, piece.leg, 2, Site.BUTTOCK, Site.BUTTOCK, effort=4, settled=True, site_later=Site.BUTTOCK
            )
            plan = self.plan()
            if plan.session is not None:
                self.tell(SessionDone(on(self.day), felt, tuple(item.exercise for item in plan.session.items)))
            if plan.walk is not None:
                self.tell(Walked(on(self.day), plan.walk.minutes, felt, ease=1))
            if plan.ride is not None:
                self.tell(SessionDone(on(self.day), felt, (plan.ride.exercise,)))
            self.day += 1

    def silent(self, piece: Silent) -> None:
        """Let days pass, then notice."""
        self.day += piece.days
        self.tell(DayPassed(on(self.day)))

    def odd(self, piece: Odd) -> None:
        """Tell a day of anything."""
        date = on(self.day)
        if piece.flare:
            self.tell(FlareReported(date))
        if piece.check_in is not None:
            given = piece.check_in
            self.tell(CheckedIn(date, given.leg, given.back, given.site, given.settled, given.stiffer, given.limited))
        if piece.told is not None:
            what, value = piece.told
            self.tell(Declared(date, value) if what == "declared" else YellowAnswered(date, value))
        if piece.screen is not None:
            self.answer("" if piece.screen == "no" else piece.screen)
        self._flags(piece)
        self._moves(piece)
        if piece.hand is not None:
            self.tell(_by_hand(piece.hand, self.day))
        if piece.reopen and (self.program.locks or self.program.closed_directions):
            self.tell(Reopened(date, "Robin Vale", date, self.answers(True), self.program.assessment.supervised))
        self.day += 1

    def _flags(self, piece: Odd) -> None:
        if piece.flagged is not None:
            self.tell(Flagged(on(self.day), piece.flagged))
            if piece.taken_back:
                self.tell(TakenBack(on(self.day), piece.flagged.flag))
        if piece.again is not None and self.program.locks:
            self.tell(Flagged(on(self.day), Answer(self.program.locks[0].flag, *piece.again)))

    def _moves(self, piece: Odd) -> None:
        date = on(self.day)
        if piece.session is not None:
            felt, chosen, hurt = piece.session
            plan = self.plan()
            planned = tuple(item.exercise for item in plan.session.items) if plan.session else ()
            self.tell(SessionDone(date, felt, chosen or planned, hurt))
        if piece.later is not None:
            self.tell(SettledAnswered(date, *piece.later))
        if piece.walk is not None:
            minutes, felt, ease = piece.walk
            self.tell(Walked(date, minutes, felt, ease=ease))
        if piece.walk_later is not None:
            settled, site, tingling, leg = piece.walk_later
            self.tell(SettledAnswered(date, settled, site, tingling, walk=True, leg=leg))
        if piece.ride and (ride := self.plan().ride) is not None:
            self.tell(SessionDone(date, Report(2, 2, 3, 2, Site.BUTTOCK, Site.BUTTOCK), (ride.exercise,)))


def _by_hand(change: tuple[Any, ...], day: int) -> Event:
    what, target, value = change
    made: dict[str, Callable[[], Event]] = {
        "taught": lambda: Taught(on(day), "Robin Vale", target[0], value, target[1]),
        "order": lambda: Adjusted(on(day), "Robin Vale", "order", target, reason="Seen and tried in the clinic."),
        "approved": lambda: Approved(on(day), "Robin Vale", walk_ceiling=value),
        "measured": lambda: Measured(on(day), target, value),
        "assessed": lambda: Assessed(on(day), assessment(target, day, supervised=value)),
    }
    return made.get(what, lambda: Adjusted(on(day), "Robin Vale", what, target, value))()


@dataclass(frozen=True, repr=False)
class History:
    """A told history: its first event and every step after it."""

    first: Event
    start: Program
    steps: tuple[Step, ...]

    def __repr__(self) -> str:
        """The events, one a line, for the example that a failing test shows."""
        return "\n".join(_shown(event) for event in self.events)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis would otherwise print every program of every step."""
        printer.text(repr(self))

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in order."""
        return (self.first, *(step.event for step in self.steps))

    @property
    def program(self) -> Program:
        """The program at the end."""
        return self.steps[-1].after if self.steps else self.start


def _shown(event: Event) -> str:
    """One event in short: answers of no are left out."""
    plain = event_to_plain(event)
    inner = plain.get("assessment", plain)
    if "answers" in inner:
        inner["answers"] = [one for one in inner["answers"] if one["said"] != "no"]
    return json.dumps(plain)


def told(found: Assessment, script: list[Calm | Silent | Odd], approved: bool) -> History:
    """The history that a script tells of a person so assessed."""
    first = Assessed(on(0), found)
    start, _ = first_program(first, KNOWLEDGE)
    telling = Telling(start)
    if approved:
        telling.tell(Approved(on(0), "Robin Vale"))
    for piece in script:
        {Calm: telling.calm, Silent: telling.silent, Odd: telling.odd}[type(piece)](piece)  # type: ignore[operator]
    return History(first, start, tuple(telling.steps))


@st.composite
def _histories(draw: st.DrawFn) -> History:
    return told(draw(assessments), draw(scripts), draw(st.sampled_from((True, True, True, False))))


histories = _histories()
