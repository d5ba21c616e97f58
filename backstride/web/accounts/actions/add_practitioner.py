"""Add a practitioner to a clinic, which is made when it is new."""

from django.db import transaction

from backstride.web.accounts.models import Clinic, Membership, User


@transaction.atomic
def add_practitioner(
    *,
    clinic_name: str,
    display_name: str,
    email: str,
    profession: str,
    password: str,
    role: str = Membership.Role.ADMIN,
) -> User:
    """The new practitioner, a member of the clinic of that name.

    Raises:
        ValidationError: when the e-mail is taken or unreadable, or the profession is not one of `User.Profession`.
    """
    person = User.objects.create_user(
        kind=User.Kind.PRACTITIONER, display_name=display_name, email=email, profession=profession, password=password
    )
    clinic, _created = Clinic.objects.get_or_create(name=clinic_name)
    Membership.objects.create(user=person, clinic=clinic, role=role)
    return person
