"""What the one who runs this installation has decided: demo or real, and which number to call in an emergency."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

MISSING_NUMBER = (
    "BACKSTRIDE_EMERGENCY_NUMBER is not set. A real installation does not start without the local emergency number,"
    " because Backstride never guesses it. Set it (for example BACKSTRIDE_EMERGENCY_NUMBER=112), or set BACKSTRIDE_DEMO=on to look around."
)


@dataclass(frozen=True)
class Installation:
    """What every page may say about this installation.

    `emergency_number` is what a telephone can dial, or "" when none is set (demo only): then pages say it in words, without a link.
    """

    demo: bool
    emergency_number: str


def is_on(word: str) -> bool:
    """Whether an environment variable's word means yes: on, yes, true or 1, in any case."""
    return word.strip().lower() in {"on", "yes", "true", "1"}


def secret_key(given: str, data: Path) -> str:
    """The signing key: the one given, or the one kept in `data`/secret-key, which is made on first use for its owner's eyes only."""
    if given:
        return given
    kept = data / "secret-key"
    if not kept.exists():
        _make_key(kept)
    return kept.read_text(encoding="ascii").strip()


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
    # Linking fails where a file stands, so of two processes that start together the first one's key is kept by both.
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def require_emergency_number() -> None:
    """Refuse to go on when this is a real installation without an emergency number.

    Raises:
        ImproperlyConfigured: names the variable to set.
    """
    if not settings.DEMO and not settings.EMERGENCY_NUMBER:
        raise ImproperlyConfigured(MISSING_NUMBER)


def current() -> Installation:
    """This installation, as the settings say now."""
    return Installation(demo=settings.DEMO, emergency_number=settings.EMERGENCY_NUMBER)


def describe(request: HttpRequest) -> dict[str, Installation]:
    """Template context processor: `installation` on every page."""
    return {"installation": current()}
