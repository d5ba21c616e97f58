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
from backstride.engine.plan import DayPlan, Item
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.components.drawings import Shown, shown
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.news import Worry, to_assess, worry_of
from backstride.web.practitioner.outcome import Outcome, outcome_of_program
from backstride.web.practitioner.pain_chart import PainChart, pain_charts
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.stop import only_declared, phase_to_decide, proposal_words, stopped, to_reopen
from backstride.web.practitioner.walk_row import level_words
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import DecisionRecord, Episode
from backstride.web.records.scores import ScoreWords, score_words
from backstride.web.records.wording import (
    DecisionWords,
    ReasonWords,
    decision_words,
    dose_words,
    form_name,
    reason_words,
)

A_PAGE = 15


@dataclass(frozen=True)
class Move:
    """One exercise of today's session, with the picture of its form and side."""

    shown: Shown
    name: str
    dose: str


@dataclass(frozen=True)
class Today:
    """The present program in short. `why_not` says why there is no session, None when there is one.

    `ride` is what takes the walk's place today, None where nothing does.
    """

    moves: tuple[Move, ...]
    minutes: int
    why_not: ReasonWords | None
    walk: str
    ride: Move | None
    level: int
    level_words: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is, `title` what matters most. `outcome` is what locks, pauses or watches, or None; `stopped`: only re-opening goes
    on; `to_reopen`: re-opening would change something; `closed` names directions of movement that rest. `approved`: the
    program is signed; `proposal`: the question a proposed phase asks, "" where none is. `assess_first`: what the person told
    of is assessed before anything is re-opened; `worry` is what they answered yes to since the last contact. `today` is the program in short, `charts` the
    pain of 28 days drawn for a desk and for a phone, `measures` what was measured so far, `decisions` those of one `page` of decisions, newest first.
    """

    heading: Heading
    title: str
    outcome: Outcome | None
    stopped: bool
    to_reopen: bool
    closed: tuple[str, ...]
    approved: bool
    proposal: str
    assess_first: bool
    worry: Worry | None
    today: Today
    charts: tuple[PainChart, ...]
    measures: tuple[ScoreWords, ...]
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
    outcome, charts = outcome_of_program(episode, program), pain_charts(program, episode.today())
    proposed = phase_to_decide(program)
    context = Context(
        heading=heading(episode, program),
        title=outcome.title if outcome and stopped(program) else charts[0].title,
        outcome=outcome,
        stopped=stopped(program),
        to_reopen=to_reopen(program),
        closed=tuple(direction.value for direction in program.closed_directions),
        approved=program.approved_on is not None,
        proposal=proposal_words(program.phase, proposed) if proposed else "",
        assess_first=only_declared(program) and to_assess(episode, program),
        worry=worry_of(episode),
        today=_today(program, today(program, knowledge(), episode.today())),
        charts=charts,
        measures=score_words(program),
        page=page,
        decisions=tuple(decision_words(from_plain(Decision, row.body)) for row in page),
    )
    return render(request, "practitioner/patient.html", {"screen": context})


def _decided(episode: Episode) -> QuerySet[DecisionRecord]:
    return episode.decisions.order_by("-on", "-event__sequence", "place")


def _today(program: Program, plan: DayPlan) -> Today:
    items = plan.session.items if plan.session else ()
    return Today(
        moves=tuple(map(_move, items)),
        minutes=max(1, round(plan.session.seconds / 60)) if plan.session else 0,
        why_not=reason_words(plan.no_session) if plan.no_session else None,
        walk=f"{plan.walk.minutes} minutes" + (", easy" if plan.walk.easy else "") if plan.walk else "",
        ride=_move(plan.ride) if plan.ride else None,
        level=program.walk.level,
        level_words=level_words(program.walk.level),
    )


def _move(item: Item) -> Move:
    name = form_name(item.exercise, item.form)
    return Move(shown(item.exercise, item.form, item.sides), name, dose_words(item.exercise, item.dose, item.sides))
