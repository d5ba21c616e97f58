"""The program in force: a small immutable value with a bounded window of recent evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from backstride.engine.assessment import Assessment
from backstride.engine.event import Report
from backstride.engine.replacing import replace
from backstride.engine.values import Color, Direction, Refused, Site, Urgency

WINDOW_DAYS = 28


@dataclass(frozen=True)
class Bout:
    """One session (`ladders` practised) or walk (no ladders) of a day, with its color so far.

    `quiet`: the traffic light was off when it was done (flare days 0-2, easy walks after red); only lasting signs count.
    """

    report: Report
    color: Color
    ladders: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    hurt: tuple[str, ...] = ()
    walk: bool = False
    quiet: bool = False
    onset: int | None = None
    ease: int | None = None


@dataclass(frozen=True)
class Day:
    """What is kept of one date. Scores 0-10; None or 0 where nothing was said or done.

    `slow`: a bout took over an hour to settle; `spread`: pain moved down the leg; `nervy`: tingling, or a
    hamstring stretch that hurt; `planned`: a session was asked for; `excused`: none could be, so none was missed.
    `walked` are minutes of any aerobic exercise; `walk_asked` those the plan asked for, kept where walks come in intervals.
    """

    leg: int | None = None
    back: int | None = None
    site: Site | None = None
    worst_leg: int | None = None
    worst_back: int | None = None
    peak_leg: int | None = None
    peak_back: int | None = None
    slow: bool = False
    spread: bool = False
    nervy: bool = False
    limited: bool = False
    bouts: tuple[Bout, ...] = ()
    sessions: int = 0
    planned: bool = False
    walked: int = 0
    walk_asked: int = 0
    walk_done: bool = False
    color: Color | None = None
    reacted: Color | None = None
    hard: int = 0
    lowered: int = 0
    walk_lowered: bool = False
    blamed: str = ""
    closed: bool = False
    excused: bool = False
    flare: bool = False

    @property
    def active(self) -> bool:
        """Whether the person moved: any session or walk."""
        return self.sessions > 0 or self.walked > 0


EMPTY_DAY = Day()


@dataclass(frozen=True)
class LadderState:
    """Where a person stands on one ladder. `rung` -1: not opened yet; `ceiling` the highest rung approved.

    `resting` > 0: stopped at the bottom, returns after that many green sessions. `change` is the last step (+1, -2)
    made on `changed_on`. `practised` are the last dates it was part of a session, newest last.
    """

    ladder: str
    rung: int = -1
    ceiling: int = 99
    locked: bool = False
    removed: bool = False
    greens: int = 0
    resting: int = 0
    change: int = 0
    changed_on: date | None = None
    practised: tuple[date, ...] = ()


@dataclass(frozen=True)
class WalkState:
    """The walking level (0-16), since when, its ceiling, and the minutes of the last green walking day."""

    level: int
    since: date
    ceiling: int = 16
    last_green: int = 0
    change: int = 0
    changed_on: date | None = None


@dataclass(frozen=True)
class Lock:
    """A red flag (or rule) that stops exercise at this urgency, since a date. `flag` is a flag or rule id.

    `answered`: it came from one answer alone, which may be taken back on the same screen. `unfinished`: the
    answer's further question is still open, so that its answer replaces this lock. `recorded`: the finding it added.
    """

    urgency: Urgency
    flag: str
    since: date
    answered: bool = False
    unfinished: bool = False
    recorded: str = ""


@dataclass(frozen=True)
class Flare:
    """An open flare: `step` 0 day 0, 1 days 1-2, 2 days 3-4 (half), 3 days 5-7 (three quarters), since a date.

    `zero` is day 0 of the ramp (later than `onset` when it was started again); `leg` and `back` the usual before it.
    """

    onset: date
    zero: date
    step: int
    since: date
    leg: float
    back: float
    taps: int = 1
    reds: int = 0


@dataclass(frozen=True)
class Order:
    """A practitioner's named, dated, reasoned order that lifts the denial of one exercise."""

    exercise: str
    by: str
    on: date
    reason: str


