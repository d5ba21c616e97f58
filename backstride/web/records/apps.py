"""The records app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Registers the tables of episodes, events, decisions and snapshots."""

    name = "backstride.web.records"
    label = "records"
