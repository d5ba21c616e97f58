"""Turning the days of a story into engine events, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from backstride.engine import Refused, advance, begin, today
from backstride.engine import event as events
from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.catalogue import PLAIN, Knowledge
from backstride.engine.decision import Decision
from backstride.engine.event import Event, Report
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.engine.rolling import roll
from backstride.engine.screening import asked
from backstride.engine.values import Site
from backstride.knowledge.story import Bout, CheckIn, Day, Later, Reply, Said, Session, Start, Walk

WHO = "A. Rivera"


@dataclass
class Telling:
    """A story as far as it is told: the program, its events, and the decisions made on each day (0 is the first)."""

    start: Start
    knowledge: Knowledge
    first: date
    program: Program = field(init=False)
    events: list[Event] = field(default_factory=list)
    decisions: dict[int, list[Decision]] = field(default_factory=dict)
    leg: int | None = field(init=False)
    back: int | None = field(init=False)
    site: Site | None = field(init=False)

    def __post_init__(self) -> None:
        self.leg, self.back, self.site = self.start.leg, self.start.back, _site(self.start.site)
        opening = events.Assessed(self.first, _assessment(self.start, self.first, self.knowledge))
        self.program, made = begin(opening, self.knowledge)
        self.events.append(opening)
        self.decisions[0] = [*made]
        if self.start.supervised and self.start.approved:
            self.take(events.Approved(self.first, WHO))

    @property
    def day(self) -> int:
        """The day the story has reached."""
        return (self.program.on - self.first).days

    def reach(self, day: int) -> None:
        """Let the days up to this one pass."""
        while self.day < day:
            self.program, made = roll(self.program, self.program.on + timedelta(days=1), self.knowledge)
            self.decisions.setdefault(self.day, []).extend(made)

    def take(self, event: Event) -> None:
        """Fold one event of the day reached."""
        self.program, made = advance(self.program, event, self.knowledge)
        self.events.append(event)
        self.decisions.setdefault(self.day, []).extend(made)

    def asked(self, full: bool) -> tuple[str, ...]:
        """The safety questions this person is asked: all of them, or the weekly ones."""
        findings = self.program.assessment.contraindications
        return asked(self.program.cause, full, self.knowledge, findings)

    def plan(self) -> DayPlan:
        """The plan of the day reached."""
        return today(self.program, self.knowledge, self.program.on)

    def tell(self, day: Day) -> None:
        """Tell one day. Each event is made only when the one before it has been folded in."""
        for part in PARTS:
            for event in part(day, self):
                self.take(event)


def _assessment(start: Start, on: date, knowledge: Knowledge) -> Assessment:
    return Assessment(
        on=on,
        diagnosis=Diagnosis(start.cause, "physical-therapist", WHO, on),
        side=start.side,
        leg=start.leg,
        back=start.back,
        site=_located(start.site),
        walk_minutes=start.walk_minutes,
        answers=_answers(asked(start.cause, True, knowledge, start.contraindications), start.answers),
        age=start.age,
        preference=start.preference,
        irritable=start.irritable,
        contraindications=start.contraindications,
        kit=start.kit,
        known=start.known,
        supervised=start.supervised,
        also=start.also,
        kind=start.kind,
        grade=start.grade,
        weeks=start.weeks,
        aerobic=start.aerobic,
        comfort=start.comfort or "",
    )


def _answers(flags: Iterable[str], told: Mapping[str, Said | Reply]) -> tuple[Answer, ...]:
    return tuple(_answer(flag, told.get(flag, "no")) for flag in flags)


def _answer(flag: str, told: Said | Reply) -> Answer:
    if isinstance(told, str):
        return Answer(flag, told)
    return Answer(flag, told.said, told.follow or "", told.parts)


def _located(name: str) -> Site:
    return Site[name.upper()]


def _site(name: str | None) -> Site | None:
    return None if name is None else _located(name)


def _reopen(day: Day, telling: Telling) -> Iterator[Event]:
    if day.reopen is not None:
        told = day.reopen
        answers = _answers(telling.asked(True), told.answers)
        examined = telling.first + timedelta(days=told.examined)
        yield events.Reopened(telling.program.on, WHO, examined, answers, told.practitioner)


def _practitioner(day: Day, telling: Telling) -> Iterator[Event]:
    on = telling.program.on
    if day.approve is not None:
        yield events.Approved(on, WHO, tuple(day.approve.ceilings.items()), day.approve.walk_ceiling)
    if day.adjust is not None:
        told = day.adjust
        yield events.Adjusted(on, WHO, told.what, told.target, told.value, told.reason)
    for taught in day.taught:
        exercise, _, form = taught.partition("/")
        yield events.Taught(on, WHO, exercise, form=form or PLAIN)
    for exercise in day.controlled:
        yield events.Taught(on, WHO, exercise, control=True)


def _check_in(day: Day, telling: Telling) -> Iterator[Event]:
    if day.check_in is not None:
        told = day.check_in
        telling.leg = told.leg if "leg" in told.model_fields_set else telling.leg
        telling.back = told.back if "back" in told.model_fields_set else telling.back
        telling.site = _site(told.site) if "site" in told.model_fields_set else telling.site
        yield _checked_in(told, telling)


def _checked_in(told: CheckIn, telling: Telling) -> Event:
    return events.CheckedIn(
        telling.program.on, telling.leg, telling.back, telling.site, told.settled, told.stiffer, told.limited
    )


def _screen(day: Day, telling: Telling) -> Iterator[Event]:
    on = telling.program.on
    if day.screen is not None:
        full = day.screen.full
        yield events.Screened(on, _answers(telling.asked(full), day.screen.answers), full)
    else:
        yield from _due(day, telling)
    for flag, said in day.flagged.items():
        yield events.Flagged(on, _answer(flag, said))
    for flag in day.taken_back:
        yield events.TakenBack(on, flag)


def _due(day: Day, telling: Telling) -> Iterator[Event]:
    """Questions due and not told of otherwise are answered no, before the check-in and again when it made them due."""
    if day.screen is None and telling.start.screened and (plan := telling.plan()).ask:
        yield events.Screened(telling.program.on, _answers(plan.ask, {}), plan.ask_full)


def _flare(day: Day, telling: Telling) -> Iterator[Event]:
    if day.flare:
        yield events.FlareReported(telling.program.on)


def _told(day: Day, telling: Telling) -> Iterator[Event]:
    if day.declared is not None:
        yield events.Declared(telling.program.on, day.declared)
    if day.yellow is not None:
        yield events.YellowAnswered(telling.program.on, day.yellow)


def _session(day: Day, telling: Telling) -> Iterator[Event]:
    if day.session is None:
        return
    exercises = _exercises(day.session, telling)
    if exercises is None:
        return
    done = tuple(dict.fromkeys((*exercises, *day.session.hurt)))
    report = _report(day.session, telling, day.session.completed)
    yield events.SessionDone(telling.program.on, report, done, day.session.hurt)
    yield from _later(day.settled, telling, walk=False)


def _exercises(told: Session, telling: Telling) -> tuple[str, ...] | None:
    if told.exercises != "planned":
        return told.exercises
    plan = telling.plan()
    if plan.session is None:
        if told.if_planned:
            return None
        raise Refused(f"story: no session is planned on day {telling.day} ({plan.no_session})")
    return tuple(item.exercise for item in plan.session.items)


def _walk(day: Day, telling: Telling) -> Iterator[Event]:
    if day.walk is None:
        return
    minutes = _minutes(day.walk, telling)
    if minutes is None:
        return
    report = _report(day.walk, telling, 100)
    yield events.Walked(telling.program.on, minutes, report, 0, day.walk.onset, day.walk.ease)
    yield from _later(day.walk_settled, telling, walk=True)


def _minutes(told: Walk, telling: Telling) -> int | None:
    if told.minutes != "planned":
        return told.minutes
    plan = telling.plan()
    if plan.walk is None:
        if told.if_planned:
            return None
        raise Refused(f"story: no walk is planned on day {telling.day} ({plan.no_walk})")
    return plan.walk.minutes


def _later(told: Later | None, telling: Telling, walk: bool) -> Iterator[Event]:
    if told is not None:
        site = _site(told.site) or telling.site
        yield events.SettledAnswered(telling.program.on, told.settled, site, told.tingling, walk, told.leg)


def _report(told: Bout, telling: Telling, completed: int) -> Report:
    leg = told.leg or (telling.leg, telling.leg)
    back = told.back or (telling.back, telling.back)
    site = tuple(_site(one) for one in told.site) if told.site else (telling.site, telling.site)
    return Report(
        before_leg=leg[0],
        peak_leg=leg[1],
        before_back=back[0],
        peak_back=back[1],
        site_before=site[0],
        site_after=site[1],
        tingling=told.tingling,
        weakness=told.weakness,
        effort=told.effort,
        completed=completed,
    )


def _measured(day: Day, telling: Telling) -> Iterator[Event]:
    for measure, score in day.measured.items():
        yield events.Measured(telling.program.on, measure, score)


Part = Callable[[Day, Telling], Iterator[Event]]
PARTS: tuple[Part, ...] = (
    _reopen,
    _practitioner,
    _due,
    _check_in,
    _screen,
    _flare,
    _told,
    _session,
    _walk,
    _measured,
)
