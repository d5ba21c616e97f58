"""Invite a patient: make the code that opens their program once."""

from backstride.web.accounts.codes import hashed, new_code
from backstride.web.accounts.models import Clinic, Invitation, User


def invite(created_by: User, clinic: Clinic | None = None) -> tuple[Invitation, str]:
    """A new invitation that works for 14 days, and its code, which is known only now.

    Raises:
        PermissionError: when a clinic is named that the practitioner does not belong to.
    """
    if clinic is not None and not created_by.memberships.filter(clinic=clinic).exists():
        raise PermissionError("Only a member of the clinic can invite for it.")
    code = new_code()
    return Invitation.objects.create(created_by=created_by, clinic=clinic, code_hash=hashed(code)), code
