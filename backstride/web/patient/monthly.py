"""Once a month: four questions on worry, mood and what one expects; what helps with each yes; where to turn in a crisis."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine.codec import event_from_plain
from backstride.engine.decision import Reason
from backstride.engine.event import YellowAnswered
from backstride.knowledge.yellow import Yellow
from backstride.web.accounts.access import patient_required
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.monthly_form import MonthlyForm
from backstride.web.patient.visitor import event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import ReasonWords, reason_words


@dataclass(frozen=True)
class Asked:
    """One question: its id, its words, why it is asked, the answer so far, and whether it is still to be given."""

    id: str
    question: str
    why: str
    value: str
    missing: bool


@dataclass(frozen=True)
class Help:
    """What follows a yes: the question, what we do, and the lesson that fits, by id and name."""

    question: str
    helps: str
    lesson: str
    lesson_name: str


@dataclass(frozen=True)
class Context:
    """What the page shows: the questions while they are due (`asked`), else what `helps` with each yes given `on` a date.

    `next_on` is when they come again; `why` they are asked at all; `practitioner` sees each yes, "" for a person alone;
    `clinic` is where it is kept ("": at this installation); `error` is what was refused.
    """

    asked: tuple[Asked, ...]
    helps: tuple[Help, ...]
    on: date | None
    next_on: date | None
    why: ReasonWords
    practitioner: str
    clinic: str
    error: str
    event_id: uuid.UUID


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def monthly(request: HttpRequest) -> HttpResponse:
    """Ask the four while they are due and record the answers; afterwards show what helps with each yes."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    if not course.plan.yellow:
        return redirect("patient:monthly") if request.method == "POST" else _show(request, course, None)
    form = MonthlyForm(course.plan.yellow, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _show(request, course, form)
    try:
        record(course.episode, form.event(course.on), by=person_of(request), event_id=event_id_of(request))
    except ValueError as refused:
        return _show(request, course, form, str(refused))
    return redirect("patient:monthly")


def _show(request: HttpRequest, course: Course, form: MonthlyForm | None, error: str = "") -> HttpResponse:
    last = _last(course) if form is None else None
    practitioner, clinic = course.episode.practitioner, course.episode.clinic
    context = Context(
        asked=_asked(form) if form is not None else (),
        helps=tuple(_help(library().yellow[one]) for one in last.yes) if last is not None else (),
        on=last.on if last is not None else None,
        next_on=_next_on(last),
        why=reason_words(Reason("yellow/monthly")),
        practitioner=practitioner.display_name if practitioner is not None else "",
        clinic=clinic.name if clinic is not None else "",
        error=error,
        event_id=uuid.uuid4(),
    )
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "patient/monthly.html", {"screen": context}, status=status)


def _asked(form: MonthlyForm) -> tuple[Asked, ...]:
    texts = [library().yellow[one] for one in form.fields]
    return tuple(
        Asked(one.id, one.question, one.why, form[one.id].value() or "", bool(form[one.id].errors)) for one in texts
    )


def _help(text: Yellow) -> Help:
    return Help(text.question, text.helps.strip(), text.lesson, library().lessons[text.lesson].name)


def _last(course: Course) -> YellowAnswered | None:
    """The last answers given."""
    row = course.episode.events.filter(kind=YellowAnswered.__name__).order_by("-sequence").first()
    event = event_from_plain(row.body) if row is not None else None
    return event if isinstance(event, YellowAnswered) else None


def _next_on(last: YellowAnswered | None) -> date | None:
    days = int(knowledge().numbers["yellow/monthly"]["days"])
    return last.on + timedelta(days=days) if last is not None else None
