"""Reopen: a person alone says who examined them after a stop; then all safety questions are asked afresh.

After news such as a new diagnosis it first asks whether the cause is still the same. If not, and always with a
pregnancy, cause and beginning are assessed anew before anything is opened.
"""

from dataclasses import dataclass, replace
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backstride.engine.program import Program
from backstride.engine.values import Urgency
from backstride.web.accounts.access import patient_required
from backstride.web.patient.draft import Asking, Draft, Examined, draft_of, keep, start_over
from backstride.web.patient.onward import assessed_anew, known_of, next_step, paused_by_news
from backstride.web.patient.questions import decides
from backstride.web.patient.visitor import day_of, episode_and_program
from backstride.web.records.library import library
from backstride.web.records.models import Episode


class Examination(forms.Form):
    """Who examined the person, and when: after the stop and not in the future."""

    by = forms.CharField(
        label=_("Who examined you?"), max_length=80, error_messages={"required": _("Write who examined you.")}
    )
    on = forms.DateField(
        label=_("On which day?"),
        error_messages={"required": _("Give the day."), "invalid": _("Give the day as a date.")},
    )

    def __init__(self, said: QueryDict | None, since: date, today: date) -> None:
        super().__init__(said, auto_id="%s")
        self.since, self.today = since, today

    def clean_on(self) -> date:
        """A day after the stop, today at the latest."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        if on <= self.since:
            raise forms.ValidationError(_("The examination has to be after the day on which the program stopped."))
        return on


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form`, the date the program stopped, and who must look first ("" for a person alone).

    `step` is cause (is it still `cause`?), anew (a new assessment is to be begun or gone on with) or examined.
    `pregnancy`: one was declared; `same`: the cause was said to be the same; `error`: a sent form does not fit the step.
    """

    form: Examination
    since: date
    practitioner: str
    step: str
    cause: str
    pregnancy: bool
    same: bool
    error: bool = False


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest) -> HttpResponse:
    """Ask about the cause where news paused it, then who examined the person; then all safety questions, afresh."""
    episode, program = episode_and_program(request)
    draft = draft_of(episode) if episode is not None else Draft()
    since = _stopped(program, draft)
    if episode is None or since is None:
        return redirect(next_step(episode, program))
    screen = _screen(request, episode, program, since)
    if request.method == "POST" and not episode.supervised:
        return _take(request, episode, program, screen)
    if assessed_anew(episode, program):
        return redirect(next_step(episode, program))
    return _show(request, screen, 403 if request.method == "POST" else 200)


def _screen(request: HttpRequest, episode: Episode, program: Program | None, since: date) -> Context:
    said = request.POST if request.method == "POST" else request.GET
    same = said.get("cause") == "same"
    step = _step(episode, program, same)
    posted = request.POST if request.method == "POST" and step == "examined" else None
    return Context(
        form=Examination(posted, since, day_of(episode, program)),
        since=since,
        practitioner=episode.practitioner.display_name if episode.practitioner is not None else "",
        step=step,
        cause=library().causes[program.cause].name if program is not None else "",
        pregnancy=pregnancy_declared(episode),
        same=same,
    )


def _step(episode: Episode, program: Program | None, same: bool) -> str:
    if not paused_by_news(episode, program) or not unassessed(episode):
        return "examined"
    if draft_of(episode).anew or pregnancy_declared(episode):
        return "anew"
    return "examined" if same else "cause"


def unassessed(episode: Episode) -> tuple[str, ...]:
    """What was declared since the last assessment or re-opening, oldest first."""
    told: tuple[str, ...] = ()
    for event in episode.events.filter(kind__in=("Assessed", "Reopened", "Declared")).order_by("sequence"):
        told = (*told, event.body["what"]) if event.kind == "Declared" else ()
    return told


def pregnancy_declared(episode: Episode) -> bool:
    """Whether a pregnancy was declared that no assessment knows yet."""
    return "pregnancy" in unassessed(episode)


def _take(request: HttpRequest, episode: Episode, program: Program | None, screen: Context) -> HttpResponse:
    draft = draft_of(episode)
    if screen.step != "examined" and request.POST.get("cause") == "new":
        _begin_anew(episode, program, draft)
        return redirect(next_step(episode, program))
    if screen.step != "examined" or not screen.form.is_valid():
        return _show(request, replace(screen, error=screen.step != "examined"), 422)
    _begin(episode, draft, screen.form)
    return redirect("patient:screening")


def _show(request: HttpRequest, screen: Context, status: int) -> HttpResponse:
    return render(request, "patient/reopen.html", {"screen": screen}, status=status)


def _stopped(program: Program | None, draft: Draft) -> date | None:
    """Since when exercise is stopped or paused, or None when it is not."""
    if program is not None:
        lock = program.lock
        return lock.since if lock is not None and lock.urgency >= Urgency.PAUSE else None
    asking = draft.asking
    return asking.on if asking is not None and decides(asking, known_of(draft, None)) else None


def _begin_anew(episode: Episode, program: Program | None, draft: Draft) -> None:
    """Ask all safety questions for a new assessment; what was found is asked, too, unless it was told on the way here."""
    if assessed_anew(episode, program):
        return
    fresh = start_over(draft, Asking(day_of(episode, program), True, "reopen"))
    finding = draft.finding if draft.anew else None
    beginning = draft.beginning if draft.anew else None
    keep(episode, replace(fresh, examined=None, finding=finding, beginning=beginning, anew=True))


def _begin(episode: Episode, draft: Draft, form: Examination) -> None:
    examined = Examined(form.cleaned_data["by"].strip(), form.cleaned_data["on"])
    fresh = start_over(draft, Asking(episode.today(), True, "reopen"))
    keep(episode, replace(fresh, examined=examined, anew=False))
