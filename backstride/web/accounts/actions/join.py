"""Join a clinic from a phone that has no account yet: make the patient's account and use the invitation, both or neither."""

from datetime import datetime

from django.db import transaction

from backstride.web.accounts.actions.accept_invitation import accept_invitation
from backstride.web.accounts.models import Invitation, User


@transaction.atomic
def join(invitation: Invitation, at: datetime) -> User:
    """The new patient, without name and e-mail, bound to the invitation.

    Raises:
        InvitationSpent: when the invitation no longer works; no account is left behind.
    """
    person = User.objects.create_user(kind=User.Kind.PATIENT)
    accept_invitation(invitation, person, at)
    return person
