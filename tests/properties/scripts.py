"""What may happen in an invented history: calm weeks, odd days, silences, a practitioner's hand."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from backstride.engine.assessment import Answer
from backstride.engine.catalogue import Cause
from backstride.engine.event import DECLARED, CheckedIn, Report
from backstride.engine.values import Direction, Settled, Side, Site
from tests.engine.builders import HOUSEHOLD, KNOWLEDGE, assessment, on

EXAMPLES = int(os.environ.get("BACKSTRIDE_HISTORIES", "150"))
thorough = settings(max_examples=EXAMPLES, deadline=None)

EXERCISES = tuple(sorted(KNOWLEDGE.exercises))
score = st.one_of(st.integers(0, 4), st.integers(0, 10))
maybe_score = st.one_of(score, score, score, st.none())
site = st.sampled_from(Site)
maybe_site = st.one_of(site, site, st.none())
rarely = st.sampled_from((False, False, False, False, False, False, False, True))
flag = st.sampled_from(tuple(KNOWLEDGE.flags))
CAUSES = tuple(sorted(KNOWLEDGE.causes))
WAYS = tuple((exercise.id, form) for exercise in KNOWLEDGE.exercises.values() for form in exercise.forms)


@dataclass(frozen=True)
class Calm:
    """Days on which the plan is followed, and everything is green."""

    days: int
    leg: int


@dataclass(frozen=True)
class Silent:
    """Days on which nothing is said."""

    days: int


@dataclass(frozen=True)
class Odd:
    """A day of anything; None where it did not happen. `again`: a flag that locked is answered once more."""

    check_in: CheckedIn | None
    screen: str | None
    flagged: Answer | None
    taken_back: bool
    again: tuple[str, str] | None
    flare: bool
    hand: tuple[Any, ...] | None
    session: tuple[Report, tuple[str, ...], tuple[str, ...]] | None
    later: tuple[bool, Site | None, bool] | None
    ride: bool
    told: tuple[str, Any] | None
    walk: tuple[int, Report, int | None] | None
    walk_later: tuple[bool, Site | None, bool, int | None] | None
    reopen: bool


report = st.builds(
    Report,
    before_leg=maybe_score,
    before_back=maybe_score,
    peak_leg=maybe_score,
    peak_back=maybe_score,
    site_before=maybe_site,
    site_after=maybe_site,
    tingling=rarely,
    weakness=rarely,
    effort=maybe_score,
    completed=st.sampled_from((100, 100, 50, 49, 0)),
    settled=st.sampled_from((None, True, False)),
)
check_in = st.builds(
    CheckedIn,
    on=st.just(on(0)),
    leg=maybe_score,
    back=maybe_score,
    site=maybe_site,
    settled=st.one_of(st.none(), st.sampled_from(Settled)),
    stiffer=st.sampled_from((None, False, False, True)),
    limited=st.sampled_from((None, False, True)),
)
hand = st.one_of(
    st.tuples(st.just("rung"), st.sampled_from(tuple(KNOWLEDGE.ladders)), st.integers(0, 40)),
    st.tuples(st.just("ceiling"), st.sampled_from(tuple(KNOWLEDGE.ladders)), st.integers(0, 40)),
    st.tuples(
        st.sampled_from(("lock", "unlock", "remove", "restore")), st.sampled_from(tuple(KNOWLEDGE.ladders)), st.just(0)
    ),
    st.tuples(st.just("walk"), st.just("walk"), st.integers(0, 16)),
    st.tuples(st.just("phase"), st.just("phase"), st.integers(1, 4)),
    st.tuples(st.just("taught"), st.sampled_from(WAYS), st.booleans()),
    st.tuples(st.just("order"), st.sampled_from(EXERCISES), st.just(0)),
    st.tuples(st.just("approved"), st.just(""), st.integers(0, 16)),
    st.tuples(st.just("measured"), st.sampled_from(("rmdq", "task-1", "task-2", "task-3")), st.integers(0, 24)),
    st.tuples(st.just("assessed"), st.sampled_from(CAUSES), st.booleans()),
)
told = st.one_of(
    st.tuples(st.just("declared"), st.sampled_from(DECLARED)),
    st.tuples(st.just("yellow"), st.lists(st.sampled_from(KNOWLEDGE.yellow), max_size=2, unique=True).map(tuple)),
)
later = st.one_of(st.none(), st.tuples(st.booleans(), maybe_site, rarely))
walk_later = st.one_of(st.none(), st.tuples(st.booleans(), maybe_site, rarely, maybe_score))
named = st.lists(st.sampled_from(EXERCISES), max_size=3).map(tuple)


findings = st.lists(st.sampled_from(tuple(KNOWLEDGE.contraindications)), max_size=2, unique=True).map(tuple)


def seldom(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly None."""
    return st.one_of(st.none(), st.none(), st.none(), st.none(), strategy)


