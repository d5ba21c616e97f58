"""One patient: what stops the program, what changed and why, the present program in short, and the pain of 28 days."""

import uuid
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from backstride.engine import today
from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.heading import Heading, heading, name_of
from backstride.web.practitioner.outcome import Outcome, outcome_of_locks
from backstride.web.practitioner.pain_chart import PainChart, pain_charts
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.stop import phase_to_decide, stopped, to_reopen
from backstride.web.practitioner.walk_row import level_words
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import DecisionRecord, Episode
from backstride.web.records.wording import (
    DecisionWords,
    ReasonWords,
    decision_words,
    dose_words,
    exercise_words,
    reason_words,
)

A_PAGE = 15


@dataclass(frozen=True)
class Move:
    """One exercise of today's session."""

    exercise: str
    name: str
    dose: str


@dataclass(frozen=True)
class Today:
    """The present program in short. `why_not` says why there is no session, None when there is one."""

    moves: tuple[Move, ...]
    minutes: int
    why_not: ReasonWords | None
    walk: str
    level: int
    level_words: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is, `title` what matters most. `outcome` is what locks, pauses or watches, or None; `stopped`: only re-opening goes
    on; `to_reopen`: re-opening would change something; `closed` names directions of movement that rest. `approved`: the
    program is signed; `ready`: the next phase when its gate is met, else 0. `today` is the program in short, `charts` the
    pain of 28 days drawn for a desk and for a phone, `decisions` those of one `page` of decisions, newest first.
    """

    heading: Heading
    title: str
    outcome: Outcome | None
    stopped: bool
    to_reopen: bool
    closed: tuple[str, ...]
    approved: bool
    ready: int
    today: Today
    charts: tuple[PainChart, ...]
    page: Page[DecisionRecord]
    decisions: tuple[DecisionWords, ...]


@practitioner_required
@require_safe
def patient(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Show the patient; before a first assessment, the safety questions come next."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None:
        return redirect("practitioner:screen", episode.pk)
    page = Paginator(_decided(episode), A_PAGE).get_page(request.GET.get("page"))
    outcome, charts = outcome_of_locks(program.locks, name_of(episode)), pain_charts(program, episode.today())
    context = Context(
        heading=heading(episode, program),
        title=outcome.title if outcome and stopped(program) else charts[0].title,
        outcome=outcome,
        stopped=stopped(program),
        to_reopen=to_reopen(program),
        closed=tuple(direction.value for direction in program.closed_directions),
        approved=program.approved_on is not None,
        ready=phase_to_decide(program),
        today=_today(program, today(program, knowledge(), episode.today())),
        charts=charts,
        page=page,
        decisions=tuple(decision_words(from_plain(Decision, row.body)) for row in page),
    )
    return render(request, "practitioner/patient.html", {"screen": context})


def _decided(episode: Episode) -> QuerySet[DecisionRecord]:
    return episode.decisions.order_by("-on", "-event__sequence", "place")


def _today(program: Program, plan: DayPlan) -> Today:
    items = plan.session.items if plan.session else ()
    moves = tuple(
        Move(item.exercise, exercise_words(item.exercise).name, dose_words(item.exercise, item.dose, item.sides))
        for item in items
    )
    return Today(
        moves=moves,
        minutes=max(1, round(plan.session.seconds / 60)) if plan.session else 0,
        why_not=reason_words(plan.no_session) if plan.no_session else None,
        walk=f"{plan.walk.minutes} minutes" + (", easy" if plan.walk.easy else "") if plan.walk else "",
        level=program.walk.level,
        level_words=level_words(program.walk.level),
    )
