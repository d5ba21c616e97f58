"""The site's own addresses of accounts and library, with blank pages where other apps' screens would be."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path


def blank(request: HttpRequest) -> HttpResponse:
    """Somewhere for links to lead."""
    return HttpResponse("")


def blank_pages(*names: str) -> list[URLPattern]:
    """One blank page for each name, at the address of that name."""
    return [path(f"{name}/", blank, name=name) for name in names]


patient = (blank_pages("today", "progress", "learn", "messages", "me", "wrong", "start"), "patient")
practitioner = (blank_pages("caseload", "outcomes", "team", "audit"), "practitioner")

urlpatterns = [
    path("", include("backstride.web.library.urls")),
    path("", include("backstride.web.accounts.urls")),
    path("", include(patient)),
    path("", include(practitioner)),
]
