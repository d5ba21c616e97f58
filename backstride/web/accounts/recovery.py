"""The recovery code, shown once; after that only a new one can be made."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import patient_required, start_of
from backstride.web.accounts.actions.renew_recovery import renew_recovery
from backstride.web.accounts.codes import shown
from backstride.web.accounts.entry import hand_over_code, take_code
from backstride.web.accounts.models import User


@dataclass(frozen=True)
class Context:
    """What the page shows: the fresh `code` in fours, or "" when it was shown before; `onward` is the next page."""

    code: str
    onward: str


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def recovery(request: HttpRequest) -> HttpResponse:
    """Show the fresh code; on POST make a new one, which ends the old one."""
    assert isinstance(request.user, User)  # patient_required let them in
    if request.method == "POST":
        hand_over_code(request, renew_recovery(request.user))
        return redirect("accounts:recovery")
    context = Context(code=shown(take_code(request)), onward=start_of(request.user))
    return render(request, "accounts/recovery.html", {"screen": context})
