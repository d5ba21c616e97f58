"""The form of a walk: the minutes, and how it felt."""

from typing import Any

from django import forms

from backstride.engine.event import Report
from backstride.web.patient.report import ReportForm

MOST_MINUTES = 600


def minutes_field(question: str, least: int, required: bool) -> forms.IntegerField:
    """Whole minutes; its errors begin with the question."""
    wrong = f"{question}: type whole minutes from {least} to {MOST_MINUTES}."
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong)
    return forms.IntegerField(
        label=question, required=required, min_value=least, max_value=MOST_MINUTES, error_messages=messages
    )


class WalkForm(ReportForm):
    """The report, the minutes walked and brisk, and for walks in stretches the minutes to symptoms and to ease.

    `wanted` is how many minutes this walk was asked to last.
    """

    minutes = minutes_field("Minutes walked", 1, required=True)
    brisk_minutes = minutes_field("Brisk minutes", 0, required=False)
    onset = minutes_field("Minutes until your leg asked for a rest", 0, required=False)
    ease = minutes_field("Longest sitting until it eased", 0, required=False)

    def __init__(self, *args: Any, wanted: int, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s"} | kwargs)
        self.wanted = wanted

    def clean(self) -> dict[str, Any]:
        """Brisk minutes are part of the minutes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if (given.get("brisk_minutes") or 0) > (given.get("minutes") or MOST_MINUTES):
            self.add_error("brisk_minutes", "Brisk minutes: not more than the minutes walked.")
        return given

    def report(self) -> Report:
        """The answers as the engine reads them, with the share of the walk that was done."""
        done = min(100, round(100 * int(self.cleaned_data["minutes"]) / max(1, self.wanted)))
        return Report(**{**self.answers, "completed": done})
