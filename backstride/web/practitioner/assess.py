"""The assessment: what the practitioner found, from which the program is proposed; again whenever they look anew."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.event import Assessed
from backstride.engine.program import Program
from backstride.knowledge.cause import Cause
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.draft import Draft, kept_today
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.findings import Findings, as_before, first_guess, in_words
from backstride.web.practitioner.heading import Heading, age, heading, name_of
from backstride.web.practitioner.outcome import Outcome, outcome_of
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.sitting import Step, step
from backstride.web.practitioner.stop import stopped
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode

UNKNOWN_AGE = 40


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the findings, `causes` the causes that can be chosen, by id. `outcome` is
    what today's red-flag answers ask for short of a lock, None when they are clear. `before` and `before_on` are the
    previous assessment in words and its date, empty and None at the first. `step` is the step of a first sitting.
    `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: Findings
    causes: tuple[Cause, ...]
    outcome: Outcome | None
    before: tuple[tuple[str, str], ...]
    before_on: date | None
    step: Step | None
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Record an assessment on today's red-flag answers; without them, ask those first."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if stopped(program):
        return redirect("practitioner:reopen", episode.pk)
    draft = kept_today(episode)
    if draft is None or draft.urgent():
        return redirect(f"{reverse('practitioner:screen', args=[episode.pk])}?then=assess")
    if request.method == "POST":
        return _take(request, episode, program, draft)
    initial = as_before(program.assessment) if program else first_guess(practitioner(request), episode.today())
    return _show(request, episode, program, draft, Findings(today=episode.today(), initial=initial))


def _take(request: HttpRequest, episode: Episode, program: Program | None, draft: Draft) -> HttpResponse:
    form = Findings(request.POST, today=episode.today())
    if form.is_valid():
        try:
            _record(request, episode, draft, form)
            return redirect("practitioner:program", episode.pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    return _show(request, episode, program, draft, form, status=422)


def _record(request: HttpRequest, episode: Episode, draft: Draft, form: Findings) -> None:
    years = age(episode.birth_year, episode.today())
    assessment = form.assessment(draft, UNKNOWN_AGE if years is None else years)
    record(episode, Assessed(assessment.on, assessment), by=practitioner(request), event_id=event_id_of(request))


def _show(
    request: HttpRequest, episode: Episode, program: Program | None, draft: Draft, form: Findings, status: int = 200
) -> HttpResponse:
    context = Context(
        heading=heading(episode, program),
        form=form,
        causes=tuple(library().causes.values()),
        outcome=outcome_of(draft.outcome(), name_of(episode)),
        before=in_words(program.assessment) if program else (),
        before_on=program.assessment.on if program else None,
        step=None if program else step(2),
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/assess.html", {"screen": context}, status=status)
