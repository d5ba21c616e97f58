"""Open a program on another device with its recovery code."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import home_of
from backstride.web.accounts.actions.recover_device import recover_device
from backstride.web.accounts.entry import enter
from backstride.web.accounts.forms import Code
from backstride.web.accounts.models import User


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form` with what was typed and what is wrong with it."""

    form: Code


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Show the field; on POST find the person and sign them in for a year."""
    form = Code(request.POST or None)
    if request.method != "POST":
        return render(request, "accounts/recover.html", {"screen": Context(form=form)})
    person = _found(form)
    if person is None:
        return render(request, "accounts/recover.html", {"screen": Context(form=form)}, status=422)
    enter(request, person)
    return redirect(home_of(person))


def _found(form: Code) -> User | None:
    if not form.is_valid():
        return None
    person = recover_device(form.cleaned_data["code"])
    if person is None:
        form.add_error("code", _("No program has this code. Check each letter and try again."))
    return person
