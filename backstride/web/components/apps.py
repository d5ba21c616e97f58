"""Django's registration of the components app."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Components own templates and tags, no tables and no addresses."""

    name = "backstride.web.components"
    label = "components"
