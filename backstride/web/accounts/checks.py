"""Start-up checks of the installation, shown by `manage.py check --deploy`."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from backstride.web.installation import require_emergency_number


@register(Tags.security, deploy=True)
def emergency_number(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Report a real installation without an emergency number; the server itself refuses to start."""
    try:
        require_emergency_number()
    except ImproperlyConfigured as missing:
        return [Error(str(missing), id="backstride.E001")]
    return []
