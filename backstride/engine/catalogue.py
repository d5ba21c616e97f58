"""What the engine knows of exercises, ladders, causes and flags: ids and numbers, no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from backstride.engine.values import Direction, Dose, Refused, Urgency

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of doing an exercise. `mechanisms` are tags by which contraindications deny it."""

    mechanisms: frozenset[str] = frozenset()
    kit: frozenset[str] = frozenset()
    direction: Direction = Direction.NEUTRAL
    taught: bool = False
    loaded: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """One thing to do, in one or more `forms` (`plain` is always there); `pace` is seconds of movement a repetition."""

    id: str
    forms: Mapping[str, Form]
    sides: str = "none"
    pace: int = 4

    @property
    def plain(self) -> Form:
        """The exercise as described at the top of its file."""
        return self.forms[PLAIN]

    @property
    def kit(self) -> frozenset[str]:
        """Every piece of equipment some form asks for."""
        return frozenset[str]().union(*(form.kit for form in self.forms.values()))


@dataclass(frozen=True, slots=True)
class Rung:
    """One exercise at one dose, in the first of `forms` that is possible; only for `causes`, empty for all."""

    exercise: str
    dose: Dose
    forms: tuple[str, ...] = (PLAIN,)
    causes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs from easy to hard, for one purpose. `greens` is how many green sessions in a row a step up takes."""

    id: str
    purpose: str
    rungs: tuple[Rung, ...]
    greens: int = 3


@dataclass(frozen=True, slots=True)
class Denial:
    """An exercise a cause forbids: in `phases`, or `until` / `when` a named condition of `denial.py` holds.

    `forms` restricts it to these ways of doing the exercise; empty for all.
    """

    exercise: str
    rule: str
    phases: tuple[int, ...] = (1, 2, 3, 4)
    until: str = ""
    when: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variety:
    """A kind of a cause. `highest_phase`: no gate opens one above it; `weeks`: the week of pregnancy must be known."""

    highest_phase: int = 4
    weeks: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """A diagnosed origin. `menus` and `asks` have one entry a phase; `relief` names ladders by direction, best first."""

    id: str
    bias: Direction
    menus: tuple[frozenset[str], ...]
    asks: tuple[tuple[str, ...], ...]
    relief: Mapping[Direction, tuple[str, ...]]
    ease: tuple[str, ...]
    denials: tuple[Denial, ...]
    walk: str
    break_minutes: tuple[int, int]
    review_days: tuple[int, ...]
    control: str
    kinds: Mapping[str, Variety] = field(default_factory=dict)
    graded: bool = False
    irritable_back: bool = False
    comfort: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A red-flag question. `yes` is its urgency; `softer` the urgency when the follow-up question is answered no.

    `parts` lists the items of a question made of several; `two` is then the urgency of two or more.
    `quiet` parts count only beside another. `only` restricts it to causes, `only_with` to findings (either is
    enough); a yes `records` a finding. `known_ok` lets a recorded, stable finding be no news. `no_program`: a yes
    means that no program is given at all. `full`: part of the complete set. A pause nobody looked at within `review_days` becomes `overdue`.
    """

    id: str
    yes: Urgency
    unsure: Urgency
    weekly: bool
    softer: Urgency | None = None
    parts: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    two: Urgency | None = None
    only: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    records: str = ""
    review_days: int = 0
    overdue: Urgency | None = None
    full: bool = True
    known_ok: bool = False
    stops_walking: bool = False
    no_program: bool = False


@dataclass(frozen=True, slots=True)
class WalkLevel:
    """Minutes a day in `bouts` walks, with `brisk` bouts of `brisk_minutes` each inside them."""

    minutes: int
    bouts: int
    brisk: int
    brisk_minutes: int


