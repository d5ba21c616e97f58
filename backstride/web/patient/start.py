"""Start: what Backstride is and is not, and the way into the safety questions for a person alone."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import patient_required
from backstride.web.patient.draft import draft_of
from backstride.web.patient.onward import may_have_advice, next_step
from backstride.web.patient.visitor import episode_and_program, person_of
from backstride.web.records.actions.open_episode import open_for_device
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `practitioner` is who prepares the program here, or "" for a person alone. `begun`: questions were answered before.
    `clear`: all of them were, so that the diagnosis or advice comes next.
    """

    practitioner: str
    begun: bool
    clear: bool


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Show what this is; on POST open the episode of a person alone and go to what comes next."""
    episode, program = episode_and_program(request)
    if program is not None:
        return redirect("patient:today")
    if request.method == "POST":
        return redirect(next_step(episode or open_for_device(person_of(request)), None))
    if next_step(episode, None) == "patient:refer":
        return redirect("patient:refer")
    return render(request, "patient/start.html", {"screen": _context(episode)})


def _context(episode: Episode | None) -> Context:
    if episode is None:
        return Context("", False, False)
    name = episode.practitioner.display_name if episode.practitioner is not None else ""
    asking = draft_of(episode).asking
    return Context(name, asking is not None and bool(asking.answers), may_have_advice(episode, None))
