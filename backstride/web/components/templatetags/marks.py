"""Small marks: icons, chips that say a verdict by shape, word and tint, and the badge of where things are saved."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

# Each verdict has its own shape, so that nothing depends on telling colors apart.
SHAPES = {"ok": "ok", "mid": "mid", "stop": "stop", "neutral": "dot", "outline": "hold"}


@dataclass(frozen=True)
class Change:
    """How a move differs from last time: the chip it is shown with."""

    kind: str
    icon: str
    word: str | Promise


CHANGES = {
    "up": Change("neutral", "step-up", _("One step up")),
    "down": Change("neutral", "step-down", _("One step down")),
    "new": Change("neutral", "plus", _("New")),
    "waits": Change("mid", "mid", _("Waits")),
    "locked": Change("outline", "lock", _("Locked")),
    "hold": Change("outline", "hold", _("Hold")),
    "done": Change("ok", "ok", _("Done")),
}


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """The drawing components/icons/<name>.svg; decoration for readers of the screen, so the word must stand beside it.

    `kind` may be ok, mid or stop, to color it, and large.
    """
    classes = " ".join(["icon", *("icon-large" if word == "large" else f"is-{word}" for word in kind.split())])
    return render_to_string(f"components/icons/{name}.svg", {"classes": classes})


@register.inclusion_tag("components/chip.html")
def chip(word: str, kind: str = "neutral", shape: str = "") -> dict[str, str]:
    """A verdict: `kind` is ok, mid, stop, neutral or outline and brings its shape; `shape` names another icon."""
    return {"word": word, "kind": kind, "shape": shape or SHAPES[kind]}


@register.inclusion_tag("components/chip.html")
def change_chip(change: str, word: str = "") -> dict[str, object]:
    """The chip of a changed move: up, down, new, waits, locked, hold or done; `word` replaces the usual word."""
    known = CHANGES[change]
    return {"word": word or known.word, "kind": known.kind, "shape": known.icon}


@register.inclusion_tag("components/badge.html")
def badge(where: str, at: datetime | None = None, state: str = "saved", name: str = "") -> dict[str, object]:
    """Where the record is: `where` is phone or clinic (then `name` may be the clinic's).

    `state` is saved, saving, will, waiting or lost; `at` is when it was saved, shown as a time.
    """
    return {"where": where, "at": at, "state": state, "name": name}
