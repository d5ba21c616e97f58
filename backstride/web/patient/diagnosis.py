"""Diagnosis: whether a practitioner has told the cause, and then what they found. No program exists without it."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine.program import Program
from backstride.web.accounts.access import patient_required
from backstride.web.patient.diagnosis_form import PREFERENCES, SIDES, Diagnosis, causes, professions
from backstride.web.patient.draft import Finding, draft_of, keep
from backstride.web.patient.onward import next_step, told_apart
from backstride.web.patient.options import Option, noted, options
from backstride.web.patient.reopen import pregnancy_declared
from backstride.web.patient.variety_form import VarietyForm, grades, kinds
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.library import library
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: first whether the cause was told (`asked` False), then the `form` and its tiles.

    `today` is the last day that can be chosen. `variety`: the cause named `cause` is told apart in kinds or grades, and
    this further form is shown instead, with its tiles. `again`: there is a program, which stays paused meanwhile.
    """

    asked: bool
    form: Diagnosis
    variety: VarietyForm | None
    cause: str
    kinds: tuple[Option, ...]
    grades: tuple[Option, ...]
    causes: tuple[Option, ...]
    sides: tuple[Option, ...]
    professions: tuple[Option, ...]
    preferences: tuple[Option, ...]
    today: str
    again: bool


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def diagnosis(request: HttpRequest) -> HttpResponse:
    """Ask whether the cause is known, then what it is; on POST keep it and go on to the first answers about pain."""
    episode, program = episode_and_program(request)
    onward = next_step(episode, program)
    if episode is None or onward not in ("patient:diagnosis", "patient:baseline"):
        return redirect(onward)
    finding = draft_of(episode).finding
    if request.method != "POST":
        return _ask(request, episode, program, finding)
    if request.POST.get("step") == "variety" and finding is not None:
        return _take_variety(request, episode, program, finding)
    return _take(request, episode, program)


def _ask(request: HttpRequest, episode: Episode, program: Program | None, finding: Finding | None) -> HttpResponse:
    asked = finding is not None or program is not None or request.GET.get("told") == "yes"
    if finding is not None and not told_apart(finding) and "told" not in request.GET:
        return _show_variety(request, episode, finding, VarietyForm(None, library().causes[finding.cause]))
    if finding is None and program is not None:
        finding = _recorded(program, pregnancy_declared(episode))
    initial = asdict(finding) | {"on": finding.on.isoformat()} if finding is not None else {}
    form = Diagnosis(None, episode.today(), initial)
    return _show(request, asked, form, again=program is not None)


def _recorded(program: Program, as_before: bool) -> Finding:
    """What the program was made from; only the leg where another cause was found, so that nothing old is sent as new."""
    old = program.assessment
    told = old.diagnosis
    if not as_before:
        return Finding("", old.side.value, "", "", program.on)
    return Finding(told.cause, old.side.value, told.profession, told.name, told.on, preference=old.preference or "")


def _take(request: HttpRequest, episode: Episode, program: Program | None) -> HttpResponse:
    form = Diagnosis(request.POST, episode.today())
    if not form.is_valid():
        return _show(request, True, form, status=422, again=program is not None)
    if form.other_cause:
        keep(episode, replace(draft_of(episode), finding=None))
        return redirect("patient:without-diagnosis" if program is None else "patient:refer")
    keep(episode, replace(draft_of(episode), finding=form.finding()))
    return redirect(next_step(episode, program))


def _take_variety(request: HttpRequest, episode: Episode, program: Program | None, finding: Finding) -> HttpResponse:
    form = VarietyForm(request.POST, library().causes[finding.cause])
    if not form.is_valid():
        return _show_variety(request, episode, finding, form, status=422)
    keep(episode, replace(draft_of(episode), finding=form.told(finding)))
    return redirect(next_step(episode, program))


def _show_variety(
    request: HttpRequest, episode: Episode, finding: Finding, form: VarietyForm, status: int = 200
) -> HttpResponse:
    cause = library().causes[finding.cause]
    context = replace(
        _context(True, Diagnosis(None, episode.today())),
        variety=form,
        cause=cause.name,
        kinds=noted(kinds(cause), form.data.get("kind")) if cause.kinds else (),
        grades=noted(grades(), form.data.get("grade")) if cause.graded else (),
    )
    return render(request, "patient/diagnosis.html", {"screen": context}, status=status)


def _show(request: HttpRequest, asked: bool, form: Diagnosis, status: int = 200, again: bool = False) -> HttpResponse:
    return render(request, "patient/diagnosis.html", {"screen": _context(asked, form, again)}, status=status)


def _context(asked: bool, form: Diagnosis, again: bool = False) -> Context:
    return Context(
        asked=asked,
        form=form,
        variety=None,
        cause="",
        kinds=(),
        grades=(),
        causes=noted(causes(), _value(form, "cause")),
        sides=options(SIDES, _value(form, "side")),
        professions=options(professions(), _value(form, "profession")),
        preferences=options(PREFERENCES, _value(form, "preference")),
        today=form.today.isoformat(),
        again=again,
    )


def _value(form: Diagnosis, name: str) -> Any:
    return form[name].value() or ""
