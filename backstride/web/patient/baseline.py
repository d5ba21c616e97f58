"""Baseline: the first answers about pain, walking and what is at hand; with them a program begins, or changes its cause."""

import uuid
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import NotPrescribed
from backstride.engine.event import Assessed
from backstride.engine.pregnancy import STAGES
from backstride.engine.program import Program
from backstride.web.accounts.access import patient_required
from backstride.web.patient.baseline_form import (
    NONE,
    UNDECIDED,
    USUALLY_THERE,
    Baseline,
    aerobic,
    assessment_of,
    comforts,
    findings,
    may_be_pregnant,
    things,
    week_needed,
)
from backstride.web.patient.draft import Draft, Finding, draft_of, finished, keep
from backstride.web.patient.onward import answered_all, known_of, next_step
from backstride.web.patient.options import Option, noted
from backstride.web.patient.variety_form import by_hand
from backstride.web.patient.visitor import day_of, episode_and_program, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form` with its answers so far, its tiles, and what was diagnosed, in words.

    `side` turns the body chart; `week`: the week of a pregnancy is asked, `week_needed`: there is one for certain; `by_hand`: with this grade of slip only easy walks and positions of ease are given;
    `kept`: the answers were given before and only wait to be sent; `error` is why no program could begin, or "".
    `again`: there is a program, which is assessed anew and stays paused meanwhile.
    """

    form: Baseline
    values: dict[str, Any]
    findings: tuple[Option, ...]
    things: tuple[Option, ...]
    aerobic: tuple[Option, ...]
    comforts: tuple[Option, ...]
    cause: str
    found_by: str
    side: str
    week: bool
    week_needed: bool
    by_hand: bool
    kept: bool
    error: str
    again: bool
    event_id: uuid.UUID


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def baseline(request: HttpRequest) -> HttpResponse:
    """Ask where the person starts; on POST record the assessment, which begins the program."""
    episode, program = episode_and_program(request)
    onward = next_step(episode, program)
    draft = draft_of(episode) if episode is not None else Draft()
    if episode is None or draft.finding is None or onward != "patient:baseline":
        return redirect(onward)
    if request.method != "POST":
        return _show(request, draft, program, Baseline(draft.finding, None, _initial(draft, program)))
    form = Baseline(draft.finding, request.POST)
    if not form.is_valid():
        return _show(request, replace(draft, beginning=None), program, form)
    return _begin(request, episode, program, draft.finding, form)


def _initial(draft: Draft, program: Program | None) -> dict[str, Any]:
    """The answers given before; without any, what the program was made from, or what most people have."""
    if draft.beginning is None and program is not None:
        return _recorded(program)
    if draft.beginning is None:
        return {"kit": USUALLY_THERE, "aerobic": "walk"}
    given = asdict(draft.beginning)
    return given | {"findings": given["findings"] or (NONE,), "comfort": given["comfort"] or UNDECIDED}


def _recorded(program: Program) -> dict[str, Any]:
    """What seldom changes; pain, walking and the week of a pregnancy are always asked afresh."""
    old = program.assessment
    # A pregnancy has one tile, whatever its stage: its week decides.
    found = dict.fromkeys(STAGES[0] if one in STAGES else one for one in old.contraindications)
    return {
        "age": old.age,
        "findings": tuple(found) or (NONE,),
        "kit": old.kit,
        "aerobic": old.aerobic,
        "comfort": old.comfort,
    }


def _begin(
    request: HttpRequest, episode: Episode, program: Program | None, finding: Finding, form: Baseline
) -> HttpResponse:
    """Begin the program, or assess it anew; where an answer brings a further safety question, that one comes first."""
    on, given = day_of(episode, program), form.beginning
    draft = replace(draft_of(episode), beginning=given)
    if not answered_all(draft.asking, finding.cause, given.findings):
        keep(episode, draft)
        return redirect("patient:screening")
    answers = draft.asking.answers if draft.asking is not None else ()
    try:
        event = Assessed(on, assessment_of(on, finding, given, answers, known_of(draft, program)))
        record(episode, event, by=person_of(request), event_id=event_id_of(request))
    except NotPrescribed:
        return redirect("patient:refer")
    except ValueError as refused:
        return _show(request, replace(draft, beginning=None), program, form, str(refused))
    keep(episode, finished(draft))
    return redirect("patient:today" if program is None else "patient:reopen")


def _show(request: HttpRequest, draft: Draft, program: Program | None, form: Baseline, error: str = "") -> HttpResponse:
    finding = form.finding
    context = Context(
        form=form,
        values={name: form[name].value() for name in form.fields},
        findings=noted(findings(finding), form["findings"].value()),
        things=noted(things(), form["kit"].value()),
        aerobic=noted(aerobic(), form["aerobic"].value()),
        comforts=noted(comforts(finding), form["comfort"].value()),
        cause=library().causes[finding.cause].name,
        found_by=finding.name,
        side=finding.side,
        week=may_be_pregnant(finding),
        week_needed=week_needed(finding),
        by_hand=by_hand(finding),
        kept=draft.beginning is not None,
        error=error,
        again=program is not None,
        event_id=uuid.uuid4(),
    )
    status = 422 if error or form.errors else 200
    return render(request, "patient/baseline.html", {"screen": context}, status=status)