odd = st.builds(
    Odd,
    check_in=st.one_of(check_in, check_in, st.none()),
    screen=st.one_of(st.none(), st.just("no"), st.just("no"), flag),
    flagged=seldom(st.builds(Answer, flag, st.sampled_from(("yes", "unsure")), st.sampled_from(("", "yes", "no")))),
    taken_back=rarely,
    again=st.one_of(st.none(), st.tuples(st.sampled_from(("yes", "no", "unsure")), st.sampled_from(("", "yes", "no")))),
    flare=rarely,
    hand=seldom(hand),
    session=st.one_of(st.none(), st.tuples(report, named, named)),
    later=later,
    ride=st.booleans(),
    told=seldom(told),
    walk=st.one_of(st.none(), st.tuples(st.integers(1, 90), report, st.one_of(st.none(), st.integers(0, 40)))),
    walk_later=walk_later,
    reopen=st.booleans(),
)
calm = st.builds(Calm, st.integers(1, 9), st.integers(0, 3))
silent = st.builds(Silent, st.one_of(st.integers(1, 4), st.integers(0, 90)))
scripts = st.lists(st.one_of(calm, odd, odd, odd, silent), min_size=1, max_size=12)


def _kind(draw: st.DrawFn, cause: Cause) -> dict[str, Any]:
    """A kind of the cause, and the week where it is a pregnancy."""
    weeks = [name for name, kind in cause.kinds.items() if kind.weeks]
    kind = draw(st.sampled_from(tuple(cause.kinds) if weeks else ("", *cause.kinds)))
    return {"kind": kind, "weeks": draw(st.integers(6, 38)) if kind in weeks else None}


@st.composite
def _assessments(draw: st.DrawFn) -> Any:
    """Any cause with what its file lets be found beside it."""
    cause = KNOWLEDGE.causes[draw(st.sampled_from(CAUSES))]
    others = [name for name in CAUSES if name != cause.id]
    return assessment(
        cause.id,
        side=draw(st.sampled_from(Side)),
        leg=draw(score),
        back=draw(score),
        site=draw(site),
        walk_minutes=draw(st.integers(0, 60)),
        preference=draw(st.sampled_from((None, *Direction))),
        irritable=draw(rarely),
        contraindications=draw(st.one_of(st.just(()), findings)),
        kit=draw(st.one_of(st.just(KNOWLEDGE.kit), st.just(HOUSEHOLD), st.just(()))),
        supervised=draw(st.booleans()),
        also=draw(st.one_of(st.just(()), st.just(()), st.sampled_from(others).map(lambda one: (one,)))),
        **_kind(draw, cause),
        grade=draw(st.sampled_from((None, 1, 2, 2, 3))) if cause.graded else None,
        aerobic=draw(st.sampled_from(("walk", "walk", "walk", "bike", "water"))),
        comfort=draw(st.sampled_from(("", *cause.comfort))),
    )


assessments = _assessments()
