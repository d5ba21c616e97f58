"""Refer: what to do now that an answer asks for care, and where to go on from there."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine import Refer, Refused
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from backstride.web.accounts.access import patient_required
from backstride.web.patient.care import TITLES, Advice, advice, word_of
from backstride.web.patient.draft import draft_of
from backstride.web.patient.known import may_state, state
from backstride.web.patient.onward import answered_all, cause_of, findings_of, known_of, next_step
from backstride.web.patient.questions import outcome_of, under_age, waiting
from backstride.web.patient.taking_back import offered, withdraw
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.library import library
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Found:
    """What asks for care: flags with their urgencies, since a date; `final`: there is no program for this person."""

    flags: tuple[tuple[str, Urgency], ...]
    since: date
    final: bool = False

    @property
    def worst(self) -> Urgency:
        """The most urgent of them."""
        return max(urgency for _, urgency in self.flags)


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `level` is emergency, same-day, pause or watch; `advice` has one entry for each thing found `since` a date.
    `offer`: the last answer may be taken back. `known`: what the person may state to be known and stable, id and name. `practitioner` oversees the program, "" for a person alone, who may
    then `reopen`. `onward` is the address to go on to, or "". `error` says why taking back did not work.
    """

    level: str
    title: str | Promise
    advice: tuple[Advice, ...]
    since: date
    offer: bool
    known: tuple[tuple[str, str], ...]
    practitioner: str
    reopen: bool
    onward: str
    error: str
    event_id: uuid.UUID


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: HttpRequest) -> HttpResponse:
    """Show what to do now; on POST take the answer back right after it, or keep that it is known and stable."""
    episode, program = episode_and_program(request)
    found = _found(episode, program) if episode is not None else None
    if episode is None or found is None:
        return redirect(next_step(episode, program))
    if request.method == "POST" and "known" in request.POST:
        return _state(request, episode, program, found)
    if request.method != "POST" or not offered(request):
        return _show(request, episode, program, found)
    try:
        withdraw(request, episode, program, draft_of(episode))
    except Refused:
        return _show(request, episode, program, found, _("The day has ended, so this answer stays."))
    return redirect("patient:screening")


def _state(request: HttpRequest, episode: Episode, program: Program | None, found: Found) -> HttpResponse:
    if request.POST.get("stable") != "yes":
        return _show(request, episode, program, found, _("Tick the sentence, if it is true."))
    if program is not None or not state(episode, request.POST["known"]):
        return _show(request, episode, program, found, _("This cannot be stated here. A doctor has to look."))
    return redirect(next_step(episode, None))


def _found(episode: Episode, program: Program | None) -> Found | None:
    if program is not None:
        flags = tuple((lock.flag, lock.urgency) for lock in program.locks)
        return Found(flags, min(lock.since for lock in program.locks)) if flags else None
    draft = draft_of(episode)
    asking = draft.asking
    if asking is None or waiting(asking):
        return None
    outcome = outcome_of(asking, known_of(draft, None))
    return Found(outcome.flags, asking.on, under_age(asking)) if isinstance(outcome, Refer) else None


def _show(
    request: HttpRequest, episode: Episode, program: Program | None, found: Found, error: str = ""
) -> HttpResponse:
    alone = not episode.supervised
    context = Context(
        level=word_of(found.worst),
        title=_("There is no program under 18") if _only_age(found) else TITLES[found.worst],
        advice=advice(found.flags),
        since=found.since,
        offer=bool(offered(request)) and (found.worst.locks or found.final),
        known=_may_state(episode, program, found),
        practitioner=episode.practitioner.display_name if episode.practitioner is not None else "",
        reopen=alone and (found.worst.locks or (program is not None and found.worst is Urgency.PAUSE)),
        onward=_onward(episode, program, found),
        error=error,
        event_id=uuid.uuid4(),
    )
    return render(request, "patient/refer.html", {"screen": context}, status=422 if error else 200)


def _may_state(episode: Episode, program: Program | None, found: Found) -> tuple[tuple[str, str], ...]:
    """What of all that was found may be stated to be known and stable."""
    allowed = may_state(episode, program, draft_of(episode))
    return tuple((flag, library().flags[flag].name) for flag, _ in found.flags if flag in allowed)


def _only_age(found: Found) -> bool:
    return found.final and not found.worst.locks


def _onward(episode: Episode, program: Program | None, found: Found) -> str:
    if found.worst.locks or found.final:
        return ""
    if program is not None:
        return "patient:today"
    draft = draft_of(episode)
    done = answered_all(draft.asking, cause_of(draft, None), findings_of(draft, None))
    return next_step(episode, None) if done else "patient:screening"
