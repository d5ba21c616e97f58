"""Django's registration of the accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts own people, clinics and invitations."""

    name = "backstride.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Register the start-up checks."""
        from backstride.web.accounts import checks  # noqa: F401, PLC0415  (registers itself on import, as Django asks)
