"""`load_demo`: lay out the demo clinic afresh, relative to today."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from backstride.web.demo.cast import load_cast


class Command(BaseCommand):
    """Replace the demo people's records; people a visitor added are left as they are."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where the demo is off, so that invented people never meet real ones."""
        if not settings.DEMO:
            raise CommandError(
                "BACKSTRIDE_DEMO is off: the demo's invented people do not belong in a real installation."
            )
        count = load_cast()
        self.stdout.write(f"demo: {count} people")
