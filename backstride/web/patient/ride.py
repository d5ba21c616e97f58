"""The ride, or the walk in water: in the walk's place today; timed, or its minutes typed in, and how it felt."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine.event import SessionDone
from backstride.engine.plan import Item
from backstride.web.accounts.access import patient_required
from backstride.web.components.drawings import Shown, shown
from backstride.web.components.templatetags.questions import Level
from backstride.web.patient.asking import Asked, asked_before, effort_levels
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.guided import speed
from backstride.web.patient.ride_form import RideForm
from backstride.web.patient.riding import Ride, ride_of
from backstride.web.patient.walk import WORDS
from backstride.web.records.actions.record import record
from backstride.web.records.wording import ReasonWords, reason_words


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `ride` is what is asked for today, in words, `shown` its picture; `why` its reasons; `plan` what the timer reads; `form` the questions,
    `before` this morning's answers, `effort` the scale of how hard it was; `side` the painful side; `speed` is 1 but in
    demos and tests; `clinic` is where it will be kept ("": at this installation).
    """

    ride: Ride
    shown: Shown
    why: tuple[ReasonWords, ...]
    plan: dict[str, Any]
    form: RideForm
    before: Asked
    effort: tuple[Level, ...]
    side: str
    speed: int
    clinic: str


@require_http_methods(["GET", "HEAD", "POST"])
@patient_required
def ride(request: HttpRequest) -> HttpResponse:
    """Time or take in today's ride and record it; on a day without one, or once it is done, lead back to Today."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    item = course.plan.ride
    if item is None or course.plan.check_in_due or course.ride_bout is not None:
        return redirect("patient:today")
    asked = ride_of(item, course.program.cause)
    initial = {"event_id": course.event_id("ride")}
    form = RideForm(request.POST or None, wanted=asked.minutes, initial=initial)
    if form.is_valid() and _kept(course, item, form):
        return redirect("patient:today")
    context = _context(course, item, form, speed(request))
    return render(request, "patient/ride.html", {"screen": context}, status=422 if form.is_bound else 200)


def _kept(course: Course, item: Item, form: RideForm) -> bool:
    """Record the ride, alone in its session; what the engine refuses becomes the form's error."""
    event = SessionDone(course.on, form.report(), (item.exercise,))
    try:
        record(course.episode, event, by=course.episode.patient, event_id=form.cleaned_data["event_id"])
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _context(course: Course, item: Item, form: RideForm, speed: int) -> Context:
    asked = ride_of(item, course.program.cause)
    return Context(
        ride=asked,
        shown=shown(item.exercise, item.form),
        why=tuple(reason_words(one) for one in item.reasons),
        plan=_timed(course, asked),
        form=form,
        before=asked_before(course, form),
        effort=effort_levels(form),
        side=course.program.assessment.side.value,
        speed=speed,
        clinic=course.episode.clinic.name if course.episode.clinic is not None else "",
    )


def _timed(course: Course, asked: Ride) -> dict[str, Any]:
    """What the timer of walks reads, with a ride's words; there are no brisk stretches."""
    words = {
        **WORDS,
        "how": asked.how,
        "easy": asked.name,
        "goal": f"of {asked.minutes}:00",
        "reached": "That is enough for today. Finish when you like.",
    }
    return {
        "event": str(course.event_id("ride")),
        "minutes": asked.minutes,
        "brisk": 0,
        "brisk_minutes": 0,
        "interval": False,
        "words": words,
    }
