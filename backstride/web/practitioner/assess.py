"""The assessment: what the practitioner found, from which the program is proposed; again whenever they look anew."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.event import Assessed
from backstride.engine.pregnancy import at_weeks
from backstride.engine.program import Program
from backstride.knowledge.cause import Cause
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.before import as_before, first_guess, in_words
from backstride.web.practitioner.draft import Draft, kept_today
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.findings import SEVERAL, Findings
from backstride.web.practitioner.heading import Heading, age, heading, name_of
from backstride.web.practitioner.outcome import Outcome, outcome_of
from backstride.web.practitioner.questionnaire import questions_of, still_open
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.sitting import Step, step
from backstride.web.practitioner.stop import only_declared, stopped
from backstride.web.practitioner.unfinished import forget_unfinished, keep_unfinished, unfinished_today
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge, library
from backstride.web.records.models import Episode

UNKNOWN_AGE = 40


@dataclass(frozen=True)
class Tile:
    """One cause to choose. `more` are the questions that only this cause asks; `beside`: it is chosen as a further one.

    `asks` names what is asked of the whole form because of it: the grade of a slip, the week of a pregnancy.
    """

    cause: Cause
    chosen: bool
    more: tuple[BoundField, ...]
    beside: bool
    asks: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the findings, `tiles` the causes that can be chosen. `outcome` is
    what today's red-flag answers ask for short of a lock, None when they are clear. `before` and `before_on` are the
    previous assessment in words and its date, empty and None at the first. `step` is the step of a first sitting.
    `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: Findings
    tiles: tuple[Tile, ...]
    outcome: Outcome | None
    before: tuple[tuple[str, str], ...]
    before_on: date | None
    step: Step | None
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Record an assessment on today's red-flag answers; without them, or when the findings ask for more, ask those first."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if stopped(program) and not only_declared(program):
        return redirect("practitioner:reopen", episode.pk)
    draft = kept_today(episode)
    if draft is None or draft.urgent():
        return _questions(episode)
    if request.method == "POST":
        return _take(request, episode, program, draft)
    initial = _initial(request, episode, program)
    return _show(request, episode, program, draft, Findings(today=episode.today(), initial=initial))


def _questions(episode: Episode) -> HttpResponse:
    return redirect(f"{reverse('practitioner:screen', args=[episode.pk])}?then=assess")


def _initial(request: HttpRequest, episode: Episode, program: Program | None) -> dict[str, Any]:
    begun = unfinished_today(episode)
    if begun is not None:
        return dict(begun.initial(SEVERAL))
    if program is not None:
        return as_before(program.assessment, episode.today())
    return first_guess(practitioner(request), episode.today())


def _take(request: HttpRequest, episode: Episode, program: Program | None, draft: Draft) -> HttpResponse:
    form = Findings(request.POST, today=episode.today())
    if form.is_valid():
        try:
            return _record(request, episode, draft, form)
        except Refused as refused:
            form.add_error(None, str(refused))
    return _show(request, episode, program, draft, form, status=422)


def _record(request: HttpRequest, episode: Episode, draft: Draft, form: Findings) -> HttpResponse:
    """Record the assessment; when its findings ask for more than was answered, keep them and ask that first."""
    years = age(episode.birth_year, episode.today())
    assessment = form.assessment(draft, UNKNOWN_AGE if years is None else years)
    found = at_weeks(assessment, 0, knowledge()).contraindications
    if still_open(draft, questions_of(assessment.diagnosis.cause, found)):
        keep_unfinished(episode, form.unfinished(found))
        return _questions(episode)
    event = Assessed(assessment.on, assessment)
    assessed = record(episode, event, by=practitioner(request), event_id=event_id_of(request))
    forget_unfinished(episode)
    return redirect("practitioner:reopen" if only_declared(assessed) else "practitioner:program", episode.pk)


def _show(
    request: HttpRequest, episode: Episode, program: Program | None, draft: Draft, form: Findings, status: int = 200
) -> HttpResponse:
    context = Context(
        heading=heading(episode, program),
        form=form,
        tiles=tuple(_tile(cause, form) for cause in library().causes.values()),
        outcome=outcome_of(draft.outcome(), name_of(episode)),
        before=in_words(program.assessment) if program else (),
        before_on=program.assessment.on if program else None,
        step=None if program else step(2),
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/assess.html", {"screen": context}, status=status)


def _tile(cause: Cause, form: Findings) -> Tile:
    own = tuple(form[name] for name in (f"kind-{cause.id}", f"comfort-{cause.id}") if name in form.fields)
    asks = "grade" if cause.graded else "week" if any(kind.weeks for kind in cause.kinds) else ""
    return Tile(cause, form["cause"].value() == cause.id, own, cause.id in (form["also"].value() or ()), asks)
