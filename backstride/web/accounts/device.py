"""Use it on this device: start with no name and no e-mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import home_of
from backstride.web.accounts.actions.create_device_person import create_device_person
from backstride.web.accounts.entry import enter, hand_over_code
from backstride.web.accounts.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def device(request: HttpRequest) -> HttpResponse:
    """Explain what is kept and where; on POST make the account, sign in for a year and show the recovery code."""
    if isinstance(request.user, User):
        return redirect(home_of(request.user))
    if request.method != "POST":
        return render(request, "accounts/device.html")
    person, code = create_device_person()
    enter(request, person)
    hand_over_code(request, code)
    return redirect("accounts:recovery")
