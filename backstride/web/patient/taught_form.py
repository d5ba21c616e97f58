"""The form of a person alone: what a practitioner showed them or saw them do, who it was, and when."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from backstride.engine.event import Taught
from backstride.web.patient.diagnosis_form import WHO, professions
from backstride.web.patient.teaching import Lesson


class TaughtForm(forms.Form):
    """Ticks for `lessons` and for the steadiness check `control`, with who showed or saw it, and on which day."""

    shown = forms.MultipleChoiceField(required=False)
    control = forms.BooleanField(required=False)
    name = forms.CharField(
        label=_("Their name"), max_length=80, error_messages={"required": _("Write the name of who showed you.")}
    )
    profession = forms.ChoiceField(error_messages={"required": _("Tap what they are.")})
    on = forms.DateField(
        label=_("On which day?"),
        error_messages={"required": _("Give the day, about is enough."), "invalid": _("Give the day as a date.")},
    )

    def __init__(self, lessons: tuple[Lesson, ...], control: Lesson, today: date, said: QueryDict | None) -> None:
        super().__init__(said, auto_id="%s")
        self.lessons, self.steady, self.today = lessons, control, today
        self.fields["shown"].choices = [(one.key, one.name) for one in lessons]  # type: ignore[attr-defined]
        self.fields["profession"].choices = professions()  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """A day that has come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return on

    def clean(self) -> None:
        """Something has to be ticked."""
        if not self.cleaned_data.get("shown") and not self.cleaned_data.get("control"):
            self.add_error("shown", _("Tick what they showed you."))

    def events(self, on: date) -> tuple[Taught, ...]:
        """One event for each tick; only when the form is valid."""
        said = self.cleaned_data
        day = date_format(said["on"], "j F Y")
        by = f"{said['name'].strip()} ({str(WHO[said['profession']]).lower()}, {day})"
        told = [one for one in self.lessons if one.key in said["shown"]]
        events = [Taught(on, by, one.exercise, form=one.form) for one in told]
        if said["control"]:
            events.append(Taught(on, by, self.steady.exercise, control=True))
        return tuple(events)
