"""Something changed: a new diagnosis, an injection, an operation or a pregnancy; told, it pauses the sessions."""

import uuid
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine.decision import Reason
from backstride.engine.event import DECLARED, Declared
from backstride.web.accounts.access import patient_required
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.draft import draft_of, keep
from backstride.web.patient.visitor import event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.wording import ReasonWords, reason_words

WHAT: dict[str, tuple[Promise, Promise]] = {
    "diagnosis": (_("A new diagnosis"), _("Somebody found another cause, or something more")),
    "injection": (_("An injection in my back"), _("Given since the program began")),
    "surgery": (_("An operation"), _("On the back or elsewhere")),
    "pregnancy": (_("I am pregnant"), _("Or I may be")),
}


@dataclass(frozen=True)
class Choice:
    """One thing that may have changed: its id, its words and a line below."""

    id: str
    words: str | Promise
    note: str | Promise


@dataclass(frozen=True)
class Context:
    """What the page shows: the `choices`, or the one `chosen` to be confirmed.

    `why` sessions then pause; `practitioner` looks at it, "" for a person alone; `error` is what was refused.
    """

    choices: tuple[Choice, ...]
    chosen: Choice | None
    why: ReasonWords
    practitioner: str
    error: str
    event_id: uuid.UUID


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def something_changed(request: HttpRequest) -> HttpResponse:
    """Ask what changed, then whether to pause for it; on POST record it."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    if request.method != "POST":
        return _show(request, course, request.GET.get("what", ""))
    what = request.POST.get("what", "")
    try:
        record(course.episode, Declared(course.on, what), by=person_of(request), event_id=event_id_of(request))
    except ValueError as refused:
        return _show(request, course, what, str(refused))
    # What was under way to open the program again was said before this news.
    keep(course.episode, replace(draft_of(course.episode), asking=None, examined=None, beginning=None))
    return redirect("patient:today")


def _show(request: HttpRequest, course: Course, what: str, error: str = "") -> HttpResponse:
    choices = {one: Choice(one, *WHAT[one]) for one in DECLARED}
    practitioner = course.episode.practitioner
    context = Context(
        choices=tuple(choices.values()),
        chosen=choices.get(what),
        why=reason_words(Reason("pausing/declared")),
        practitioner=practitioner.display_name if practitioner is not None else "",
        error=error,
        event_id=uuid.uuid4(),
    )
    return render(request, "patient/something_changed.html", {"screen": context}, status=422 if error else 200)
