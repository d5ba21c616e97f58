"""The form of the four monthly questions: yes or no to each."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine.event import YellowAnswered

YES_NO = [("yes", "yes"), ("no", "no")]


class MonthlyForm(forms.Form):
    """One field for each question that is due, named by its id."""

    def __init__(self, due: Iterable[str], said: QueryDict | None) -> None:
        super().__init__(said, auto_id="%s")
        wrong = _("Answer yes or no.")
        for name in due:
            errors = {"required": wrong, "invalid_choice": wrong}
            self.fields[name] = forms.ChoiceField(choices=YES_NO, error_messages=errors)

    def event(self, on: date) -> YellowAnswered:
        """The answers; only when the form is valid."""
        return YellowAnswered(on, tuple(name for name in self.fields if self.cleaned_data[name] == "yes"))
