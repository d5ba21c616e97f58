"""The assessment as a form: cause, side, who diagnosed, direction, irritability, pain, walking, what rules things out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from backstride.engine.assessment import PROFESSIONS, Assessment, Diagnosis
from backstride.engine.values import Direction, Side, Site
from backstride.web.accounts.models import User
from backstride.web.practitioner.draft import Draft
from backstride.web.records.library import knowledge, library

SIDES = (("left", "Left"), ("right", "Right"), ("both", "Both"))
PROFESSION_WORDS = tuple((one, one.replace("-", " ").capitalize()) for one in PROFESSIONS)
PREFERENCES = (
    ("extension", "Extension eases"),
    ("flexion", "Flexion eases"),
    ("neutral", "No direction found"),
    ("not-tested", "Not tested"),
)
YES_NO = (("yes", "Yes"), ("no", "No"))
SITES = (
    ("nowhere", "Nowhere"),
    ("back", "Low back"),
    ("buttock", "Buttock"),
    ("thigh", "Thigh"),
    ("calf", "Calf"),
    ("foot", "Foot"),
)
SCORES = tuple((str(score), str(score)) for score in range(11))
# Nearly every home has these; the practitioner unticks what is missing.
USUAL_KIT = ("chair", "doorway", "towel", "wall", "worktop")


def _choice(label: str, choices: Any, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, error_messages={"required": missing})


def _causes() -> list[tuple[str, str]]:
    return [(key, cause.name) for key, cause in library().causes.items()]


def _contraindications() -> list[tuple[str, str]]:
    return [(key, one.question) for key, one in library().contraindications.items()]


def _kit() -> list[tuple[str, str]]:
    return [(item, item.capitalize()) for item in knowledge().kit]


class Findings(forms.Form):
    """What the practitioner found today. Nothing clinical is chosen in advance but what an earlier assessment recorded."""

    cause = _choice("Cause", _causes, "Choose the cause.")
    side = _choice("Side that hurts", SIDES, "Choose the side that hurts.")
    diagnosed_by = forms.CharField(
        label="Who made the diagnosis", max_length=80, error_messages={"required": "Name who made the diagnosis."}
    )
    profession = _choice("Profession", PROFESSION_WORDS, "Choose the profession of who made the diagnosis.")
    diagnosed_on = forms.DateField(
        label="Date of the diagnosis",
        error_messages={
            "required": "Give the date of the diagnosis.",
            "invalid": "Write the date of the diagnosis as 2026-05-12.",
        },
    )
    preference = _choice("Directional preference", PREFERENCES, "Say which direction eases, or that it was not tested.")
    irritable = _choice("Is the leg irritable?", YES_NO, "Say whether the leg is irritable.")
    leg = _choice("Leg pain now", SCORES, "Choose a number for leg pain.")
    back = _choice("Back pain now", SCORES, "Choose a number for back pain.")
    site = _choice("Furthest point of the pain", SITES, "Choose how far the pain reaches.")
    walk_minutes = forms.IntegerField(
        label="Minutes of comfortable walking",
        min_value=0,
        max_value=240,
        error_messages={
            "required": "Give the minutes of comfortable walking.",
            "invalid": "Minutes of comfortable walking: a whole number from 0 to 240.",
            "min_value": "Minutes of comfortable walking: a whole number from 0 to 240.",
            "max_value": "Minutes of comfortable walking: a whole number from 0 to 240.",
        },
    )
    contraindications = forms.MultipleChoiceField(
        label="What rules some moves out", choices=_contraindications, required=False
    )
    kit = forms.MultipleChoiceField(label="At home there is", choices=_kit, required=False)

    def __init__(self, data: Any = None, *, today: date, initial: Mapping[str, Any] | None = None) -> None:
        self.today = today
        super().__init__(data, initial=dict(initial or {}))

    def clean_diagnosed_on(self) -> date:
        """A date not after today."""
        on: date = self.cleaned_data["diagnosed_on"]
        if on > self.today:
            raise forms.ValidationError("The date of the diagnosis is after today.")
        return on

    def assessment(self, draft: Draft, age: int) -> Assessment:
        """The assessment these findings and the answers kept make."""
        given = self.cleaned_data
        tested = given["preference"] != "not-tested"
        return Assessment(
            on=self.today,
            diagnosis=Diagnosis(given["cause"], given["profession"], given["diagnosed_by"], given["diagnosed_on"]),
            side=Side(given["side"]),
            leg=int(given["leg"]),
            back=int(given["back"]),
            site=Site[given["site"].upper()],
            walk_minutes=given["walk_minutes"],
            answers=draft.answers,
            age=age,
            preference=Direction(given["preference"]) if tested else None,
            irritable=given["irritable"] == "yes",
            contraindications=tuple(given["contraindications"]),
            kit=tuple(given["kit"]),
            known=draft.known,
            supervised=True,
        )


def first_guess(person: User, today: date) -> dict[str, Any]:
    """What a first assessment begins with: the practitioner as the one who diagnosed, today, and what most homes have."""
    return {
        "diagnosed_by": person.display_name,
        "profession": person.profession.replace(" ", "-"),
        "diagnosed_on": today.isoformat(),
        "kit": [item for item in USUAL_KIT if item in knowledge().kit],
    }


def as_before(old: Assessment) -> dict[str, Any]:
    """What a new assessment takes over from the one before; how it is today is asked anew."""
    return {
        "cause": old.diagnosis.cause,
        "side": old.side.value,
        "diagnosed_by": old.diagnosis.name,
        "profession": old.diagnosis.profession,
        "diagnosed_on": old.diagnosis.on.isoformat(),
        "contraindications": list(old.contraindications),
        "kit": list(old.kit),
    }


def in_words(old: Assessment) -> tuple[tuple[str, str], ...]:
    """An assessment as pairs of label and finding, in the order of the form."""
    sides, sites, preferences = dict(SIDES), dict(SITES), dict(PREFERENCES)
    causes, names = library().causes, library().contraindications
    return (
        ("Cause", causes[old.diagnosis.cause].name if old.diagnosis.cause in causes else old.diagnosis.cause),
        ("Side", sides[old.side.value]),
        ("Diagnosed by", f"{old.diagnosis.name}, {dict(PROFESSION_WORDS)[old.diagnosis.profession].lower()}"),
        ("Direction", preferences[old.preference.value if old.preference else "not-tested"]),
        ("Irritable", "Yes" if old.irritable else "No"),
        ("Leg", str(old.leg)),
        ("Back", str(old.back)),
        ("Furthest point", sites[old.site.name.lower()]),
        ("Comfortable walking", f"{old.walk_minutes} minutes"),
        ("Rules out", ", ".join(names[one].name for one in old.contraindications if one in names) or "Nothing"),
        ("At home", ", ".join(old.kit) or "Nothing recorded"),
    )
