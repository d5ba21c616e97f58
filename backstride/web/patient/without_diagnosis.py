"""Without a diagnosis: no program, but advice to stay active, positions of ease, and a page to take to a practitioner."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from backstride.engine import Refer
from backstride.engine.decision import Reason
from backstride.knowledge.exercise import Exercise
from backstride.web.accounts.access import patient_required
from backstride.web.components.drawings import Shown, shown
from backstride.web.patient.care import Advice, advice
from backstride.web.patient.draft import draft_of, keep
from backstride.web.patient.onward import may_have_advice, next_step
from backstride.web.patient.questions import outcome_of
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from backstride.web.records.wording import ReasonWords, exercise_words, reason_words


@dataclass(frozen=True)
class Ease:
    """One position of ease: its picture, and its texts."""

    shown: Shown
    words: Exercise


@dataclass(frozen=True)
class Context:
    """What the page shows: what the safety questions found, positions of ease that suit every cause, and why to keep moving.

    `walking`: short walks are fine, which nothing that was found forbids. `told`: the page to take along was begun.
    """

    found: tuple[Advice, ...]
    ease: tuple[Ease, ...]
    rest: ReasonWords
    walking: bool
    told: bool


@patient_required
@require_safe
def without_diagnosis(request: HttpRequest) -> HttpResponse:
    """Show what helps meanwhile; only when the safety questions were answered and none asks for care today."""
    episode, program = episode_and_program(request)
    if episode is not None and program is None:
        _withdraw_statements(episode)
    if episode is None or not may_have_advice(episode, program):
        return redirect(next_step(episode, program))
    return render(request, "patient/without_diagnosis.html", {"screen": _context(episode)})


def _withdraw_statements(episode: Episode) -> None:
    """“The one who diagnosed me knows of this” does not hold for somebody whom nobody has diagnosed."""
    draft = draft_of(episode)
    if draft.known and draft.finding is None:
        keep(episode, replace(draft, known=()))


def _context(episode: Episode) -> Context:
    draft = draft_of(episode)
    outcome = outcome_of(draft.asking) if draft.asking is not None else None
    flags = outcome.flags if isinstance(outcome, Refer) else ()
    return Context(
        found=advice(flags),
        ease=tuple(Ease(shown(one), exercise_words(one)) for one in ease_for_all()),
        rest=reason_words(Reason("inactivity/rest_days")),
        walking=not any(library().flags[flag].stops_walking for flag, _ in flags),
        told=draft.telling is not None,
    )


def ease_for_all() -> tuple[str, ...]:
    """Positions of ease that every cause allows, so that they suit somebody whose cause is not known."""
    causes = list(library().causes.values())
    return tuple(one for one in causes[0].ease if all(one in cause.ease for cause in causes))
