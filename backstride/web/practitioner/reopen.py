"""Re-opening a program after a stop: examined when and by whom, and all safety questions anew."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Refer, Refused, screen
from backstride.engine.assessment import Answer
from backstride.engine.event import Reopened, Screened
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.draft import Draft, keep
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.news import to_assess
from backstride.web.practitioner.outcome import Outcome, outcome_of_program
from backstride.web.practitioner.questionnaire import questionnaire
from backstride.web.practitioner.red_flags import RedFlags
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.stop import declared, only_declared, to_reopen
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

    def __init__(self, data: Any = None, *, flags: tuple[str, ...], by: str, answers: tuple[Answer, ...] = ()) -> None:
        super().__init__(data, flags=flags, answers=answers, offer_known=False)
        # The date is left empty on purpose: nobody should confirm an examination by not looking.
        self.initial["examined_by"] = by


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the examination and the questions. `outcome` is what stopped the program;
    None when only a direction of movement was closed, then `closed` names it. `answered`: the questions were answered today,
    for the assessment of what is new. `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: Examination
    outcome: Outcome | None
    closed: tuple[str, ...]
    answered: bool
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Lift a lock, a pause or a closed direction; where nothing is stopped there is nothing to re-open.

    What the person told of is assessed before the program opens, or straight after it where something else stopped it too.
    """
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None or not to_reopen(program):
        return redirect("practitioner:patient", episode.pk)
    if only_declared(program) and to_assess(episode, program):
        return redirect("practitioner:assess", episode.pk)
    sent = request.POST if request.method == "POST" else None
    by, answers = practitioner(request).display_name, _answered(episode, program)
    form = Examination(sent, flags=questionnaire(program, None), by=by, answers=answers)
    if not form.is_valid():
        return _show(request, episode, program, form)
    result = screen(form.answers(), knowledge(), program.assessment.known)
    if isinstance(result, Refer) and result.urgency.locks:
        return _show(request, episode, _stays_closed(request, episode, form), form)
    return _reopen(request, episode, program, form)


def _answered(episode: Episode, program: Program) -> tuple[Answer, ...]:
    """Today's answers, where what is new has just been assessed on them; nobody is asked the same twice in a sitting."""
    assessed = declared(program) and not to_assess(episode, program) and program.assessment.on == episode.today()
    return program.assessment.answers if assessed else ()


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
    if not to_assess(episode, program):
        return redirect("practitioner:program", episode.pk)
    keep(episode, Draft(episode.today(), form.answers(), program.assessment.known))
    return redirect("practitioner:assess", episode.pk)


def _show(request: HttpRequest, episode: Episode, program: Program, form: Examination) -> HttpResponse:
    context = Context(
        heading=heading(episode, program),
        form=form,
        outcome=outcome_of_program(episode, program),
        closed=tuple(direction.value for direction in program.closed_directions),
        answered=bool(_answered(episode, program)),
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/reopen.html", {"screen": context}, status=422 if form.is_bound else 200)
