"""Opening the door: start a signed-in visit, long on a person's own phone and shorter at a clinic's desk."""

from datetime import timedelta

from django.contrib.auth import login
from django.http import HttpRequest

from backstride.web.accounts.models import User

OWN_DEVICE = timedelta(days=365)
SHARED_DESK = timedelta(hours=12)
_FRESH_CODE = "recovery_code_to_show"


def enter(request: HttpRequest, person: User) -> None:
    """Sign `person` in: for a year on their own device, for 12 hours as a practitioner."""
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    stay = SHARED_DESK if person.is_practitioner else OWN_DEVICE
    request.session.set_expiry(int(stay.total_seconds()))


def hand_over_code(request: HttpRequest, code: str) -> None:
    """Keep a fresh recovery code for the next page only."""
    request.session[_FRESH_CODE] = code


def take_code(request: HttpRequest) -> str:
    """The fresh recovery code, once; "" ever after."""
    return str(request.session.pop(_FRESH_CODE, ""))