@dataclass(frozen=True, slots=True)
class Contraindication:
    """A finding that denies every exercise with one of these mechanisms."""

    id: str
    denies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A score from `low` to `high`; a change counts beyond both `absolute` points and `share` of the first score.

    `better`: lower or higher. `due_weeks` after the start it is asked; `person`: given by the person themselves.
    """

    id: str
    low: int
    high: int
    better: str
    absolute: int | None
    share: float | None
    due_weeks: tuple[int, ...]
    person: bool


@dataclass(frozen=True)
class Knowledge:
    """Everything the rules read. `numbers` maps a rule id to its thresholds."""

    version: str
    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]
    causes: Mapping[str, Cause]
    flags: Mapping[str, Flag]
    contraindications: Mapping[str, Contraindication]
    measures: Mapping[str, Measure]
    yellow: tuple[str, ...]
    walk_levels: tuple[WalkLevel, ...]
    numbers: Mapping[str, Mapping[str, float]]

    def cause(self, cause_id: str) -> Cause:
        """The cause with this id; refuses an unknown one by name."""
        try:
            return self.causes[cause_id]
        except KeyError:
            raise _unknown("cause", self.causes, cause_id) from None

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise with this id; refuses an unknown one by name."""
        try:
            return self.exercises[exercise_id]
        except KeyError:
            raise _unknown("exercise", self.exercises, exercise_id) from None

    def ladder(self, ladder_id: str) -> Ladder:
        """The ladder with this id; refuses an unknown one by name."""
        try:
            return self.ladders[ladder_id]
        except KeyError:
            raise _unknown("ladder", self.ladders, ladder_id) from None

    def flag(self, flag_id: str) -> Flag:
        """The red flag with this id; refuses an unknown one by name."""
        try:
            return self.flags[flag_id]
        except KeyError:
            raise _unknown("flag", self.flags, flag_id) from None

    @cached_property
    def kit(self) -> tuple[str, ...]:
        """Every piece of equipment some exercise asks for, in order."""
        return tuple(sorted({item for exercise in self.exercises.values() for item in exercise.kit}))

    @cached_property
    def menus(self) -> Mapping[tuple[str, int], frozenset[str]]:
        """Exercises open by (cause, phase): what a phase opens stays open, so an easier form is always at hand."""
        return {
            (cause.id, phase): frozenset[str]().union(*cause.menus[:phase])
            for cause in self.causes.values()
            for phase in range(1, len(cause.menus) + 1)
        }

    @cached_property
    def ways(self) -> Mapping[str, tuple[tuple[Rung, tuple[int, ...]], ...]]:
        """By ladder: each way of doing something (exercise, forms, causes) once, with its neighboring places on the ladder."""
        return {
            ladder.id: tuple(
                (run[0][1], tuple(place for place, _ in run))
                for run in (list(same) for _, same in groupby(enumerate(ladder.rungs), key=_way))
            )
            for ladder in self.ladders.values()
        }

    @cached_property
    def ladders_with(self) -> Mapping[str, tuple[str, ...]]:
        """Ladder ids by exercise: those that have it on some rung."""
        return {
            exercise: tuple(
                ladder.id for ladder in self.ladders.values() if any(rung.exercise == exercise for rung in ladder.rungs)
            )
            for exercise in self.exercises
        }

    @cached_property
    def loaded(self) -> frozenset[str]:
        """Ladder ids: those with loaded work on some rung."""
        return frozenset(
            ladder.id
            for ladder in self.ladders.values()
            for rung in ladder.rungs
            if any(self.exercises[rung.exercise].forms[form].loaded for form in rung.forms)
        )

    @cached_property
    def reached(self) -> Mapping[tuple[str, int], frozenset[str]]:
        """Ladder ids by (cause, phase): those with at least one exercise on the menu."""
        return {
            key: frozenset(name for exercise in menu for name in self.ladders_with[exercise])
            for key, menu in self.menus.items()
        }

    @cached_property
    def open_ladders(self) -> Mapping[str, tuple[str, ...]]:
        """Ladder ids by cause: those with at least one exercise on some phase's menu, in file order of ids."""
        return {
            cause.id: tuple(
                ladder.id
                for ladder in self.ladders.values()
                if any(rung.exercise in menu for rung in ladder.rungs for menu in cause.menus)
            )
            for cause in self.causes.values()
        }


def _way(placed: tuple[int, Rung]) -> tuple[str, tuple[str, ...], frozenset[str]]:
    return placed[1].exercise, placed[1].forms, placed[1].causes


def _unknown(kind: str, table: Mapping[str, object], key: str) -> Refused:
    return Refused(f"{kind}: {key!r} is not known; known are {', '.join(sorted(table))}")
