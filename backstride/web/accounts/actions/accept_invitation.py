"""Use an invitation: bind it to the person who holds the phone."""

from datetime import datetime

from backstride.web.accounts.models import Invitation, User


class InvitationSpent(Exception):
    """The invitation was used or ran out before this person could use it."""


def accept_invitation(invitation: Invitation, person: User, at: datetime) -> Invitation:
    """Mark the invitation as used by `person`; the program it opens is found through `accepted_by` from then on.

    A person of kind `device` becomes a patient and keeps their account and recovery code.

    Raises:
        InvitationSpent: when it is used or out of time, also when somebody else was a moment faster.
    """
    still_open = Invitation.objects.filter(pk=invitation.pk, used_at=None, expires_at__gt=at)
    if not still_open.update(used_at=at, accepted_by=person):
        raise InvitationSpent
    User.objects.filter(pk=person.pk, kind=User.Kind.DEVICE).update(kind=User.Kind.PATIENT)
    invitation.refresh_from_db()
    return invitation
