"""The first page: what Backstride is in plain words, and the three ways in."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web.accounts.access import home_of
from backstride.web.accounts.models import User


@dataclass(frozen=True)
class Context:
    """What the page shows: `home` is the page of whoever is signed in, or "" for a newcomer."""

    home: str


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """Show the first page; nobody is sent away from it, but who is signed in sees the way back to their own page."""
    home = home_of(request.user) if isinstance(request.user, User) else ""
    return render(request, "library/welcome.html", {"screen": Context(home=home)})
