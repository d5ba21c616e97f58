"""The vocabulary of a story: a person's days and the decisions expected; used by rules, cases and personas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from backstride.engine.decision import Kind
from backstride.engine.values import Direction, Settled, Side
from backstride.knowledge.text import ExerciseId, FlagId, RuleId, Slug, Text, Words

SiteName = Literal["nowhere", "back", "buttock", "thigh", "calf", "foot"]
Said = Literal["yes", "no", "unsure"]
Score = Annotated[int, Field(ge=0, le=10)]
Pair = Annotated[tuple[Score | None, ...], Field(min_length=2, max_length=2)]
Sites = Annotated[tuple[SiteName | None, ...], Field(min_length=2, max_length=2)]
Lesson = Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{2}(/[a-z-]+)?$")]
DayNumber = Annotated[int, Field(ge=0, le=2000)]
HOUSEHOLD = ("chair", "wall", "towel", "stick")


class Reply(Text):
    """One red-flag answer; `follow` to its further question, `parts` the items ticked."""

    said: Said = "yes"
    follow: Said | None = None
    parts: tuple[Slug, ...] = ()


class Screen(Text):
    """Red-flag questions answered; those not named are answered no. `full`: all of them were asked."""

    full: bool = False
    answers: dict[FlagId, Said | Reply] = {}


class Start(Text):
    """The first day's findings, with defaults; answers not named are no.

    Approved the same day unless `approved` is false. `screened`: questions that come due later are answered no
    on the next day told, unless that day tells of its own.
    """

    cause: Slug
    side: Side = Side.LEFT
    leg: Score = 4
    back: Score = 3
    site: SiteName = "thigh"
    walk_minutes: Annotated[int, Field(ge=0, le=240)] = 15
    supervised: bool = True
    approved: bool = True
    screened: bool = True
    age: Annotated[int, Field(ge=0, le=120)] = 45
    preference: Direction | None = None
    irritable: bool = False
    contraindications: tuple[Slug, ...] = ()
    kit: tuple[Words, ...] = HOUSEHOLD
    known: tuple[FlagId, ...] = ()
    also: tuple[Slug, ...] = ()
    kind: str = ""
    grade: Annotated[int, Field(ge=1, le=5)] | None = None
    weeks: Annotated[int, Field(ge=1, le=42)] | None = None
    aerobic: Literal["walk", "bike", "water"] = "walk"
    comfort: ExerciseId | None = None
    answers: dict[FlagId, Said | Reply] = {}


class CheckIn(Text):
    """The morning's answers. Left out: pain and site as last told, settled within the hour; null: not answered."""

    leg: Score | None = None
    back: Score | None = None
    site: SiteName | None = None
    settled: Settled | None = Settled.WITHIN_HOUR
    stiffer: bool | None = False
    limited: bool | None = False


class Bout(Text):
    """What a session and a walk share: [before, at its peak], and where the pain reached [before, after].

    Left out: as at the check-in. null in a pair: not answered.
    """

    leg: Pair | None = None
    back: Pair | None = None
    site: Sites | None = None
    tingling: bool = False
    weakness: bool = False
    effort: Score | None = 4


class Session(Bout):
    """A session: the day's planned exercises, or those listed. `if_planned`: none on a day without a plan."""

    exercises: Literal["planned"] | tuple[ExerciseId, ...] = "planned"
    hurt: tuple[ExerciseId, ...] = ()
    completed: Annotated[int, Field(ge=0, le=100)] = 100
    if_planned: bool = False


class Walk(Bout):
    """A walk: the day's planned minutes, or those given. `if_planned`: none on a day without a plan."""

    minutes: Literal["planned"] | Annotated[int, Field(ge=1, le=600)] = "planned"
    onset: Annotated[int, Field(ge=0, le=600)] | None = None
    ease: Annotated[int, Field(ge=0, le=600)] | None = None
    if_planned: bool = False


class Later(Text):
    """The answer 30-60 minutes after: settled, as far down as before unless `site` says otherwise."""

    settled: bool = True
    site: SiteName | None = None
    tingling: bool = False
    leg: Score | None = None


class Adjust(Text):
    """One change by the practitioner; see the engine's Adjusted."""

    what: Literal["rung", "ceiling", "lock", "unlock", "remove", "restore", "walk", "phase", "order", "withdraw"]
    target: Words
    value: int = 0
    reason: str = ""


class Approve(Text):
    """The practitioner's signature; `ceilings` are the highest rungs by ladder."""

    ceilings: dict[Slug, int] = {}
    walk_ceiling: Annotated[int, Field(ge=0, le=16)] = 16


class Reopen(Text):
    """Somebody examined the person on day `examined`; `answers` not named are no."""

    examined: DayNumber
    practitioner: bool = True
    answers: dict[FlagId, Said | Reply] = {}


