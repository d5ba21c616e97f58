"""Join a clinic with a code: find the invitation, show who sent it, open the program on this phone."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import home_of
from backstride.web.accounts.actions.accept_invitation import InvitationSpent, accept_invitation
from backstride.web.accounts.actions.find_invitation import find_invitation
from backstride.web.accounts.actions.join import join as join_as_new_patient
from backstride.web.accounts.codes import shown
from backstride.web.accounts.entry import enter
from backstride.web.accounts.forms import Code
from backstride.web.accounts.models import Invitation, User


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `form` is the code field with what is wrong with it. `invitation` is None until an open one is found;
    then `code` is its code in fours. `practitioner` is whether a practitioner is signed in here, who cannot join.
    """

    form: Code
    invitation: Invitation | None = None
    code: str = ""
    practitioner: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code; on POST go to the page of the invitation."""
    if request.method != "POST":
        return _ask(request, Code())
    form = Code(request.POST)
    if not form.is_valid():
        return _ask(request, form, status=422)
    return redirect("accounts:join-code", code=shown(form.cleaned_data["code"]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_code(request: HttpRequest, code: str) -> HttpResponse:
    """Show who invites; on POST open the program on this phone."""
    invitation = find_invitation(code, timezone.now())
    if invitation is None:
        return _refuse(
            request,
            code,
            _("This code does not work. It may be used already or older than 14 days. Ask for a new one."),
        )
    if request.method == "POST" and not _is_practitioner(request):
        return _accept(request, invitation, code)
    context = Context(Code(), invitation, shown(code), _is_practitioner(request))
    return render(request, "accounts/join.html", {"screen": context})


def _is_practitioner(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_practitioner


def _accept(request: HttpRequest, invitation: Invitation, code: str) -> HttpResponse:
    try:
        person = _joined(request, invitation)
    except InvitationSpent:
        return _refuse(request, code, _("Somebody has just used this code. Ask for a new one."))
    return redirect(home_of(person))


def _joined(request: HttpRequest, invitation: Invitation) -> User:
    """The patient of this phone: who is signed in already, or a new account."""
    if isinstance(request.user, User):
        accept_invitation(invitation, request.user, timezone.now())
        return request.user
    person = join_as_new_patient(invitation, timezone.now())
    enter(request, person)
    return person


def _refuse(request: HttpRequest, code: str, why: str) -> HttpResponse:
    form = Code({"code": code})
    form.is_valid()
    form.errors.pop("code", None)
    form.add_error("code", why)
    return _ask(request, form, status=422)


def _ask(request: HttpRequest, form: Code, status: int = 200) -> HttpResponse:
    return render(request, "accounts/join.html", {"screen": Context(form)}, status=status)
