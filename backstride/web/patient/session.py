"""The session: questions before, the guided moves, questions after; without script a list of the moves and one form."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine.event import SessionDone
from backstride.web.accounts.access import patient_required
from backstride.web.components.templatetags.questions import Level
from backstride.web.patient import moves
from backstride.web.patient.asking import Asked, asked_before, effort_levels
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.guided import guided_plan, speed
from backstride.web.patient.moves import Move
from backstride.web.patient.session_form import SessionForm
from backstride.web.records.actions.record import record
from backstride.web.records.wording import GivenWords, given_words


@dataclass(frozen=True)
class Step:
    """One move of the list: its row, its texts, and whether it was ticked as done or as hurting."""

    move: Move
    words: GivenWords
    done: bool
    hurt: bool


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `title` is the session in four words; `steps` its moves; `plan` what the player reads; `form` the questions, `before`
    this morning's answers to them, `effort` the scale of how hard it was; `side` is the painful side; `speed` is 1 but in
    demos and tests; `carried` are exercises the player reported that are not in the list, kept when a form comes back.
    `clinic` is where it will be kept ("": at this installation).
    """

    title: str
    steps: tuple[Step, ...]
    plan: dict[str, Any]
    form: SessionForm
    before: Asked
    effort: tuple[Level, ...]
    side: str
    speed: int
    carried: tuple[str, ...]
    clinic: str


@require_http_methods(["GET", "HEAD", "POST"])
@patient_required
def session(request: HttpRequest) -> HttpResponse:
    """Guide today's session and record it; on a day without one, or once it is done, lead back to Today."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    form = _form(course, request)
    if form.is_valid() and _kept(course, form):
        return redirect("patient:today")
    if not _can_begin(course):
        return redirect("patient:today")
    return render(
        request,
        "patient/session.html",
        {"screen": _context(course, form, speed(request))},
        status=422 if form.is_bound else 200,
    )


def _can_begin(course: Course) -> bool:
    """Whether there is a session to do now: the safety questions and the check-in come first."""
    plan = course.plan
    return plan.session is not None and not plan.ask and not plan.check_in_due and not course.day.sessions


def _form(course: Course, request: HttpRequest) -> SessionForm:
    session = course.plan.session
    planned = [item.exercise for item in session.items] if session is not None else []
    return SessionForm(request.POST or None, planned=planned, initial={"event_id": course.event_id("session")})


def _kept(course: Course, form: SessionForm) -> bool:
    """Record the session; what the engine refuses becomes the form's error."""
    said = form.cleaned_data
    event = SessionDone(course.on, form.report(), tuple(said["exercises"]), tuple(said["hurt"]))
    try:
        record(course.episode, event, by=course.episode.patient, event_id=said["event_id"])
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _context(course: Course, form: SessionForm, speed: int) -> Context:
    ticked, hurt = set(form["exercises"].value() or ()), set(form["hurt"].value() or ())
    rows = moves.moves(course.plan)
    items = course.plan.session.items if course.plan.session is not None else ()
    given = [given_words(item.exercise, item.form, course.program.cause) for item in items]
    return Context(
        title=moves.title(course.plan),
        steps=tuple(
            Step(row, words, row.exercise in ticked, row.exercise in hurt)
            for row, words in zip(rows, given, strict=True)
        ),
        plan=guided_plan(course),
        form=form,
        before=asked_before(course, form),
        effort=effort_levels(form),
        side=course.program.assessment.side.value,
        speed=speed,
        carried=tuple(sorted(ticked - {row.exercise for row in rows})),
        clinic=course.episode.clinic.name if course.episode.clinic is not None else "",
    )
