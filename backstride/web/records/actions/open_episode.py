"""Open an episode for a person: a practitioner's new patient, or somebody alone on a device."""

import uuid

from django.db import transaction

from backstride.web.accounts.models import Clinic, User
from backstride.web.records.models import Episode


@transaction.atomic
def open_for_patient(
    *, clinic: Clinic, practitioner: User, name: str, birth_year: int | None, episode_id: uuid.UUID | None = None
) -> Episode:
    """A new patient of this clinic, overseen by this practitioner; nobody has joined it yet."""
    return Episode.objects.create(
        id=episode_id or uuid.uuid4(), clinic=clinic, practitioner=practitioner, name=name, birth_year=birth_year
    )


@transaction.atomic
def open_for_device(person: User) -> Episode:
    """The episode of a person alone: theirs at once, with no clinic; the same one when it exists."""
    episode, _ = Episode.objects.get_or_create(patient=person, clinic=None)
    return episode
