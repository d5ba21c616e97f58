"""Re-opening a program after a stop: examined when and by whom, and all safety questions anew."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Refer, Refused, screen
from backstride.engine.event import Reopened, Screened
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading, name_of
from backstride.web.practitioner.outcome import Outcome, outcome_of_locks
from backstride.web.practitioner.red_flags import RedFlags
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.stop import to_reopen
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode


class Examination(RedFlags):
    """The full screen, with who examined the person and when."""

    examined = forms.DateField(
        label="Examined on",
        error_messages={
            "required": "Give the date of the examination.",
            "invalid": "Write the date of the examination as 2026-05-12.",
        },
    )
    examined_by = forms.CharField(
        label="Examined by", max_length=80, error_messages={"required": "Name who examined the patient."}
    )

    def __init__(self, data: Any = None, *, cause: str, by: str) -> None:
        super().__init__(data, cause=cause, offer_known=False)
        # The date is left empty on purpose: nobody should confirm an examination by not looking.
        self.initial["examined_by"] = by


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the examination and the questions. `outcome` is what stopped the program;
    None when only a direction of movement was closed, then `closed` names it. `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: Examination
    outcome: Outcome | None
    closed: tuple[str, ...]
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Lift a lock, a pause or a closed direction; where nothing is stopped there is nothing to re-open."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None or not to_reopen(program):
        return redirect("practitioner:patient", episode.pk)
    sent = request.POST if request.method == "POST" else None
    form = Examination(sent, cause=program.cause, by=practitioner(request).display_name)
    if not form.is_valid():
        return _show(request, episode, program, form)
    result = screen(form.answers(), knowledge(), program.assessment.known)
    if isinstance(result, Refer) and result.urgency.locks:
        return _show(request, episode, _stays_closed(request, episode, form), form)
    return _reopen(request, episode, program, form)


def _stays_closed(request: HttpRequest, episode: Episode, form: Examination) -> Program:
    """Keep answers that lock: they may ask for more than what closed the program did."""
    form.add_error(None, "These answers are not clear, so the program stays closed. They are kept.")
    event = Screened(episode.today(), form.answers(), full=True)
    return record(episode, event, by=practitioner(request), event_id=event_id_of(request, "screened"))


def _reopen(request: HttpRequest, episode: Episode, program: Program, form: Examination) -> HttpResponse:
    given = form.cleaned_data
    event = Reopened(episode.today(), given["examined_by"], given["examined"], form.answers(), practitioner=True)
    try:
        record(episode, event, by=practitioner(request), event_id=event_id_of(request))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _show(request, episode, program, form)
    return redirect("practitioner:program", episode.pk)


def _show(request: HttpRequest, episode: Episode, program: Program, form: Examination) -> HttpResponse:
    context = Context(
        heading=heading(episode, program),
        form=form,
        outcome=outcome_of_locks(program.locks, name_of(episode)),
        closed=tuple(direction.value for direction in program.closed_directions),
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/reopen.html", {"screen": context}, status=422 if form.is_bound else 200)
