"""Sign out, by POST only, so that no link and no picture can do it."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the visit and go to the first page."""
    logout(request)
    return redirect("library:welcome")
