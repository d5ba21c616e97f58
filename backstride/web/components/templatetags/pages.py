"""Tags of the page shells: the fonts, the tabs of a patient's page, the rail of a practitioner's."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()


@dataclass(frozen=True)
class Place:
    """One entry of the tabs or the rail: the name of its address, its icon and its word."""

    name: str
    icon: str
    label: str | Promise


@dataclass(frozen=True)
class Tab:
    """A place that exists, and whether the page is in it."""

    href: str
    icon: str
    label: str | Promise
    current: bool


PATIENT = (
    Place("patient:today", "today", _("Today")),
    Place("patient:changes", "progress", _("Changes")),
    Place("patient:progress", "progress", _("Progress")),
    Place("patient:learn", "learn", _("Learn")),
    Place("patient:messages", "messages", _("Messages")),
    Place("patient:me", "me", _("Me")),
)
PRACTITIONER = (
    Place("practitioner:caseload", "people", _("Caseload")),
    Place("practitioner:outcomes", "progress", _("Outcomes")),
    Place("library:rulebook", "learn", _("Rulebook")),
    Place("practitioner:team", "people", _("Team")),
    Place("practitioner:audit", "lock", _("Audit")),
)


@register.inclusion_tag("components/tabs.html", takes_context=True)
def patient_tabs(context: Context, current: str = "") -> dict[str, list[Tab]]:
    """The bottom tabs whose pages exist; `current` names one ("today"), else the address of the page decides."""
    return {"tabs": _existing(PATIENT, _current(context, "patient", current))}


@register.inclusion_tag("components/rail_places.html", takes_context=True)
def practitioner_places(context: Context, current: str = "") -> dict[str, list[Tab]]:
    """The rail's entries whose pages exist; `current` names one ("caseload"), else the address of the page decides."""
    return {"tabs": _existing(PRACTITIONER, _current(context, "practitioner", current))}


@register.simple_tag
def fonts_built() -> bool:
    """Whether `manage.py build_fonts` has run, so that pages may link the typeface."""
    return bool(settings.FONTS_BUILT)


@register.simple_tag
def address_if_any(name: str) -> str:
    """The address called `name`, or "" while that page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _current(context: Context, namespace: str, named: str) -> str:
    if named:
        return f"{namespace}:{named}"
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request else None
    return match.view_name if match else ""


def _existing(places: tuple[Place, ...], current: str) -> list[Tab]:
    return [
        Tab(href=href, icon=place.icon, label=place.label, current=place.name == current)
        for place in places
        if (href := address_if_any(place.name))
    ]
