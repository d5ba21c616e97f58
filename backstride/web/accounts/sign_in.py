"""Sign in with e-mail and password; in the demo, also with one tap as an invented person."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import home_of, next_address
from backstride.web.accounts.attempts import count_failure, too_many
from backstride.web.accounts.demo_sign_in import demo_people
from backstride.web.accounts.entry import enter
from backstride.web.accounts.forms import SignIn
from backstride.web.accounts.models import User


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `form` holds what was typed and what is wrong with it; `next` is the page to go on to, or "";
    `demo_people` are the invented people to enter as, empty in a real installation.
    """

    form: SignIn
    next: str
    demo_people: list[User]


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the form, or check it and go on to where the person was heading."""
    if request.method != "POST":
        return _page(request, SignIn())
    form = SignIn(request.POST)
    person = _checked(request, form)
    if person is None:
        return _page(request, form, status=422)
    enter(request, person)
    return redirect(next_address(request) or home_of(person))


def _checked(request: HttpRequest, form: SignIn) -> User | None:
    if not form.is_valid():
        return None
    email = form.cleaned_data["email"]
    if too_many(request, email):
        form.add_error(None, _("That was 5 tries. Wait 5 minutes, then try again."))
        return None
    found = authenticate(request, username=email, password=form.cleaned_data["password"])
    if isinstance(found, User):
        return found
    count_failure(request, email)
    form.add_error(None, _("This e-mail and password do not match. Check both and try again."))
    return None


def _page(request: HttpRequest, form: SignIn, status: int = 200) -> HttpResponse:
    people = demo_people() if settings.DEMO else []
    context = Context(form=form, next=next_address(request), demo_people=people)
    return render(request, "accounts/sign_in.html", {"screen": context}, status=status)
