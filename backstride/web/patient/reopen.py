"""Reopen: a person alone says who examined them after a stop; then all safety questions are asked afresh."""

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
from backstride.web.patient.onward import known_of, next_step
from backstride.web.patient.questions import decides
from backstride.web.patient.visitor import day_of, episode_and_program
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
    """What the page shows: the `form`, the date the program stopped, and who must look first ("" for a person alone)."""

    form: Examination
    since: date
    practitioner: str


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest) -> HttpResponse:
    """Ask who examined the person; on POST keep it and ask all safety questions afresh."""
    episode, program = episode_and_program(request)
    draft = draft_of(episode) if episode is not None else Draft()
    since = _stopped(program, draft)
    if episode is None or since is None:
        return redirect(next_step(episode, program))
    form = Examination(request.POST if request.method == "POST" else None, since, day_of(episode, program))
    if request.method == "POST" and not episode.supervised and form.is_valid():
        _begin(episode, draft, form)
        return redirect("patient:screening")
    name = episode.practitioner.display_name if episode.practitioner is not None else ""
    status = (403 if episode.supervised else 422) if request.method == "POST" else 200
    return render(request, "patient/reopen.html", {"screen": Context(form, since, name)}, status=status)


def _stopped(program: Program | None, draft: Draft) -> date | None:
    """Since when exercise is stopped or paused, or None when it is not."""
    if program is not None:
        lock = program.lock
        return lock.since if lock is not None and lock.urgency >= Urgency.PAUSE else None
    asking = draft.asking
    return asking.on if asking is not None and decides(asking, known_of(draft, None)) else None


def _begin(episode: Episode, draft: Draft, form: Examination) -> None:
    examined = Examined(form.cleaned_data["by"].strip(), form.cleaned_data["on"])
    fresh = start_over(draft, Asking(episode.today(), True, "reopen"))
    keep(episode, replace(fresh, examined=examined))
