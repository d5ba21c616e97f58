"""What the questions about pain already know: this morning's answers, shown with a dash and never chosen in advance."""

from dataclasses import dataclass

from backstride.web.components.templatetags.questions import Level
from backstride.web.patient.course import Course
from backstride.web.patient.report import PLACES, ReportForm


@dataclass(frozen=True)
class Asked:
    """The scales 0-10 of leg and back before, with this morning's answer marked, and this morning's furthest place.

    `dashed` is whether there is a mark to explain; `place` is empty where nothing was said.
    """

    leg: tuple[Level, ...]
    back: tuple[Level, ...]
    place: str
    dashed: bool


def effort_levels(form: ReportForm) -> tuple[Level, ...]:
    """The scale of effort 0-10, with what `form` already holds chosen."""
    return _levels(form["effort"].value(), None)


def scale_levels(chosen: object) -> tuple[Level, ...]:
    """A scale 0-10 with this answer chosen and none of the morning marked."""
    return _levels(chosen, None)


def asked_before(course: Course, form: ReportForm) -> Asked:
    """The questions before, with what `form` already holds chosen."""
    day = course.day
    place = PLACES[day.site].replace("-", " ") if day.site is not None else ""
    leg = _levels(form["before_leg"].value(), day.leg)
    back = _levels(form["before_back"].value(), day.back)
    return Asked(leg, back, place, day.leg is not None or day.back is not None)


def _levels(chosen: object, morning: int | None) -> tuple[Level, ...]:
    return tuple(Level(number, str(number) == str(chosen), number == morning) for number in range(11))
