"""SNOMED codes of this installation: none, unless its owner switched on a file of their own."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from backstride.knowledge import KnowledgeError
from backstride.knowledge.snomed import SnomedCode, load
from backstride.web.records.library import library


def snomed(cause: str) -> tuple[SnomedCode, ...]:
    """The codes of this cause, as the owner's file has them; nobody here has verified them."""
    return _codes(settings.SNOMED).get(cause, ()) if settings.SNOMED else ()


def require_sound_codes() -> None:
    """Refuse to go on with a file that is not as it should be.

    Raises:
        ImproperlyConfigured: names the file, the key and the reason of every problem.
    """
    try:
        if settings.SNOMED:
            _codes(settings.SNOMED)
    except KnowledgeError as wrong:
        raise ImproperlyConfigured(f"BACKSTRIDE_SNOMED is not accepted.\n{wrong}") from wrong


@cache
def _codes(path: str) -> dict[str, tuple[SnomedCode, ...]]:
    return load(Path(path), library().causes)
