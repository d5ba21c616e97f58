"""The red-flag questions, all in one list: before a first program, and again for one that exists."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Clear, Refused
from backstride.engine.event import Screened
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.draft import Draft, keep, kept_today
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading, name_of
from backstride.web.practitioner.outcome import Outcome, outcome_of
from backstride.web.practitioner.questionnaire import questionnaire, still_open
from backstride.web.practitioner.red_flags import RedFlags
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.sitting import Step, step
from backstride.web.practitioner.stop import only_declared, stopped
from backstride.web.practitioner.unfinished import unfinished_today
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from backstride.web.records.names import lock_words


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the questions. `outcome` is what today's answers ask for when no program
    may be made; the questions are then folded away. `added` names the questions that the findings of an assessment begun
    today ask for beyond those answered. `step` is the step of a first sitting, None when a program exists.
    `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: RedFlags
    outcome: Outcome | None
    added: tuple[str, ...]
    step: Step | None
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Ask all red-flag questions; the answers lock a program at once, or lead on to the assessment."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if request.method != "POST":
        return _ask(request, episode, program)
    form = RedFlags(request.POST, flags=questionnaire(program, unfinished_today(episode)))
    if not form.is_valid():
        return _show(request, episode, program, form, status=422)
    try:
        return _take(request, episode, program, form)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _show(request, episode, program, form, status=422)


def _ask(request: HttpRequest, episode: Episode, program: Program | None) -> HttpResponse:
    """Ask everything anew; but what was answered today stays answered until it has become a program or an assessment."""
    begun, draft = unfinished_today(episode), kept_today(episode)
    flags = questionnaire(program, begun)
    if draft is None or (program is not None and begun is None):
        return _show(
            request, episode, program, RedFlags(flags=flags, known=program.assessment.known if program else ())
        )
    form = RedFlags(flags=flags, answers=draft.answers, known=draft.known)
    outcome = outcome_of(draft.outcome(), name_of(episode)) if draft.urgent() and program is None else None
    added = still_open(draft, flags) if begun is not None else ()
    return _show(request, episode, program, form, outcome=outcome, added=added)


def _take(request: HttpRequest, episode: Episode, program: Program | None, form: RedFlags) -> HttpResponse:
    """Keep the answers for an assessment; with a program they also become an event.

    What is newly known and stable needs an assessment to be recorded in; until then it would lock the program as news.
    """
    draft = Draft(episode.today(), form.answers(), form.known())
    keep(episode, draft)
    if program is None:
        return redirect("practitioner:screen" if draft.urgent() else "practitioner:assess", episode.pk)
    if isinstance(draft.outcome(), Clear) and set(draft.known) - set(program.assessment.known):
        return redirect("practitioner:assess", episode.pk)
    event = Screened(draft.on, draft.answers, full=True)
    program = record(episode, event, by=practitioner(request), event_id=event_id_of(request))
    wanted = request.GET.get("then") == "assess" or unfinished_today(episode) is not None
    assess_next = wanted and (not stopped(program) or only_declared(program))
    return redirect("practitioner:assess" if assess_next else "practitioner:patient", episode.pk)


def _show(
    request: HttpRequest,
    episode: Episode,
    program: Program | None,
    form: RedFlags,
    outcome: Outcome | None = None,
    added: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    sitting = step(1) if program is None else None
    names = tuple(lock_words(flag) for flag in added)
    context = Context(heading(episode, program), form, outcome, names, sitting, uuid.uuid4())
    return render(request, "practitioner/screen.html", {"screen": context}, status=status)
