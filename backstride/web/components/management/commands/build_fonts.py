"""Cut Manrope into the web's three files, in the data directory, where the static files are collected from."""

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """`manage.py build_fonts`, run once before `collectstatic`; without it pages use the system's typeface."""

    help = "Cut the Manrope typeface into web fonts in the data directory."

    def handle(self, *args: object, **options: object) -> None:
        """Write the files and say how large they are."""
        from backstride.web.components.typeface import build  # noqa: PLC0415  (fontTools takes 0.3 s to import)

        for path in build(settings.BUILD):
            self.stdout.write(f"{path.name}  {path.stat().st_size / 1000:.1f} KB")
