"""The practitioner app: screens only, no tables."""

from django.apps import AppConfig


class PractitionerConfig(AppConfig):
    """Registers the screens of the practitioner."""

    name = "backstride.web.practitioner"
    label = "practitioner"
