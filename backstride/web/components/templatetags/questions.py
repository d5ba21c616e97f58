"""Questions about pain: the scale from 0 to 10, the body chart, yes and no.

Each is a radio group that posts under `name`; nothing is chosen in advance unless an answer is given.
"""

from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backstride.web.components.body import views

register = template.Library()


@dataclass(frozen=True)
class Level:
    """One cell of the scale: its number, whether it is chosen and whether yesterday's answer was this."""

    number: int
    chosen: bool
    yesterday: bool


@dataclass(frozen=True)
class Option:
    """One answer: the value that is posted, the word that is read, whether it is chosen."""

    value: str
    word: str | Promise
    chosen: bool


# From top to bottom, as they stand beside the picture.
PLACES: dict[str, Promise] = {
    "nowhere": _("Nowhere"),
    "low-back": _("Low back"),
    "buttock": _("Buttock"),
    "thigh": _("Thigh"),
    "calf": _("Calf"),
    "foot": _("Foot"),
}


@register.inclusion_tag("components/scale.html")
def scale(
    name: str,
    question: str,
    value: int | str | None = None,
    yesterday: int | None = None,
    note: str = "",
    none_word: str = "",
    missing: bool = False,
) -> dict[str, object]:
    """The scale 0 to 10 in a card. `value` is the answer given, `yesterday` gets a dash, `missing` marks it unanswered."""
    chosen = str(value) if value is not None else ""
    levels = [Level(number, str(number) == chosen, number == yesterday) for number in range(11)]
    return {
        "name": name,
        "question": question,
        "levels": levels,
        "note": note,
        "none_word": none_word or _("no pain"),
        "has_yesterday": yesterday is not None,
        "missing": missing,
    }


@register.inclusion_tag("components/body_chart.html")
def body_chart(
    name: str, question: str, side: str = "right", value: str = "", note: str = "", missing: bool = False
) -> dict[str, object]:
    """Where the furthest pain is: back and front beside six radios. `side` is left, right or both.

    Posts nowhere, low-back, buttock, thigh, calf or foot.
    """
    options = [Option(place, word, place == value) for place, word in PLACES.items()]
    return {
        "name": name,
        "question": question,
        "views": views(["left", "right"] if side == "both" else [side]),
        "options": options,
        "note": note,
        "missing": missing,
    }


@register.inclusion_tag("components/yes_no.html")
def yes_no(
    name: str,
    question: str,
    value: str = "",
    note: str = "",
    not_sure: bool = False,
    large: bool = False,
    bare: bool = False,
    missing: bool = False,
) -> dict[str, object]:
    """Yes and no of the same weight, always in this order; with `not_sure` also "I am not sure".

    Posts yes, no or not-sure. `large` is for one question a page; `bare` leaves the card and hides the question,
    for a page whose title is the question.
    """
    answers: dict[str, Promise] = {"yes": _("Yes"), "no": _("No")}
    if not_sure:
        answers["not-sure"] = _("I am not sure")
    return {
        "name": name,
        "question": question,
        "options": [Option(answer, word, answer == value) for answer, word in answers.items()],
        "note": note,
        "large": large,
        "bare": bare,
        "missing": missing,
    }


@register.inclusion_tag("components/yes_no_buttons.html")
def yes_no_buttons(name: str, not_sure: bool = False) -> dict[str, object]:
    """One question a page, one tap: submit buttons that post `name` as yes, no or not-sure; they stand in the page's form."""
    return {"name": name, "not_sure": not_sure}


@register.inclusion_tag("components/three_buttons.html")
def three_buttons(name: str = "choice") -> dict[str, str]:
    """Easier, Hurts, Skip: submit buttons that post `name` as easier, hurts or skip; they stand in the player's form."""
    return {"name": name}