class Day(Text):
    """What happened on day `day` (0 is the first), and on each day after it up to `until`.

    Told in the order of the keys below. `taught` names an exercise, or one of its forms as FUN02/loaded. `flagged` are answers that count at once, `taken_back` those withdrawn.
    """

    day: DayNumber
    until: DayNumber | None = None
    reopen: Reopen | None = None
    approve: Approve | None = None
    adjust: Adjust | None = None
    taught: tuple[Lesson, ...] = ()
    controlled: tuple[ExerciseId, ...] = ()
    check_in: CheckIn | None = None
    screen: Screen | None = None
    flagged: dict[FlagId, Said | Reply] = {}
    taken_back: tuple[FlagId, ...] = ()
    flare: bool = False
    declared: Literal["diagnosis", "injection", "surgery", "pregnancy"] | None = None
    yellow: tuple[Slug, ...] | None = None
    session: Session | None = None
    settled: Later | None = Later()
    walk: Walk | None = None
    walk_settled: Later | None = Later()
    measured: dict[Slug, int] = {}

    @model_validator(mode="after")
    def _runs_forward(self) -> Day:
        if self.until is not None and self.until <= self.day:
            raise ValueError("until: must be after day")
        return self


class Match(Text):
    """What a decision must look like: only what is given counts."""

    kind: Kind | None = None
    subject: Words | None = None
    rule: RuleId | None = None
    before: int | str | None = None
    after: int | str | None = None


class Expected(Match):
    """A decision that must be among those made on day `day`."""

    day: DayNumber


class Plan(Text):
    """What the plan of day `day` must hold, seen after all that happened that day; only what is given counts."""

    day: DayNumber
    session: bool | None = None
    no_session: RuleId | None = None
    includes: tuple[ExerciseId, ...] = ()
    excludes: tuple[ExerciseId, ...] = ()
    relief: ExerciseId | None = None
    walk: int | Literal[False] | None = None
    ride: ExerciseId | Literal[False] | None = None
    waiting: tuple[Slug, ...] = ()
    measures: tuple[Slug, ...] | None = None
    yellow: bool | None = None
    ask: tuple[FlagId, ...] | None = None
    locked: bool | None = None


class Final(Text):
    """What the program must be at the end; only what is given counts. `rungs` and `walk` are places from 0."""

    phase: Annotated[int, Field(ge=1, le=4)] | None = None
    walk: Annotated[int, Field(ge=0, le=16)] | None = None
    rungs: dict[Slug, int] = {}
    locked: bool | None = None
    flare: bool | None = None


class Story(Text):
    """A person's days. `never` lists decisions nobody may see on any day; `last` is the day the story ends.

    `refused`: the engine refuses the story, with these words in its reason.
    """

    name: Words
    start: Start
    days: tuple[Day, ...] = ()
    last: DayNumber | None = None
    expect: tuple[Expected, ...] = ()
    never: tuple[Match, ...] = ()
    plans: tuple[Plan, ...] = ()
    program: Final | None = None
    refused: Words | None = None

    @model_validator(mode="after")
    def _says_something_in_order(self) -> Story:
        if not (self.expect or self.never or self.plans or self.program or self.refused):
            raise ValueError("expect: a story expects something")
        reached = -1
        for place, day in enumerate(self.days):
            if day.day <= reached:
                raise ValueError(f"days.{place}: day {day.day} is not after day {reached}")
            reached = day.until or day.day
        return self

    def names(self) -> Iterator[tuple[str, str]]:
        """Every id this story names, as (kind, id)."""
        yield "cause", self.start.cause
        yield from (("cause", name) for name in self.start.also)
        yield from (("contraindication", name) for name in self.start.contraindications)
        yield from (("flag", name) for name in (*self.start.known, *self.start.answers))
        for day in self.days:
            yield from _names_of(day)
        rules = [*(one.rule for one in (*self.expect, *self.never)), *(plan.no_session for plan in self.plans)]
        yield from (("rule", rule) for rule in rules if rule is not None)
        yield from (("exercise", one) for plan in self.plans for one in (*plan.includes, *plan.excludes))
        yield from (("ladder", name) for name in (self.program.rungs if self.program else ()))


def _names_of(day: Day) -> Iterator[tuple[str, str]]:
    listed = day.session.exercises if day.session and day.session.exercises != "planned" else ()
    hurt = day.session.hurt if day.session else ()
    taught = (one.partition("/")[0] for one in day.taught)
    yield from (("exercise", one) for one in (*taught, *day.controlled, *listed, *hurt))
    answered = (*(day.screen.answers if day.screen else ()), *day.flagged, *day.taken_back)
    yield from (("flag", name) for name in (*answered, *(day.reopen.answers if day.reopen else ())))
    yield from (("ladder", name) for name in (day.approve.ceilings if day.approve else ()))
