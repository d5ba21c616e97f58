"""Something is wrong: the emergency signs, the call, and what to do about more pain; for anybody, signed in or not."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from backstride.engine.program import Program
from backstride.web.accounts.models import User
from backstride.web.patient.onward import is_locked
from backstride.web.patient.signs import NOW, TODAY, first
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: signs for a call now (`first`, then `now`), signs for a doctor `today`.

    `program`: there is one, not locked, so that a flare can be told. `practitioner` and `profession` name who oversees
    it, "" when nobody does.
    """

    first: tuple[Promise, ...]
    now: tuple[Promise, ...]
    today: tuple[Promise, ...]
    program: bool
    practitioner: str
    profession: str


@require_safe
def wrong(request: HttpRequest) -> HttpResponse:
    """Show the page to anybody."""
    episode, program = _theirs(request)
    practitioner = episode.practitioner if episode is not None else None
    context = Context(
        first=first(),
        now=tuple(NOW.values()),
        today=tuple(TODAY.values()),
        program=program is not None and not is_locked(program),
        practitioner=practitioner.display_name if practitioner is not None else "",
        profession=practitioner.get_profession_display() if practitioner is not None else "",
    )
    return render(request, "patient/wrong.html", {"screen": context})


def _theirs(request: HttpRequest) -> tuple[Episode | None, Program | None]:
    if isinstance(request.user, User) and request.user.has_program:
        return episode_and_program(request)
    return None, None
