"""The walk: today's minutes, a timer, or the minutes typed in; and how it felt before and after."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine.event import Walked
from backstride.engine.plan import WalkPlan
from backstride.web.accounts.access import patient_required
from backstride.web.patient.asking import Asked, asked_before
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.guided import speed
from backstride.web.patient.walk_form import WalkForm
from backstride.web.patient.walk_words import Steps, steps
from backstride.web.records.actions.record import record
from backstride.web.records.wording import ReasonWords, reason_words

WORDS = {
    "easy": "Easy",
    "brisk": "Brisk",
    "paused": "Paused",
    "pause": "Pause",
    "go_on": "Go on",
    "sit": "Sit",
    "sitting": "sitting",
    "sit_until": "Sit or lean forward until your leg is 1 or less.",
    "in": "in",
    "minutes": "minutes",
    "reached": "That is today’s walk. Finish when you like.",
    "voice": "The voice is on.",
}


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `steps` is what is left to walk today and how; `why` the reasons of today's minutes; `interval` whether walks go in
    stretches with rests; `plan` what the timer reads; `form` the questions, `before` this morning's answers; `side` the
    painful side; `speed` is 1 but in demos and tests; `clinic` is where it will be kept ("": at this installation).
    """

    steps: Steps
    why: tuple[ReasonWords, ...]
    interval: bool
    plan: dict[str, Any]
    form: WalkForm
    before: Asked
    side: str
    speed: int
    clinic: str


@require_http_methods(["GET", "HEAD", "POST"])
@patient_required
def walk(request: HttpRequest) -> HttpResponse:
    """Time or take in a walk; where none is given for now, Today says why."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    if course.plan.walk is None:
        return redirect("patient:today")
    left = steps(course, course.plan.walk)
    form = WalkForm(request.POST or None, wanted=left.minutes, initial={"event_id": _event_id(course)})
    if form.is_valid() and _kept(course, form):
        return redirect("patient:today")
    context = _context(course, course.plan.walk, left, form, speed(request))
    return render(request, "patient/walk.html", {"screen": context}, status=422 if form.is_bound else 200)


def _event_id(course: Course) -> str:
    return str(course.event_id(f"walk {course.walks + 1}"))


def _kept(course: Course, form: WalkForm) -> bool:
    """Record the walk; what the engine refuses becomes the form's error."""
    said = form.cleaned_data
    event_id = said["event_id"]
    try:
        event = Walked(
            course.on, said["minutes"], form.report(), said["brisk_minutes"] or 0, said["onset"], said["ease"]
        )
        record(course.episode, event, by=course.episode.patient, event_id=event_id)
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _context(course: Course, walk: WalkPlan, left: Steps, form: WalkForm, speed: int) -> Context:
    return Context(
        steps=left,
        why=tuple(reason_words(one) for one in walk.reasons),
        interval=course.interval,
        plan=_timed(course, walk, left),
        form=form,
        before=asked_before(course, form),
        side=course.program.assessment.side.value,
        speed=speed,
        clinic=course.episode.clinic.name if course.episode.clinic is not None else "",
    )


def _timed(course: Course, walk: WalkPlan, left: Steps) -> dict[str, Any]:
    """What the timer reads: the minutes of this walk, its brisk stretches, and words."""
    words = {**WORDS, "how": left.how, "goal": f"of {left.minutes}:00", "easy": "Walk" if course.interval else "Easy"}
    fits = walk.brisk * walk.brisk_minutes < left.minutes
    return {
        "event": _event_id(course),
        "minutes": left.minutes,
        "brisk": walk.brisk if fits else 0,
        "brisk_minutes": walk.brisk_minutes if fits else 0,
        "interval": course.interval,
        "words": words,
    }
