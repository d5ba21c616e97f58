"""The form of the morning's check-in. What concerns yesterday is asked only when there was something yesterday."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine.event import CheckedIn
from backstride.engine.values import Settled
from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.baseline_form import SCORES
from backstride.web.patient.options import Word
from backstride.web.patient.places import SITES

YES_NO = [("yes", "yes"), ("no", "no")]
SETTLED: tuple[tuple[str, Word], ...] = (
    (Settled.WITHIN_HOUR.value, _("Within an hour")),
    (Settled.WITHIN_DAY.value, _("By this morning")),
    (Settled.NOT_YET.value, _("Not yet")),
)
NAMES: dict[str, Word] = {
    "leg": _("Leg pain now"),
    "back": _("Back pain now"),
    "place": _("How far down does it reach?"),
    "settled": _("Did yesterday’s extra pain settle?"),
    "new": _("Anything new?"),
    "limited": _("Is pain keeping you from your usual day?"),
}


class Morning(forms.Form):
    """Leg, back and place always; settled after a day with a session or walk; limited when the pain has clearly risen."""

    leg = forms.ChoiceField(choices=SCORES)
    back = forms.ChoiceField(choices=SCORES)
    place = forms.ChoiceField(choices=[(place, place) for place in PLACES])
    settled = forms.ChoiceField(choices=SETTLED)
    stiffer = forms.ChoiceField(choices=YES_NO, required=False)
    new = forms.ChoiceField(choices=YES_NO)
    limited = forms.ChoiceField(choices=YES_NO, required=False)

    def __init__(self, said: QueryDict | None, active_yesterday: bool) -> None:
        super().__init__(said)
        if not active_yesterday:
            del self.fields["settled"], self.fields["stiffer"]

    @property
    def missing(self) -> tuple[tuple[str, Word], ...]:
        """Names of the cards still to answer, each with its title."""
        return tuple((name, NAMES[name]) for name in self.errors if name in NAMES)

    def score(self, name: str) -> int:
        """The leg or back score; only when the form is valid."""
        return int(self.cleaned_data[name])

    def event(self, on: date) -> CheckedIn:
        """The check-in; only when the form is valid."""
        said = self.cleaned_data
        return CheckedIn(
            on=on,
            leg=self.score("leg"),
            back=self.score("back"),
            site=SITES[said["place"]],
            settled=Settled(said["settled"]) if said.get("settled") else None,
            stiffer=_truth(said.get("stiffer")),
            limited=_truth(said.get("limited")),
            new=said["new"] == "yes",
        )


def _truth(said: str | None) -> bool | None:
    return said == "yes" if said else None
