"""The two views of the body chart, from behind and from the front, with a band to every place that is asked about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from backstride.figures import UnknownPicture, body_chart

NAMES: dict[str, Promise] = {"back": _("Back"), "front": _("Front")}
# A page may hold several charts, and an id stands once on a page.
_BAND = re.compile(r'<g id="reach-(?:front-)?([a-z-]+)-(left|right)"[^>]*>(.*?)</g>')
# Labels of the radios lie over the places, so that tapping works without script.
_REGIONS = re.compile(r'<g id="(?:front-)?regions">.*?</g>')


@dataclass(frozen=True)
class View:
    """One view: back or front, its word, its drawing, and the places that can be seen and tapped in it."""

    id: str
    word: Promise
    drawing: SafeString
    places: tuple[str, ...]


def views(sides: Sequence[str]) -> tuple[View, ...]:
    """The views that are drawn, with bands on these sides alone."""
    found = (_view(name, tuple(sides)) for name in NAMES)
    return tuple(view for view in found if view is not None)


@cache
def _view(name: str, sides: tuple[str, ...]) -> View | None:
    try:
        chart = _REGIONS.sub("", body_chart(name, inline=True))
    except UnknownPicture:
        return None
    places = dict.fromkeys(found[1] for found in _BAND.finditer(chart))
    drawing = _BAND.sub(lambda found: _band(found, sides), chart)
    return View(name, NAMES[name], mark_safe(drawing), ("nowhere", *places))  # noqa: S308  (drawn by Backstride itself)


def _band(found: re.Match[str], sides: tuple[str, ...]) -> str:
    place, side, drawing = found.groups()
    return f'<g class="body-band reaches-{place}">{drawing}</g>' if side in sides else ""
