"""The program editor: the proposal ladder by ladder with reasons, what may be changed, and the signature."""

import uuid
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused, today
from backstride.engine.composing import by_hand
from backstride.engine.decision import Reason
from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.before import grade_words
from backstride.web.practitioner.change import approve, save
from backstride.web.practitioner.forbidden import Forbidden, deny_list
from backstride.web.practitioner.futures import Lead, as_if_signed, leads
from backstride.web.practitioner.heading import Heading, heading, joined, name_of
from backstride.web.practitioner.ladder_row import BY_HAND, Later, Row, later, rows
from backstride.web.practitioner.last_words import last_words
from backstride.web.practitioner.orders import Ordered, orders_in_force
from backstride.web.practitioner.outcome import Outcome, outcome_of_program
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.sitting import Step, step
from backstride.web.practitioner.stop import phase_to_decide, proposal_words, stopped
from backstride.web.practitioner.walk_row import WalkRow, walk_row
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.wording import PHASES, DecisionWords, ReasonWords, reason_words


@dataclass(frozen=True)
class Phase:
    """Where the program stands. `proposed` is the phase to decide about, else 0, and `why` says how; `back`: it is a lower one.

    `others` are the phases that can be entered by hand, as number and name.
    """

    number: int
    name: str
    proposed: int
    proposed_name: str
    back: bool
    why: DecisionWords | None
    others: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is, `title` what there is to decide. `rows` are the ladders of the phase, `walk` the
    walking row, `later` the ladders that wait for a phase. `session` counts today's moves and minutes. `forbidden` is the
    deny-list, `orders` those that lift a line of it. `by_hand` says why nothing is proposed, None where it is. `leads` are
    the futures. `phase` is where it stands, `cause` the cause's id. `outcome` is what locks, pauses or watches, or None.
    `stopped`: only re-opening goes on. `signature` is what the signature field holds; `approved_by` and `approved_on` say who
    signed last and when, empty before. `error` is why the last change was refused. `step` is the step of a first sitting,
    or None. `event_id` makes a double submit harmless.
    """

    heading: Heading
    title: str
    rows: tuple[Row, ...]
    walk: WalkRow
    later: tuple[Later, ...]
    session: str
    forbidden: tuple[Forbidden, ...]
    orders: tuple[Ordered, ...]
    by_hand: ReasonWords | None
    leads: tuple[Lead, ...]
    phase: Phase
    cause: str
    outcome: Outcome | None
    stopped: bool
    signature: str
    approved_by: str
    approved_on: date | None
    error: str
    step: Step | None
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def program(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Show the program; on POST change one thing or sign it. Without an assessment there is none: assess first."""
    episode = patients_episode(practitioner(request), episode_id)
    present = program_of(episode)
    if present is None:
        return redirect("practitioner:assess", episode.pk)
    if request.method != "POST":
        return _show(request, episode, present)
    try:
        return _take(request, episode, present)
    except Refused as refused:
        return _show(request, episode, present, error=str(refused))


def _take(request: HttpRequest, episode: Episode, present: Program) -> HttpResponse:
    if request.POST.get("do") != "approve":
        save(request, episode, present, practitioner(request))
        return redirect(_same_page(request, episode, present))
    approve(request, episode, present, practitioner(request))
    return redirect("practitioner:patient" if joined(episode) else "practitioner:invite", episode.pk)


def _same_page(request: HttpRequest, episode: Episode, present: Program) -> str:
    """The editor again, keeping a walking ceiling that was chosen: it takes effect with the signature only."""
    address = reverse("practitioner:program", args=[episode.pk])
    chosen = request.POST.get("ceiling-walk", "")
    changed = chosen.isdigit() and int(chosen) != present.walk.ceiling
    return f"{address}?{urlencode({'walk': chosen})}" if changed else address


def _show(request: HttpRequest, episode: Episode, present: Program, error: str = "") -> HttpResponse:
    signed = as_if_signed(present)
    plan = today(signed, knowledge(), episode.today())
    why = last_words(episode, ["walk", "phase", *(state.ladder for state in present.ladders)])
    context = Context(
        heading=heading(episode, present),
        title=_title(episode, present),
        rows=rows(present, plan, why),
        walk=walk_row(present, plan, why.get("walk"), _walk_ceiling(request, present)),
        later=later(present),
        session=_session(plan),
        forbidden=deny_list(present),
        orders=orders_in_force(present),
        by_hand=_by_hand(present),
        leads=leads(present, episode.today()),
        phase=_phase(present, why.get("phase")),
        cause=present.cause,
        outcome=outcome_of_program(episode, present),
        stopped=stopped(present),
        signature=request.POST.get("signature", practitioner(request).display_name),
        approved_by=present.approved_by,
        approved_on=present.approved_on,
        error=error,
        step=step(3) if present.approved_on is None and not joined(episode) else None,
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/program.html", {"screen": context}, status=422 if error else 200)


def _title(episode: Episode, present: Program) -> str:
    if stopped(present):
        return "Stopped until somebody has looked"
    if present.approved_on is None:
        begins = "A program to compose for" if by_hand(present, knowledge()) else "A program for"
        return f"{begins} {name_of(episode)}"
    proposed = phase_to_decide(present)
    if proposed:
        return proposal_words(present.phase, proposed)
    ups = sum(state.change > 0 and state.changed_on == present.on for state in present.ladders)
    return f"{'One step' if ups == 1 else f'{ups} steps'} up, the rest holds" if ups else "The program holds"


def _by_hand(present: Program) -> ReasonWords | None:
    """Why the engine proposes nothing: what is known of the slip."""
    if not by_hand(present, knowledge()):
        return None
    return reason_words(Reason(BY_HAND, (("grade of the slip", grade_words(present.assessment.grade)),)))


def _session(plan: DayPlan) -> str:
    if plan.session is None:
        return "No session today."
    moves, minutes = len(plan.session.items), max(1, round(plan.session.seconds / 60))
    return f"Today's session: {moves} moves of at most 6, about {minutes} minutes."


def _phase(present: Program, why: DecisionWords | None) -> Phase:
    proposed = phase_to_decide(present)
    others = tuple(
        (number, PHASES[number - 1]) for number in (present.phase - 1, present.phase + 1) if 1 <= number <= len(PHASES)
    )
    return Phase(
        present.phase,
        PHASES[present.phase - 1],
        proposed,
        PHASES[proposed - 1] if proposed else "",
        0 < proposed < present.phase,
        why if proposed else None,
        others,
    )


def _walk_ceiling(request: HttpRequest, present: Program) -> int:
    chosen = request.POST.get("ceiling-walk", request.GET.get("walk", ""))
    return int(chosen) if chosen.isdigit() and int(chosen) < len(knowledge().walk_levels) else present.walk.ceiling
