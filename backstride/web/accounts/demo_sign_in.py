"""Enter as an invented person with one tap; the address does not exist in a real installation."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from backstride.web.accounts.access import home_of, next_address
from backstride.web.accounts.entry import enter
from backstride.web.accounts.models import User


def demo_people() -> list[User]:
    """The invented people, in the order they are offered."""
    return list(User.objects.filter(demo=True, is_active=True).order_by("demo_order", "display_name"))


def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as the demo person whose id is in the field `person`.

    Raises:
        Http404: when the demo is off, for any method, or when nobody invented has this id.
    """
    if not settings.DEMO:
        raise Http404
    return _enter_as(request)


@require_POST
def _enter_as(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("person", "")
    person = next((someone for someone in demo_people() if str(someone.id) == wanted), None)
    if person is None:
        raise Http404
    enter(request, person)
    return redirect(next_address(request) or home_of(person))
