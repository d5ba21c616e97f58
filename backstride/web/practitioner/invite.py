"""The invitation: a code, a link and a QR that open the program on the patient's own phone; shown once."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import practitioner_required
from backstride.web.accounts.codes import shown
from backstride.web.practitioner.heading import Heading, heading, joined
from backstride.web.practitioner.qr import qr_picture
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.sitting import Step, step
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.invite import invite as make_code
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `code`, in fours, `link` and `picture`, its QR, are empty until a code is made, and
    never shown again. `waiting`: an earlier code is still unused. `approved`: the program is signed. `step` is the step
    of a first sitting.
    """

    heading: Heading
    code: str
    link: str
    picture: SafeString
    waiting: bool
    approved: bool
    step: Step


@practitioner_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Offer to make a code; on POST make it and show it once. A patient who has joined needs none."""
    episode = patients_episode(practitioner(request), episode_id)
    if joined(episode):
        return redirect("practitioner:patient", episode.pk)
    waiting = episode.invitation is not None
    code = shown(make_code(episode, by=practitioner(request))) if request.method == "POST" else ""
    return _show(request, episode, code, waiting)


def _show(request: HttpRequest, episode: Episode, code: str, waiting: bool) -> HttpResponse:
    program = program_of(episode)
    link = request.build_absolute_uri(reverse("accounts:join-code", args=[code])) if code else ""
    context = Context(
        heading=heading(episode, program),
        code=code,
        link=link,
        picture=qr_picture(link) if link else mark_safe(""),
        waiting=waiting and not code,
        approved=program is not None and program.approved_on is not None,
        step=step(4),
    )
    return render(request, "practitioner/invite.html", {"screen": context})
