"""The demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Registers the command that loads the demo."""

    name = "backstride.web.demo"
    label = "demo"
