"""The form of the first answers: pain, walking, age, findings that rule moves out, and what is at hand."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine import assessment as engine
from backstride.engine.assessment import Answer, Assessment
from backstride.engine.values import Direction, Side
from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.draft import Finding
from backstride.web.patient.options import Word
from backstride.web.patient.places import SITES
from backstride.web.records.library import knowledge, library

NONE = "none"
SCORES = [(str(number), str(number)) for number in range(11)]
THINGS: dict[str, tuple[Word, Word]] = {
    "band": (_("Elastic band"), _("The long, flat kind")),
    "bike": (_("Exercise bike"), _("Or a bicycle that stands still")),
    "chair": (_("Firm chair"), _("One that does not roll")),
    "doorway": (_("Doorway"), _("With room to lie in it")),
    "pad": (_("Cushion or mat"), _("To kneel on")),
    "stick": (_("Stick"), _("A broom handle will do")),
    "strap": (_("Strap or belt"), _("Long enough for one foot")),
    "towel": (_("Towel"), _("A long one")),
    "wall": (_("Free wall"), _("To lean on or put a foot against")),
    "worktop": (_("Worktop or table"), _("Firm enough to hold on to")),
}
USUALLY_THERE = ("wall", "chair")


def findings() -> list[tuple[str, Word, Word]]:
    """What rules moves out, each with its question, and one tile for none of them."""
    found = sorted(library().contraindications.values(), key=lambda one: one.id)
    known: list[tuple[str, Word, Word]] = [(one.id, one.name, one.question) for one in found]
    return [*known, (NONE, _("None of these"), "")]


def things() -> list[tuple[str, Word, Word]]:
    """What some exercise asks for, each with a word of explanation."""
    return [(item, *THINGS[item]) for item in knowledge().kit]


class Baseline(forms.Form):
    """Where the person starts. Nothing is chosen in advance but a wall and a chair."""

    leg = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your leg pain.")})
    back = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your back pain.")})
    place = forms.ChoiceField(
        choices=[(place, place) for place in PLACES], error_messages={"required": _("Tap how far down it reaches.")}
    )
    walk_minutes = forms.IntegerField(
        label=_("How many minutes can you walk before it gets uncomfortable?"),
        min_value=0,
        max_value=240,
        error_messages={
            "required": _("Give the minutes. A guess is fine; 0 if you cannot walk now."),
            "invalid": _("Give the minutes as a number, like 10."),
            "max_value": _("Give at most 240 minutes."),
            "min_value": _("Give 0 or more minutes."),
        },
    )
    age = forms.IntegerField(
        label=_("How old are you?"),
        min_value=0,
        max_value=120,
        error_messages={
            "required": _("Give your age in years."),
            "invalid": _("Give your age as a number."),
            "max_value": _("Give your age in years, at most 120."),
            "min_value": _("Give your age in years."),
        },
    )
    findings = forms.MultipleChoiceField(
        label=_("Does one of these fit you?"),
        error_messages={"required": _("Tick what fits, or “None of these”.")},
    )
    kit = forms.MultipleChoiceField(label=_("What do you have at hand?"), required=False)

    def __init__(self, said: QueryDict | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(said, auto_id="%s", initial=initial)
        self.fields["findings"].choices = [(value, word) for value, word, _note in findings()]  # type: ignore[attr-defined]
        self.fields["kit"].choices = [(value, word) for value, word, _note in things()]  # type: ignore[attr-defined]

    def clean_age(self) -> int:
        """An adult's age."""
        age: int = self.cleaned_data["age"]
        if age < knowledge().numbers["screening/screen"]["adult_age"]:
            raise forms.ValidationError(
                _(
                    "There is no program for people under 18. Ask a doctor or a physical therapist who treats young people."
                )
            )
        return age

    def clean_findings(self) -> tuple[str, ...]:
        """Ids of what fits; "none" stands alone."""
        ticked: list[str] = self.cleaned_data["findings"]
        if NONE in ticked and len(ticked) > 1:
            raise forms.ValidationError(_("You ticked “None of these” and something else. Take one of them away."))
        return tuple(one for one in ticked if one != NONE)

    def assessment(self, on: date, finding: Finding, answers: tuple[Answer, ...]) -> Assessment:
        """The assessment of a person alone; only when the form is valid. Raises Refused as the engine does."""
        said = self.cleaned_data
        return Assessment(
            on=on,
            diagnosis=engine.Diagnosis(finding.cause, finding.profession, finding.name, finding.on),
            side=Side(finding.side),
            leg=int(said["leg"]),
            back=int(said["back"]),
            site=SITES[said["place"]],
            walk_minutes=said["walk_minutes"],
            answers=answers,
            age=said["age"],
            preference=Direction(finding.preference) if finding.preference else None,
            contraindications=said["findings"],
            kit=tuple(said["kit"]),
            supervised=False,
        )
