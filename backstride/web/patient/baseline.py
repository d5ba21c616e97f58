"""Baseline: the first answers about pain, walking and what is at hand; with them a program begins."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import NotPrescribed
from backstride.engine.event import Assessed
from backstride.web.accounts.access import patient_required
from backstride.web.patient.baseline_form import USUALLY_THERE, Baseline, findings, things
from backstride.web.patient.draft import Finding, draft_of, finished, keep
from backstride.web.patient.onward import next_step
from backstride.web.patient.options import Option, noted
from backstride.web.patient.visitor import episode_and_program, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form` with its answers so far, its tiles, and what was diagnosed, in words.

    `side` turns the body chart; `error` is why no program could begin, or "".
    """

    form: Baseline
    values: dict[str, Any]
    findings: tuple[Option, ...]
    things: tuple[Option, ...]
    cause: str
    found_by: str
    side: str
    error: str
    event_id: uuid.UUID


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def baseline(request: HttpRequest) -> HttpResponse:
    """Ask where the person starts; on POST record the assessment, which begins the program."""
    episode, program = episode_and_program(request)
    onward = next_step(episode, program)
    finding = draft_of(episode).finding if episode is not None else None
    if episode is None or finding is None or onward != "patient:baseline":
        return redirect(onward)
    if request.method != "POST":
        return _show(request, finding, Baseline(initial={"kit": USUALLY_THERE}))
    form = Baseline(request.POST)
    if not form.is_valid():
        return _show(request, finding, form)
    return _begin(request, episode, finding, form)


def _begin(request: HttpRequest, episode: Episode, finding: Finding, form: Baseline) -> HttpResponse:
    draft, on = draft_of(episode), episode.today()
    answers = draft.asking.answers if draft.asking is not None else ()
    try:
        event = Assessed(on, form.assessment(on, finding, answers))
        record(episode, event, by=person_of(request), event_id=event_id_of(request))
    except NotPrescribed:
        return redirect("patient:refer")
    except ValueError as refused:
        return _show(request, finding, form, str(refused))
    keep(episode, finished(draft))
    return redirect("patient:today")


def _show(request: HttpRequest, finding: Finding, form: Baseline, error: str = "") -> HttpResponse:
    context = Context(
        form=form,
        values={name: form[name].value() for name in form.fields},
        findings=noted(findings(), form["findings"].value()),
        things=noted(things(), form["kit"].value()),
        cause=library().causes[finding.cause].name,
        found_by=finding.name,
        side=finding.side,
        error=error,
        event_id=uuid.uuid4(),
    )
    status = 422 if error or form.errors else 200
    return render(request, "patient/baseline.html", {"screen": context}, status=status)
