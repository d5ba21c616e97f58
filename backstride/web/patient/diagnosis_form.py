"""The form of the diagnosis: what a practitioner found, who, when and with what."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine.assessment import PROFESSIONS
from backstride.web.patient.draft import Finding
from backstride.web.patient.options import Word
from backstride.web.records.library import library

OTHER_CAUSE = "other"
SIDES: tuple[tuple[str, Word], ...] = (("left", _("Left")), ("right", _("Right")), ("both", _("Both")))
WHO: dict[str, Word] = {
    "physical-therapist": _("Physical therapist"),
    "chiropractor": _("Chiropractor"),
    "physiatrist": _("Physiatrist, a doctor for rehabilitation"),
    "physician": _("Another doctor"),
    "other": _("Somebody else who examined me"),
}
PREFERENCES: tuple[tuple[str, Word], ...] = (
    ("extension", _("Yes, bending backward")),
    ("flexion", _("Yes, bending forward")),
    ("unknown", _("No, or I do not remember")),
)


def causes() -> list[tuple[str, Word, Word]]:
    """The causes there is a program for, each with its plain line, and one tile for any other."""
    known: list[tuple[str, Word, Word]] = [(one.id, one.name, one.in_short) for one in library().causes.values()]
    return [*known, (OTHER_CAUSE, _("Another cause"), _("Or I do not remember its name."))]


def professions() -> list[tuple[str, Word]]:
    """Who may have diagnosed, in the engine's order."""
    return [(one, WHO[one]) for one in PROFESSIONS]


class Diagnosis(forms.Form):
    """What was found. Another cause than those known needs no further answer."""

    cause = forms.ChoiceField(label=_("What did they find?"), error_messages={"required": _("Tap what they found.")})
    side = forms.ChoiceField(
        label=_("Which leg hurts?"), choices=SIDES, error_messages={"required": _("Tap the leg that hurts.")}
    )
    profession = forms.ChoiceField(label=_("Who found it?"), error_messages={"required": _("Tap who found it.")})
    name = forms.CharField(
        label=_("Their name"), max_length=80, error_messages={"required": _("Write the name of who found it.")}
    )
    on = forms.DateField(
        label=_("When did they tell you?"),
        error_messages={"required": _("Give the day, about is enough."), "invalid": _("Give the day as a date.")},
    )
    found_with = forms.CharField(label=_("What did they find it with?"), max_length=200, required=False)
    preference = forms.ChoiceField(choices=PREFERENCES, required=False)

    def __init__(self, said: QueryDict | None, today: date, initial: dict[str, Any] | None = None) -> None:
        super().__init__(said, auto_id="%s", initial=initial)
        self.today = today
        self.fields["cause"].choices = [(value, word) for value, word, _note in causes()]  # type: ignore[attr-defined]
        self.fields["profession"].choices = professions()  # type: ignore[attr-defined]
        if self.is_bound and self.data.get("cause") == OTHER_CAUSE:
            for name in ("side", "profession", "name", "on"):
                self.fields[name].required = False

    def clean_on(self) -> date | None:
        """A day that has come."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and on > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return on

    @property
    def other_cause(self) -> bool:
        """Whether the cause is one there is no program for."""
        return self.cleaned_data.get("cause") == OTHER_CAUSE

    def finding(self) -> Finding:
        """What was answered; only when the form is valid and the cause is known here."""
        said = self.cleaned_data
        preference = said["preference"] if said["preference"] in ("extension", "flexion") else ""
        return Finding(
            said["cause"], said["side"], said["profession"], said["name"], said["on"], said["found_with"], preference
        )
