"""Measures: the few questions that come back now and then, and what the answers say so far."""

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from backstride.engine.measuring import score_of
from backstride.knowledge.measure import Measure
from backstride.web.accounts.access import patient_required
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.measure_form import MeasureForm
from backstride.web.patient.visitor import event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.scores import ScoreWords, measure_name, score_words


@dataclass(frozen=True)
class Due:
    """A measure that is asked now: its id, its name (a task's own words), and what it tells."""

    measure: str
    name: str
    tells: str


@dataclass(frozen=True)
class Context:
    """What the list shows: what is `due`, about how many `minutes` that takes, and what was `answered` so far.

    `clinic` is where the record is kept ("": at this installation); `alone`: no practitioner oversees it here.
    """

    due: tuple[Due, ...]
    minutes: int
    answered: tuple[ScoreWords, ...]
    clinic: str
    alone: bool


@dataclass(frozen=True)
class AnswerContext:
    """What the page of one `measure` shows: its `form`, its `name`, and how many are still due `after` it.

    `naming`: the person is asked to name the task first. `event_id` makes a double submit harmless.
    """

    measure: Measure
    form: MeasureForm
    name: str
    naming: bool
    after: int
    clinic: str
    event_id: uuid.UUID


@require_safe
@patient_required
def measures(request: HttpRequest) -> HttpResponse:
    """List what is asked now, and every score with what it says."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    due = measures_due(course)
    context = Context(
        due=tuple(Due(one.id, measure_name(course.program, one), one.in_short) for one in due),
        minutes=minutes(due),
        answered=score_words(course.program),
        clinic=_clinic(course),
        alone=not course.episode.supervised,
    )
    return render(request, "patient/measures.html", {"screen": context})


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """Ask one measure while it is due; an answer given today may be changed today. Then on to the next that is due."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    asked = library().measures.get(measure)
    if asked is None or asked.by != "person":
        raise Http404("no such measure")
    if not _open(course, asked):
        return redirect("patient:measures")
    form = MeasureForm(request.POST if request.method == "POST" else None, asked, _named(course, asked))
    if form.is_valid() and _kept(request, course, form):
        return _onward(course, asked)
    return render(
        request, "patient/measure.html", {"screen": _asking(course, asked, form)}, status=422 if form.is_bound else 200
    )


def measures_due(course: Course) -> tuple[Measure, ...]:
    """What is asked today, in the order of lists."""
    return tuple(sorted((library().measures[one] for one in course.plan.measures), key=lambda one: one.place))


def minutes(due: tuple[Measure, ...]) -> int:
    """About how many minutes these take, at least 1."""
    return max(1, round(sum(one.seconds for one in due) / 60))


def _open(course: Course, asked: Measure) -> bool:
    score = score_of(course.program, asked.id)
    return asked.id in course.plan.measures or (score is not None and score.last_on == course.on)


def _named(course: Course, asked: Measure) -> bool:
    score = score_of(course.program, asked.id)
    return score is not None and bool(score.note)


def _kept(request: HttpRequest, course: Course, form: MeasureForm) -> bool:
    """Record the answer; what the engine refuses becomes the form's error."""
    try:
        record(course.episode, form.event(course.on), by=person_of(request), event_id=event_id_of(request))
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _onward(course: Course, asked: Measure) -> HttpResponse:
    """The next that is due, in the order of lists; after the last one the list."""
    left = [one.id for one in measures_due(course) if one.place > asked.place]
    return redirect("patient:measures-measure", left[0]) if left else redirect("patient:measures")


def _asking(course: Course, asked: Measure, form: MeasureForm) -> AnswerContext:
    return AnswerContext(
        measure=asked,
        form=form,
        name=measure_name(course.program, asked),
        naming="note" in form.fields,
        after=sum(one.place > asked.place for one in measures_due(course)),
        clinic=_clinic(course),
        event_id=uuid.uuid4(),
    )


def _clinic(course: Course) -> str:
    return course.episode.clinic.name if course.episode.clinic is not None else ""
