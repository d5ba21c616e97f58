"""Flare: two calm days when the pain is much worse, then the way back in steps."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine.decision import Reason
from backstride.engine.event import FlareReported
from backstride.engine.plan import DayPlan, Relief
from backstride.engine.program import Program
from backstride.web.accounts.access import patient_required
from backstride.web.components.drawings import Shown, shown
from backstride.web.patient.course import course_on
from backstride.web.patient.moves import times
from backstride.web.patient.onward import is_locked, next_step
from backstride.web.patient.visitor import day_of, episode_and_program, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from backstride.web.records.wording import GivenWords, ReasonWords, dose_words, given_words, reason_words

STEPS: tuple[str | Promise, ...] = (
    _("Today: easy positions and very short walks"),
    _("Then 2 days: relief moves and half of your walks"),
    _("Then 2 days: half of your plan"),
    _("Then 3 days: three quarters of your plan"),
    _("Then all of it again"),
)


@dataclass(frozen=True)
class Move:
    """One thing that eases: its picture, its name, how it begins, and how much of it, "" for a position of rest."""

    shown: Shown
    name: str
    start: str
    dose: str


@dataclass(frozen=True)
class Step:
    """One step of the way back: its words, and whether it is done, now or still to come."""

    words: str | Promise
    state: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `step` is where an open flare stands (0 to 3), None without one; `day` counts from 1. `ask`: safety questions are due.
    `ease`, `relief`, `walk_minutes` in `bouts` walks and `session` are what today holds. `again`: it may be started over.
    """

    step: int | None
    day: int
    steps: tuple[Step, ...]
    ask: bool
    ease: tuple[Move, ...]
    relief: tuple[Move, ...]
    walk_minutes: int
    bouts: int
    session: bool
    again: bool
    why: tuple[ReasonWords, ...]
    error: str
    event_id: uuid.UUID


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def flare(request: HttpRequest) -> HttpResponse:
    """Explain two calm days, or show where the flare stands; on POST open a flare and show its first day."""
    episode, program = episode_and_program(request)
    if episode is None or program is None:
        return redirect(next_step(episode, program))
    if is_locked(program):
        return redirect("patient:refer")
    if request.method != "POST":
        return _show(request, episode, program)
    try:
        event = FlareReported(day_of(episode, program))
        record(episode, event, by=person_of(request), event_id=event_id_of(request))
    except ValueError as refused:
        return _show(request, episode, program, str(refused))
    return redirect("patient:flare")


def _show(request: HttpRequest, episode: Episode, program: Program, error: str = "") -> HttpResponse:
    course = course_on(episode, program)
    context = _context(course.program, course.plan, error)
    return render(request, "patient/flare.html", {"screen": context}, status=422 if error else 200)


def _context(program: Program, plan: DayPlan, error: str) -> Context:
    step = program.flare.step if program.flare is not None else None
    return Context(
        step=step,
        day=(program.on - program.flare.onset).days + 1 if program.flare is not None else 0,
        steps=_steps(step),
        ask=bool(plan.ask),
        ease=tuple(_move(given_words(*one), "") for one in zip(plan.ease, plan.ease_forms, strict=True)),
        relief=tuple(_relief(one) for one in plan.relief),
        walk_minutes=plan.walk.minutes if plan.walk is not None else 0,
        bouts=plan.walk.bouts if plan.walk is not None else 0,
        session=plan.session is not None,
        again=step is not None and step > 0,
        why=(reason_words(Reason("flare/open_flare")), reason_words(Reason("flare/ramp"))),
        error=error,
        event_id=uuid.uuid4(),
    )


def _relief(relief: Relief) -> Move:
    dose = f"{dose_words(relief.exercise, relief.dose)}, {times(relief)}"
    return _move(given_words(relief.exercise, relief.form), dose)


def _move(words: GivenWords, dose: str) -> Move:
    return Move(shown(words.exercise, words.form), words.name, words.start, dose)


def _steps(now: int | None) -> tuple[Step, ...]:
    if now is None:
        return tuple(Step(words, "open") for words in STEPS)
    return tuple(Step(words, _state(place, now)) for place, words in enumerate(STEPS))


def _state(place: int, now: int) -> str:
    if place == now:
        return "now"
    return "done" if place < now else "open"
