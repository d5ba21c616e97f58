"""The form of a session: what was done, what hurt, and how it felt."""

from collections.abc import Sequence
from typing import Any

from django import forms

from backstride.engine.event import Report
from backstride.web.patient.report import ReportForm, score_field
from backstride.web.records.library import knowledge

NOTHING = "Nothing was done yet. Tick the moves you did, or leave this page with the cross."


class SessionForm(ReportForm):
    """The report and the moves done. `planned` are the exercises of today's plan.

    `completed` (0-100) comes from the guided player; without script it is the share of planned moves that were ticked.
    """

    effort = score_field("How hard was it?")
    completed = forms.IntegerField(required=False, min_value=0, max_value=100)
    exercises = forms.MultipleChoiceField(required=False)
    hurt = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, planned: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s"} | kwargs)
        self.planned = planned
        known = [(name, name) for name in knowledge().exercises]
        for name in ("exercises", "hurt"):
            self.fields[name].choices = known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Count a move that hurt as practised, and refuse a session in which nothing was."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        given["exercises"] = list(dict.fromkeys([*given.get("exercises", ()), *given.get("hurt", ())]))
        if not given["exercises"] and not given.get("completed"):
            self.add_error("exercises", NOTHING)
        return given

    @property
    def percent(self) -> int:
        """Percent of the plan that was done."""
        told = self.cleaned_data.get("completed")
        if told is not None:
            return int(told)
        return min(100, round(100 * len(self.cleaned_data["exercises"]) / max(1, len(self.planned))))

    def report(self) -> Report:
        """The answers as the engine reads them."""
        return Report(**{**self.answers, "completed": self.percent})
