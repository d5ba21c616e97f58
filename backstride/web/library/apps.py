"""Django's registration of the library app."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The library owns public screens and no tables."""

    name = "backstride.web.library"
    label = "library"

    def ready(self) -> None:
        """Read the owner's own codes, when there are any, before the first page is asked for."""
        # The settings and the knowledge are complete only now, so the import waits until here.
        from backstride.web.library.snomed import require_sound_codes

        require_sound_codes()
