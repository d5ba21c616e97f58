"""The form of a ride: the minutes, how hard it was, and how it felt."""

from typing import Any

from backstride.engine.event import Report
from backstride.web.patient.report import ReportForm, score_field
from backstride.web.patient.walk_form import minutes_field


class RideForm(ReportForm):
    """The report, the minutes ridden and the effort. `wanted` is how many minutes were asked for."""

    minutes = minutes_field("Minutes done", 1, required=True)
    effort = score_field("How hard was it?")

    def __init__(self, *args: Any, wanted: int, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s"} | kwargs)
        self.wanted = wanted

    def report(self) -> Report:
        """The answers as the engine reads them, with the share of the ride that was done, in whole percent upward."""
        done = min(100, -(-100 * int(self.cleaned_data["minutes"]) // max(1, self.wanted)))
        return Report(**{**self.answers, "completed": done})
