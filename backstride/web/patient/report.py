"""How a session or walk felt, as form fields: pain before and at its worst, how far down, what was new."""

from typing import Any

from django import forms

from backstride.engine.event import Report
from backstride.engine.values import Site

SITES = {
    "nowhere": Site.NOWHERE,
    "low-back": Site.BACK,
    "buttock": Site.BUTTOCK,
    "thigh": Site.THIGH,
    "calf": Site.CALF,
    "foot": Site.FOOT,
}
PLACES = {site: place for place, site in SITES.items()}


def score_field(question: str) -> forms.TypedChoiceField:
    """A score from 0 to 10; its errors begin with the question."""
    wrong = f"{question}: choose a number from 0 to 10."
    choices = [(str(number), str(number)) for number in range(11)]
    return forms.TypedChoiceField(
        label=question, choices=choices, coerce=int, error_messages={"required": wrong, "invalid_choice": wrong}
    )


def site_field(question: str) -> forms.TypedChoiceField:
    """The furthest place that hurts, as an engine Site."""
    wrong = f"{question} Choose one place."
    choices = [(place, place) for place in SITES]
    return forms.TypedChoiceField(
        label=question, choices=choices, coerce=_site, error_messages={"required": wrong, "invalid_choice": wrong}
    )


def yes_no_field(question: str) -> forms.TypedChoiceField:
    """Yes or no, as a truth value."""
    wrong = f"{question} Answer yes or no."
    choices = [("yes", "yes"), ("no", "no")]
    return forms.TypedChoiceField(
        label=question, choices=choices, coerce=_is_yes, error_messages={"required": wrong, "invalid_choice": wrong}
    )


def _site(place: str) -> Site:
    return SITES[place]


def _is_yes(word: str) -> bool:
    return word == "yes"


class ReportForm(forms.Form):
    """The questions before and after, for a session and for a walk."""

    event_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    before_leg = score_field("Leg pain before")
    before_back = score_field("Back pain before")
    site_before = site_field("How far down did the pain reach before?")
    peak_leg = score_field("Worst leg pain")
    peak_back = score_field("Worst back pain")
    site_after = site_field("How far down does the pain reach now?")
    tingling = yes_no_field("New tingling or numbness?")
    weakness = yes_no_field("A leg or foot weaker than before?")

    @property
    def answers(self) -> dict[str, Any]:
        """The cleaned answers that are fields of a Report."""
        return {name: value for name, value in self.cleaned_data.items() if name in Report.__dataclass_fields__}

    def report(self) -> Report:
        """The answers as the engine reads them."""
        return Report(**self.answers)
