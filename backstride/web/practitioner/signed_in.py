"""The practitioner who is asking."""

from django.http import HttpRequest

from backstride.web.accounts.models import Clinic, User
from backstride.web.records.access import CLINICAL_ROLES


def practitioner(request: HttpRequest) -> User:
    """The person signed in; views behind `practitioner_required` only."""
    if not isinstance(request.user, User):
        raise PermissionError("nobody is signed in")
    return request.user


def clinics(person: User) -> list[Clinic]:
    """The clinics in which they may see patients, by name."""
    memberships = person.memberships.filter(role__in=CLINICAL_ROLES).select_related("clinic")
    return sorted((one.clinic for one in memberships), key=lambda clinic: clinic.name)
