"""Check-in: how it is this morning; it closes yesterday and decides what today holds."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine.flare import median
from backstride.engine.program import WINDOW_DAYS, Program
from backstride.web.accounts.access import patient_required
from backstride.web.patient.check_in_form import NAMES, SETTLED, Morning
from backstride.web.patient.course import Course, course_on
from backstride.web.patient.onward import is_locked, next_step
from backstride.web.patient.options import Option, Word, options
from backstride.web.patient.visitor import episode_and_program, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge


@dataclass(frozen=True)
class Before:
    """What earlier days say: yesterday's answers (None where there were none), and whether there was a session or walk."""

    leg: int | None
    back: int | None
    active: bool


@dataclass(frozen=True)
class Context:
    """What the page shows: the answers so far by name, those still `missing`, and what was `before`.

    `side` turns the body chart and `leg_words` names the painful leg. `ask_limited`: the pain has clearly risen, so
    one more question stands first. `settled` are that question's tiles. `clinic` keeps the record, "" for a phone alone.
    """

    values: dict[str, Any]
    missing: dict[str, Word]
    names: dict[str, Word]
    before: Before
    side: str
    ask_limited: bool
    settled: tuple[Option, ...]
    clinic: str
    error: str
    event_id: uuid.UUID


@dataclass(frozen=True)
class Visit:
    """One request to this page: the course of care as this day begins, and what was before."""

    course: Course
    before: Before


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Ask how it is; on POST record it, and go to today or, when something is new, to the safety questions."""
    episode, program = episode_and_program(request)
    if episode is None or program is None:
        return redirect(next_step(episode, program))
    if is_locked(program):
        return redirect("patient:refer")
    course = course_on(episode, program)
    if not course.plan.check_in_due:
        return redirect("patient:today")
    visit = Visit(course, _before(course.program))
    if request.method == "POST":
        return _take(request, visit)
    return _show(request, visit, Morning(None, visit.before.active))


def _before(program: Program) -> Before:
    yesterday = program.day(1)
    return Before(yesterday.leg, yesterday.back, yesterday.active)


def _take(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = Morning(request.POST, visit.before.active)
    if not form.is_valid():
        return _show(request, visit, form, status=422)
    if not form.cleaned_data["limited"] and _risen(visit.course.program, form):
        return _show(request, visit, form, ask_limited=True)
    try:
        event = form.event(visit.course.on)
        record(visit.course.episode, event, by=person_of(request), event_id=event_id_of(request))
    except ValueError as refused:
        return _show(request, visit, form, status=422, error=str(refused))
    return redirect("patient:screening" if form.cleaned_data["new"] == "yes" else "patient:today")


def _risen(program: Program, form: Morning) -> bool:
    """Whether leg or back is so far above the recent median that it may be a flare, or the second morning of one.

    The engine compares both mornings of a flare with the median before them, so both medians are tried here.
    """
    if program.flare is not None:
        return False
    last = next((ago for ago in range(1, WINDOW_DAYS) if program.day(ago).leg is not None), 0)
    rise = knowledge().numbers["flare/detect"]["rise"]
    usual = (median(program, knowledge(), 1), median(program, knowledge(), last + 1))
    return any(form.score("leg") - leg >= rise or form.score("back") - back >= rise for leg, back in usual)


def _show(
    request: HttpRequest, visit: Visit, form: Morning, ask_limited: bool = False, status: int = 200, error: str = ""
) -> HttpResponse:
    values = {name: form[name].value() or "" for name in form.fields}
    clinic = visit.course.episode.clinic
    context = Context(
        values=values,
        missing=dict(form.missing),
        names=NAMES,
        before=visit.before,
        side=visit.course.program.assessment.side.value,
        ask_limited=ask_limited or bool(values["limited"]),
        settled=options(SETTLED, values.get("settled")),
        clinic=clinic.name if clinic is not None else "",
        error=error,
        event_id=uuid.uuid4(),
    )
    return render(request, "patient/check_in.html", {"screen": context}, status=status)
