"""Did it settle? The answer 30 to 60 minutes after the moves, or after a walk."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine.event import SettledAnswered
from backstride.engine.program import Bout
from backstride.web.accounts.access import patient_required
from backstride.web.components.templatetags.questions import Level
from backstride.web.patient.asking import scale_levels
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.report import PLACES, score_field, site_field, yes_no_field
from backstride.web.records.actions.record import record


class SettledForm(forms.Form):
    """Whether the extra pain is gone, where the pain reaches now, and whether tingling is still there.

    `rest`: leg pain at rest is asked, too, as after a walk in stretches.
    """

    event_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    settled = yes_no_field("Is the pain back to how it was before?")
    site = site_field("How far down does the pain reach now?")
    tingling = yes_no_field("New tingling or numbness that is still there?")
    leg = score_field("Leg pain now, at rest")

    def __init__(self, *args: Any, rest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s"} | kwargs)
        if not rest:
            del self.fields["leg"]


@dataclass(frozen=True)
class Context:
    """What the page shows: `form`, what it is `about` (moves, ride or walk), the painful `side`.

    `before` is the place before it began; `leg` the scale of leg pain at rest, empty where it is not asked.
    """

    form: SettledForm
    about: str
    leg: tuple[Level, ...]
    side: str
    before: str


@require_http_methods(["GET", "HEAD", "POST"])
@patient_required
def settled(request: HttpRequest) -> HttpResponse:
    """Ask once for today's last session or walk; without one, or once answered, lead back to Today."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    walk = request.GET.get("walk") == "1"
    bout = course.walk_bout if walk else course.settling_bout
    if bout is None or bout.report.settled is not None:
        return redirect("patient:today")
    rest = walk and course.interval
    form = SettledForm(request.POST or None, rest=rest, initial={"event_id": _event_id(course, walk)})
    if form.is_valid() and _kept(course, form, walk):
        return redirect("patient:today")
    context = _context(course, form, walk, bout)
    return render(request, "patient/settled.html", {"screen": context}, status=422 if form.is_bound else 200)


def _event_id(course: Course, walk: bool) -> str:
    sessions = sum(not bout.walk for bout in course.day.bouts)
    return str(course.event_id(f"settled walk {course.walks}" if walk else f"settled {sessions}"))


def _kept(course: Course, form: SettledForm, walk: bool) -> bool:
    """Record the answer; what the engine refuses becomes the form's error."""
    said = form.cleaned_data
    event = SettledAnswered(course.on, said["settled"], said["site"], said["tingling"], walk, said.get("leg"))
    try:
        record(course.episode, event, by=course.episode.patient, event_id=said["event_id"])
    except ValueError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _context(course: Course, form: SettledForm, walk: bool, bout: Bout) -> Context:
    site = bout.report.site_before
    before = PLACES[site].replace("-", " ") if site is not None else ""
    about = "walk" if walk else "ride" if bout is course.ride_bout else "moves"
    leg = scale_levels(form["leg"].value()) if "leg" in form.fields else ()
    return Context(form, about, leg, course.program.assessment.side.value, before)
