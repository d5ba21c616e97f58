"""Every future: what each possible answer would lead to, before it is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from backstride.engine.advancing import advance
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions
from backstride.engine.event import CheckedIn, DayPassed, Report, SessionDone, SettledAnswered
from backstride.engine.plan import DayPlan, Item
from backstride.engine.planning import today
from backstride.engine.program import Program
from backstride.engine.relief import phase_today
from backstride.engine.replacing import replace
from backstride.engine.rungs import open_rungs
from backstride.engine.values import Settled, Site

SESSION_ANSWERS = ("settles", "more", "much-more", "moves-down", "moves-up", "not-done")


@dataclass(frozen=True, slots=True)
class Future:
    """One answer to today's session and the morning after, and the decisions it would bring."""

    answer: str
    decisions: Decisions
    tomorrow: DayPlan


@dataclass(frozen=True, slots=True)
class Easier:
    """The easier form of one item of the session: the next open rung down, or None at the bottom."""

    exercise: str
    easier: int | None


@dataclass(frozen=True, slots=True)
class Options:
    """All futures of one date: of the whole session, and inside it exercise by exercise."""

    futures: tuple[Future, ...]
    easier: tuple[Easier, ...]


def options(program: Program, knowledge: Knowledge, on: date) -> Options:
    """What each answer would lead to on date `on`; nothing is stored."""
    plan = today(program, knowledge, on)
    if plan.session is None:
        return Options((_future(program, "not-done", None, on, knowledge),), ())
    exercises = tuple(item.exercise for item in plan.session.items)
    futures = tuple(_future(program, answer, exercises, on, knowledge) for answer in SESSION_ANSWERS)
    return Options(futures, tuple(_easier(program, item, knowledge) for item in plan.session.items))


def _easier(program: Program, item: Item, knowledge: Knowledge) -> Easier:
    phase = phase_today(program, knowledge)
    places = [place for place in open_rungs(program, item.ladder, knowledge, phase) if place < item.rung]
    return Easier(item.exercise, max(places, default=None))


def _future(program: Program, answer: str, exercises: tuple[str, ...] | None, on: date, knowledge: Knowledge) -> Future:
    tomorrow = on + timedelta(days=1)
    program, made = advance(program, DayPassed(on), knowledge)
    if exercises is None or answer == "not-done":
        program, more = advance(program, DayPassed(tomorrow), knowledge)
        return Future(answer, (*made, *more), today(program, knowledge, tomorrow))
    for event in _events(program, answer, exercises, on):
        program, more = advance(program, event, knowledge)
        made = (*made, *more)
    return Future(answer, made, today(program, knowledge, tomorrow))


def _events(
    program: Program, answer: str, exercises: tuple[str, ...], on: date
) -> tuple[SessionDone, SettledAnswered, CheckedIn]:
    leg, back, site = program.leg, program.back, program.site
    rise = {"more": 2, "much-more": 3}.get(answer, 0)
    after = _site(site, answer)
    report = Report(leg, back, min(10, leg + rise), back, site, after)
    settled = answer in ("settles", "moves-up")
    later = SettledAnswered(on, settled, after)
    morning = CheckedIn(
        on + timedelta(days=1), leg, back, after, Settled.WITHIN_HOUR if settled else Settled.WITHIN_DAY
    )
    if answer == "moves-down":
        report = replace(report, peak_leg=max(2, report.peak_leg or 0))
    return SessionDone(on, report, exercises), later, morning


def _site(site: Site, answer: str) -> Site:
    if answer == "moves-down":
        return Site(min(Site.FOOT, max(site + 1, Site.BUTTOCK)))
    if answer == "moves-up":
        return Site(max(Site.NOWHERE, site - 1))
    return site
