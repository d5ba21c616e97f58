"""Tables of people, clinics, memberships and invitations."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

INVITATION_LASTS = timedelta(days=14)


class Clinic(models.Model):
    """A place where practitioners work together and share a caseload."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    """The manager of `User`."""

    def create_user(self, *, email: str | None = None, password: str | None = None, **fields: Any) -> "User":
        """Store a new person; without a password nobody can sign in to the account by e-mail."""
        person = self.model(email=email, **fields)
        person.set_password(password)
        person.full_clean(exclude=["password"])
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this e-mail address, in whatever case it was typed."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Anyone who can be signed in: a practitioner, a patient of a clinic, or a person known only to one device.

    A person of kind `device` gave no name and no e-mail; `recovery_hash` lets them move to another device.
    `demo`, `demo_order` and `demo_note` are set for invented people only, who can be entered with one tap while the demo is on.
    """

    class Kind(models.TextChoices):
        """What someone uses Backstride as."""

        PRACTITIONER = "practitioner", _("Practitioner")
        PATIENT = "patient", _("Patient")
        DEVICE = "device", _("Person on this device")

    class Profession(models.TextChoices):
        """What a practitioner is by training; shown wherever they sign."""

        PHYSICAL_THERAPIST = "physical therapist", _("Physical therapist")
        CHIROPRACTOR = "chiropractor", _("Chiropractor")
        PHYSIATRIST = "physiatrist", _("Physiatrist")
        PHYSICIAN = "physician", _("Physician")
        OTHER = "other", _("Other profession")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    display_name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=16, choices=Kind)
    profession = models.CharField(max_length=32, choices=Profession, blank=True)
    recovery_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    demo = models.BooleanField(default=False)
    demo_order = models.PositiveSmallIntegerField(default=0)
    demo_note = models.CharField(max_length=160, blank=True)

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return str(self.id)

    def clean(self) -> None:
        """Keep an e-mail address in lower case, and an absent one as NULL so that many may be absent."""
        self.email = (self.email or "").strip().lower() or None

    @property
    def is_practitioner(self) -> bool:
        """Whether the practitioner's workspace is theirs."""
        return self.kind == self.Kind.PRACTITIONER

    @property
    def has_program(self) -> bool:
        """Whether the patient's screens are theirs: a patient, or a person on a device."""
        return self.kind in {self.Kind.PATIENT, self.Kind.DEVICE}


class Membership(models.Model):
    """One person's place in one clinic."""

    class Role(models.TextChoices):
        """What a member may do in the clinic."""

        PRACTITIONER = "practitioner", _("Practitioner")
        ASSISTANT = "assistant", _("Assistant")
        ADMIN = "admin", _("Administrator")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "clinic"], name="one_membership_per_clinic")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.clinic_id}"


def invitation_end() -> datetime:
    """When an invitation made now stops working."""
    return timezone.now() + INVITATION_LASTS


class Invitation(models.Model):
    """A code, given on paper or by QR, that opens a program on the patient's own phone once.

    Only the hash of the code is kept. The program it opens points here (`records.Episode.invitation`); whoever used it is `accepted_by`.
    """

    class Purpose(models.TextChoices):
        """What the invited person becomes."""

        PATIENT = "patient", _("Patient")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations_made")
    accepted_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations_accepted"
    )
    purpose = models.CharField(max_length=16, choices=Purpose, default=Purpose.PATIENT)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(default=invitation_end)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)

    def is_open(self, at: datetime) -> bool:
        """Whether the code still works at the moment `at`."""
        return self.used_at is None and at < self.expires_at
