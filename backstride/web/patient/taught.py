"""Somebody showed me: a person alone records who taught an exercise or confirmed that their middle stays steady."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import patient_required
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.diagnosis_form import professions
from backstride.web.patient.options import Option, options
from backstride.web.patient.taught_form import TaughtForm
from backstride.web.patient.teaching import Lesson, control_of, lessons
from backstride.web.patient.visitor import event_id_of, person_of
from backstride.web.records.actions.record import record


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form`, what was shown `done` and what can be ticked, the steadiness check `control`.

    `steady_ticked`: the check is ticked in a form that came back. `professions` are tiles.
    """

    form: TaughtForm
    done: tuple[Lesson, ...]
    shown: tuple[Option, ...]
    control: Lesson
    steady_ticked: bool
    professions: tuple[Option, ...]
    event_id: uuid.UUID


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def taught(request: HttpRequest) -> HttpResponse:
    """Ask what was shown, by whom and when; where a practitioner oversees the program, they record it themselves."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    if course.episode.supervised:
        return redirect("patient:answers")
    form = _form(course, request)
    if form.is_bound and form.is_valid() and _kept(request, course, form):
        return redirect("patient:answers")
    return render(
        request, "patient/taught.html", {"screen": _context(course, form)}, status=422 if form.is_bound else 200
    )


def _form(course: Course, request: HttpRequest) -> TaughtForm:
    said = request.POST if request.method == "POST" else None
    return TaughtForm(lessons(course.program), control_of(course.program), course.on, said)


def _kept(request: HttpRequest, course: Course, form: TaughtForm) -> bool:
    """Record one event for each tick; what the engine refuses becomes the form's error."""
    page = event_id_of(request)
    try:
        with transaction.atomic():
            for event in form.events(course.on):
                told = f"{event.exercise} {event.form} {event.control}"
                record(course.episode, event, by=person_of(request), event_id=uuid.uuid5(page, told))
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _context(course: Course, form: TaughtForm) -> Context:
    ticked: Any = form["shown"].value() or ()
    return Context(
        form=form,
        done=tuple(one for one in form.lessons if one.done),
        shown=options(((one.key, one.name) for one in form.lessons if not one.done), ticked),
        control=control_of(course.program),
        steady_ticked=bool(form["control"].value()),
        professions=options(professions(), form["profession"].value()),
        event_id=uuid.uuid4(),
    )