@dataclass(frozen=True)
class Screening:
    """When the flags were last answered, and what made them due at once (a rule id; empty: nothing did)."""

    full_on: date
    weekly_on: date
    due: str = ""


@dataclass(frozen=True)
class Score:
    """A measure's first and last score, and when each was given. `note`: the person's own words for it."""

    measure: str
    first: int
    first_on: date
    last: int
    last_on: date
    note: str = ""


@dataclass(frozen=True)
class Program:
    """The fold's state on date `on`; `window` holds the last 28 dates, the last entry being `on` itself.

    `calm`: the leg has been calm for two weeks, and not sore since; opens what a cause denies until then.
    `phase_kept_on`: a practitioner said "not yet" to the next phase on this date.
    `yellow_on`: when the questions on beliefs and mood were last answered.
    """

    on: date
    assessment: Assessment
    started: date
    worst_at_start: int
    phase: int
    phase_since: date
    screening: Screening
    walk: WalkState
    ladders: tuple[LadderState, ...]
    window: tuple[Day, ...] = (EMPTY_DAY,) * WINDOW_DAYS
    phase_proposed: int = 0
    phase_kept_on: date | None = None
    approved_on: date | None = None
    approved_by: str = ""
    locks: tuple[Lock, ...] = ()
    flare: Flare | None = None
    flare_onsets: tuple[date, ...] = ()
    withheld_until: date | None = None
    raised_on: date | None = None
    progress_from: date | None = None
    reduced: int = 0
    missed: int = 0
    calm: bool = False
    level_before_lapse: int = 0
    ambers_from: date | None = None
    reds_paired_on: date | None = None
    closed_directions: tuple[Direction, ...] = ()
    taught: tuple[str, ...] = ()
    controlled: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
    measures: tuple[Score, ...] = ()
    yellow_on: date | None = None
    last_contact: date | None = None

    @property
    def cause(self) -> str:
        """Id of the diagnosed cause."""
        return self.assessment.diagnosis.cause

    @property
    def today(self) -> Day:
        """What is known of the date `on`."""
        return self.window[-1]

    def ladder(self, ladder_id: str) -> LadderState:
        """The state of one ladder of this program; refuses one it does not hold."""
        for state in self.ladders:
            if state.ladder == ladder_id:
                return state
        raise Refused(f"ladder: {ladder_id!r} is not part of this program")

    def with_ladder(self, changed: LadderState) -> Program:
        """This program with one ladder's state replaced."""
        ladders = tuple(changed if state.ladder == changed.ladder else state for state in self.ladders)
        return replace(self, ladders=ladders)

    def day(self, ago: int) -> Day:
        """The day `ago` days before `on` (0 = `on`); empty beyond the window."""
        return self.window[-1 - ago] if ago < WINDOW_DAYS else EMPTY_DAY

    def with_day(self, ago: int, day: Day) -> Program:
        """This program with one day of the window replaced."""
        place = WINDOW_DAYS - 1 - ago
        return replace(self, window=self.window[:place] + (day,) + self.window[place + 1 :])

    def date(self, ago: int) -> date:
        """The date `ago` days before `on`."""
        return self.on - timedelta(days=ago)

    @property
    def lock(self) -> Lock | None:
        """The most urgent lock, or None."""
        return max(self.locks, key=lambda lock: lock.urgency, default=None)

    @property
    def leg(self) -> int:
        """Leg pain as last answered in a morning; the assessment's before the first."""
        for day in reversed(self.window):
            if day.leg is not None:
                return day.leg
        return self.assessment.leg

    @property
    def back(self) -> int:
        """Back pain as last answered in a morning; the assessment's before the first."""
        for day in reversed(self.window):
            if day.back is not None:
                return day.back
        return self.assessment.back

    @property
    def site(self) -> Site:
        """How far down the pain reaches, as last answered; the assessment's before the first answer."""
        for day in reversed(self.window):
            if day.site is not None:
                return day.site
        return self.assessment.site

    @property
    def worst(self) -> int:
        """The higher of leg and back as last answered."""
        return max(self.leg, self.back)

    @property
    def withheld(self) -> bool:
        """Whether no session is given today because of a red."""
        return self.withheld_until is not None and self.on < self.withheld_until
