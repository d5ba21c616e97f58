"""Tables of care: episodes, append-only events, the decisions derived from them, and the latest program."""

import uuid
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils import timezone

from backstride.web.accounts.models import Clinic, Invitation, User


def installation_time_zone() -> str:
    """The time zone a new episode begins with."""
    return str(settings.TIME_ZONE)


class Episode(models.Model):
    """One stretch of care of one person: at a clinic, or alone on a device (no clinic, no practitioner).

    `name` is what the practitioner calls the person; `draft` keeps answers of an assessment not yet finished.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, null=True, blank=True, related_name="episodes")
    practitioner = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="episodes_overseen"
    )
    patient = models.ForeignKey(User, on_delete=models.CASCADE, null=True, blank=True, related_name="episodes")
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, blank=True, related_name="episode"
    )
    name = models.CharField(max_length=80, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, default=installation_time_zone)
    draft = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=["clinic", "created_at"], name="episode_by_clinic")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def supervised(self) -> bool:
        """Whether a practitioner oversees it here."""
        return self.practitioner_id is not None

    def today(self) -> date:
        """The date it is now where the person is."""
        return timezone.localdate(timezone=ZoneInfo(self.time_zone))


class EventRecord(models.Model):
    """Something that happened on a local date. Never changed or deleted; `id` may be made by the client."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="events")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    on = models.DateField()
    body = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["sequence"]
        constraints = [models.UniqueConstraint(fields=["episode", "sequence"], name="one_event_a_place")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class DecisionRecord(models.Model):
    """What the engine concluded from an event: rule, reasons, and the versions of engine and knowledge that did."""

    event = models.ForeignKey(EventRecord, on_delete=models.CASCADE, related_name="decisions")
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="decisions")
    place = models.PositiveSmallIntegerField()
    on = models.DateField()
    kind = models.CharField(max_length=24)
    subject = models.CharField(max_length=64)
    rule = models.CharField(max_length=64)
    body = models.JSONField()
    engine_version = models.CharField(max_length=16)
    knowledge_version = models.CharField(max_length=64)

    class Meta:
        ordering = ["event_id", "place"]
        indexes = [models.Index(fields=["episode", "-on"], name="decision_by_date")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.on}"


class Snapshot(models.Model):
    """The program in force after the episode's latest event, and what a caseload row shows of it.

    `attention` orders the caseload (higher first; 0: as planned), `attention_rule` says why.
    """

    episode = models.OneToOneField(Episode, on_delete=models.CASCADE, primary_key=True, related_name="snapshot")
    program = models.JSONField()
    sequence = models.PositiveIntegerField()
    knowledge_version = models.CharField(max_length=64)
    cause = models.CharField(max_length=64)
    attention = models.PositiveSmallIntegerField(default=0)
    attention_rule = models.CharField(max_length=64, blank=True)
    legs = models.JSONField(default=list)
    updated_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.episode_id} at {self.sequence}"
