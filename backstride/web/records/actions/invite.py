"""Invite a patient to open their episode on their own phone."""

from django.db import transaction

from backstride.web.accounts.actions.invite import invite as make_invitation
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode


@transaction.atomic
def invite(episode: Episode, *, by: User) -> str:
    """A fresh code for this episode, shown once; an earlier unused one stops working."""
    used = episode.invitation is not None and episode.invitation.used_at is not None
    if episode.patient_id is not None or used:
        raise ValueError("this program has already been opened by its patient")
    if episode.invitation is not None:
        episode.invitation.delete()
    invitation, code = make_invitation(by, episode.clinic)
    episode.invitation = invitation
    episode.save(update_fields=["invitation"])
    return code
