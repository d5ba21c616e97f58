"""The patient app: screens only, no tables."""

from django.apps import AppConfig


class PatientConfig(AppConfig):
    """Registers the screens of the patient."""

    name = "backstride.web.patient"
    label = "patient"
