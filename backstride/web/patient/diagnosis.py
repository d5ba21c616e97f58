"""Diagnosis: whether a practitioner has told the cause, and then what they found. No program exists without it."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import patient_required
from backstride.web.patient.diagnosis_form import PREFERENCES, SIDES, Diagnosis, causes, professions
from backstride.web.patient.draft import draft_of, keep
from backstride.web.patient.onward import next_step
from backstride.web.patient.options import Option, noted, options
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: first whether the cause was told (`asked` False), then the `form` and its tiles.

    `today` is the last day that can be chosen.
    """

    asked: bool
    form: Diagnosis
    causes: tuple[Option, ...]
    sides: tuple[Option, ...]
    professions: tuple[Option, ...]
    preferences: tuple[Option, ...]
    today: str


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def diagnosis(request: HttpRequest) -> HttpResponse:
    """Ask whether the cause is known, then what it is; on POST keep it and go on to the first answers about pain."""
    episode, program = episode_and_program(request)
    onward = next_step(episode, program)
    if episode is None or onward not in ("patient:diagnosis", "patient:baseline"):
        return redirect(onward)
    if request.method == "POST":
        return _take(request, episode)
    finding = draft_of(episode).finding
    asked = finding is not None or request.GET.get("told") == "yes"
    initial = asdict(finding) | {"on": finding.on.isoformat()} if finding is not None else {}
    form = Diagnosis(None, episode.today(), initial)
    return _show(request, asked, form)


def _take(request: HttpRequest, episode: Episode) -> HttpResponse:
    form = Diagnosis(request.POST, episode.today())
    if not form.is_valid():
        return _show(request, True, form, status=422)
    if form.other_cause:
        keep(episode, replace(draft_of(episode), finding=None))
        return redirect("patient:without-diagnosis")
    keep(episode, replace(draft_of(episode), finding=form.finding()))
    return redirect(next_step(episode, None))


def _show(request: HttpRequest, asked: bool, form: Diagnosis, status: int = 200) -> HttpResponse:
    context = Context(
        asked=asked,
        form=form,
        causes=noted(causes(), _value(form, "cause")),
        sides=options(SIDES, _value(form, "side")),
        professions=options(professions(), _value(form, "profession")),
        preferences=options(PREFERENCES, _value(form, "preference")),
        today=form.today.isoformat(),
    )
    return render(request, "patient/diagnosis.html", {"screen": context}, status=status)


def _value(form: Diagnosis, name: str) -> Any:
    return form[name].value() or ""
