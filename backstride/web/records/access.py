"""Loading and authorizing in one call: every query starts from the person asking."""

import uuid

from django.db.models import Q, QuerySet
from django.http import Http404

from backstride.engine.codec import from_plain
from backstride.engine.program import Program
from backstride.web.accounts.models import Membership, User
from backstride.web.records.models import Episode

CLINICAL_ROLES = (Membership.Role.PRACTITIONER, Membership.Role.ADMIN)


def own_episode(person: User) -> Episode | None:
    """The latest episode of this patient, with its program; one they were invited to becomes theirs here."""
    episode = (
        Episode.objects.filter(Q(patient=person) | Q(patient=None, invitation__accepted_by=person))
        .select_related("snapshot", "practitioner", "clinic")
        .order_by("-created_at")
        .first()
    )
    if episode is not None and episode.patient_id is None:
        episode.patient = person
        episode.save(update_fields=["patient"])
    return episode


def caseload(practitioner: User) -> QuerySet[Episode]:
    """Episodes of every clinic in which this person works as a practitioner."""
    return Episode.objects.filter(
        clinic__memberships__user=practitioner, clinic__memberships__role__in=CLINICAL_ROLES
    ).select_related("snapshot", "patient", "practitioner")


def patients_episode(practitioner: User, episode_id: uuid.UUID) -> Episode:
    """One episode of the practitioner's caseload; Http404 for any other, existing or not."""
    episode = caseload(practitioner).filter(pk=episode_id).first()
    if episode is None:
        raise Http404("no such patient in your caseload")
    return episode


def program_of(episode: Episode) -> Program | None:
    """The program in force, or None while no cause has been recorded."""
    snapshot = getattr(episode, "snapshot", None)
    return from_plain(Program, snapshot.program) if snapshot is not None else None
