"""Django's registration of the library app."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The library owns public screens and no tables."""

    name = "backstride.web.library"
    label = "library"
