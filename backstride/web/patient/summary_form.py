"""The form of the page to take along: pain, since when, and what the person cannot do now."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.baseline_form import SCORES
from backstride.web.patient.draft import Telling


class Story(forms.Form):
    """What a practitioner will ask first, in the person's own words where possible."""

    leg = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your leg pain.")})
    back = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your back pain.")})
    place = forms.ChoiceField(
        choices=[(place, place) for place in PLACES], error_messages={"required": _("Tap how far down it reaches.")}
    )
    since = forms.CharField(label=_("Since when does it hurt?"), max_length=120, required=False)
    cannot = forms.CharField(label=_("What can you not do now?"), max_length=600, required=False)

    def __init__(self, said: QueryDict | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(said, auto_id="%s", initial=initial)

    def telling(self, on: date) -> Telling:
        """What was answered; only when the form is valid."""
        said = self.cleaned_data
        return Telling(on, int(said["leg"]), int(said["back"]), said["place"], said["since"], said["cannot"])
