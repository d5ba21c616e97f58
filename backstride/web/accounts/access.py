"""Who is asking: decorators that let the right people in and show everyone else a friendly way on."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from backstride.web.accounts.models import User

View = Callable[..., HttpResponse]


def patient_required(view: View) -> View:
    """Let in patients and people on this device; others are shown where to sign in, or where they belong."""
    return _required(view, lambda person: person.has_program)


def practitioner_required(view: View) -> View:
    """Let in practitioners; others are shown where to sign in, or where they belong."""
    return _required(view, lambda person: person.is_practitioner)


def _required(view: View, belongs: Callable[[User], bool]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not isinstance(request.user, User):
            return redirect(f"{reverse('accounts:sign-in')}?{urlencode({'next': request.get_full_path()})}")
        if not belongs(request.user):
            return render(request, "accounts/elsewhere.html", {"home": home_of(request.user)}, status=403)
        return view(request, *args, **kwargs)

    return guarded


def home_of(person: User) -> str:
    """The address of the page that `person` begins at."""
    return _address("practitioner:caseload" if person.is_practitioner else "patient:today")


def start_of(person: User) -> str:
    """The address of the first question for a person who has just begun on this device."""
    return _address("patient:start")


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:  # the screen is not part of this installation
        return reverse("library:welcome")


def next_address(request: HttpRequest) -> str:
    """Where the person wanted to go before signing in: only ever a page of this site, or ""."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""
