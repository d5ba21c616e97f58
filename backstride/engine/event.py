"""Events: what happened on a local date. Append-only facts; folding them gives the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backstride.engine.assessment import Answer, Assessment
from backstride.engine.catalogue import PLAIN
from backstride.engine.values import Refused, Settled, Site, score, within

DECLARED = ("diagnosis", "injection", "surgery", "pregnancy")


@dataclass(frozen=True)
class Report:
    """How one session or walk felt. Scores 0-10, None when not answered.

    `tingling`: new pins and needles or numbness came on. `settled`, `site_later`, `tingling_later` are the
    answers 30-60 minutes after; None when not yet given. `leg_later`: leg pain then, at rest.
    """

    before_leg: int | None = None
    before_back: int | None = None
    peak_leg: int | None = None
    peak_back: int | None = None
    site_before: Site | None = None
    site_after: Site | None = None
    tingling: bool = False
    weakness: bool = False
    effort: int | None = None
    completed: int = 100
    settled: bool | None = None
    site_later: Site | None = None
    tingling_later: bool | None = None
    leg_later: int | None = None

    def __post_init__(self) -> None:
        for name in ("before_leg", "before_back", "peak_leg", "peak_back", "effort", "leg_later"):
            score(name, getattr(self, name))
        within("completed", self.completed, 0, 100)


@dataclass(frozen=True, slots=True)
class Assessed:
    """A practitioner (or a person alone, naming who diagnosed them) recorded an assessment."""

    on: date
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Approved:
    """A practitioner signed the program. `ceilings` are the highest rungs allowed, by ladder; `walk_ceiling` a level."""

    on: date
    by: str
    ceilings: tuple[tuple[str, int], ...] = ()
    walk_ceiling: int = 16


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A practitioner changed one thing: a rung, a lock, a removal, the walking level, the phase, or an order.

    `target` is a ladder id, "walk", "phase", or an exercise id for `what` = "order" (lifts a denial, reason needed)
    and "withdraw" (the denial holds again).
    """

    on: date
    by: str
    what: str
    target: str
    value: int = 0
    reason: str = ""

    def __post_init__(self) -> None:
        kinds = ("rung", "ceiling", "lock", "unlock", "remove", "restore", "walk", "phase", "order", "withdraw")
        if self.what not in kinds:
            raise Refused(f"what: {self.what!r} is not one of {', '.join(kinds)}")
        if self.what == "order" and not self.reason.strip():
            raise Refused("reason: an order that lifts a denial needs a written reason")


@dataclass(frozen=True, slots=True)
class Taught:
    """A practitioner saw the person do this exercise, in this form; `control`: without losing control of the pelvis."""

    on: date
    by: str
    exercise: str
    control: bool = False
    form: str = PLAIN


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """The morning's answers. `settled` and `stiffer` are about the session of the day before.

    `limited`: the usual day is limited. `new`: something new came up, so the safety questions are due at once.
    """

    on: date
    leg: int | None = None
    back: int | None = None
    site: Site | None = None
    settled: Settled | None = None
    stiffer: bool | None = None
    limited: bool | None = None
    new: bool = False

    def __post_init__(self) -> None:
        score("leg", self.leg)
        score("back", self.back)


@dataclass(frozen=True, slots=True)
class SessionDone:
    """A guided session ended. `exercises` are those done, `hurt` those stopped because they hurt."""

    on: date
    report: Report
    exercises: tuple[str, ...]
    hurt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walked:
    """A walk ended. `onset` and `ease` (minutes) are stenosis answers: to symptoms, and to ease when sitting."""

    on: date
    minutes: int
    report: Report = Report()
    brisk_minutes: int = 0
    onset: int | None = None
    ease: int | None = None

    def __post_init__(self) -> None:
        within("minutes", self.minutes, 1, 600)
        within("brisk_minutes", self.brisk_minutes, 0, self.minutes)
        for name in ("onset", "ease"):
            value = getattr(self, name)
            if value is not None:
                within(name, value, 0, 600)


@dataclass(frozen=True, slots=True)
class SettledAnswered:
    """The answer 30-60 minutes after today's last session (`walk` False) or walk (True); `leg` is the pain now, at rest."""

    on: date
    settled: bool
    site: Site | None = None
    tingling: bool = False
    walk: bool = False
    leg: int | None = None

    def __post_init__(self) -> None:
        score("leg", self.leg)


@dataclass(frozen=True, slots=True)
class FlareReported:
    """The person says the pain has flared."""

    on: date


@dataclass(frozen=True, slots=True)
class Screened:
    """Red-flag questions answered; `full` when all of them were asked."""

    on: date
    answers: tuple[Answer, ...]
    full: bool = False


@dataclass(frozen=True, slots=True)
class Flagged:
    """One red-flag answer that counts at once, before the rest of the questions are answered."""

    on: date
    answer: Answer


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The person said "I meant no" on the same screen as the answer to this flag; both stay in the history."""

    on: date
    flag: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """Somebody examined the person after a lock or pause, on `examined`, and re-opens the program."""

    on: date
    by: str
    examined: date
    answers: tuple[Answer, ...]
    practitioner: bool = True


@dataclass(frozen=True, slots=True)
class Declared:
    """The person says that something changed: a new diagnosis, an injection, surgery or a pregnancy."""

    on: date
    what: str

    def __post_init__(self) -> None:
        if self.what not in DECLARED:
            raise Refused(f"what: {self.what!r} is not one of {', '.join(DECLARED)}")


@dataclass(frozen=True, slots=True)
class YellowAnswered:
    """The monthly questions on beliefs and mood were answered; `yes` are the ids of those answered yes."""

    on: date
    yes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's score (for example RMDQ 0-24, a task 0-10). `note`: the person's own words, such as a task's name."""

    on: date
    measure: str
    score: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayPassed:
    """A local date came to its end with nothing more said; makes the fold notice quiet days."""

    on: date


Event = (
    Assessed
    | Approved
    | Adjusted
    | Taught
    | CheckedIn
    | SessionDone
    | Walked
    | SettledAnswered
    | FlareReported
    | Screened
    | Flagged
    | TakenBack
    | Reopened
    | Declared
    | YellowAnswered
    | Measured
    | DayPassed
)
