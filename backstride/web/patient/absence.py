"""Why there is no session today, in plain words: a title and one sentence, for each rule that can withhold it."""

from datetime import date

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format

from backstride.engine.decision import Reason
from backstride.web.patient.course import Course
from backstride.web.records.library import knowledge, library

NO_MOVES = "No moves today"


def absence(course: Course) -> tuple[str, str]:
    """Title and sentence for today's reason not to exercise."""
    reason = course.plan.no_session
    assert reason is not None
    told = TOLD.get(reason.rule)
    return (
        told(course, reason) if told is not None else (NO_MOVES, "Each move waits for a reason. The reasons are below.")
    )


def _paused(course: Course, reason: Reason) -> tuple[str, str]:
    rule = library().rules.get(str(dict(reason.facts).get("flag")))
    why = rule.statement.strip() if rule is not None else f"One of your answers needs a look by {_who(course)} first."
    return "Your moves are paused", f"{why} {_walking(course)}"


def _waiting(course: Course, reason: Reason) -> tuple[str, str]:
    return "Your program waits for approval", f"{capfirst(_who(course))} looks at it first. {_walking(course)}"


def _due(course: Course, reason: Reason) -> tuple[str, str]:
    return "A few safety questions first", "Then come the moves."


def _flare(course: Course, reason: Reason) -> tuple[str, str]:
    return "A calm day", "Easy positions and short walks now. The moves come back step by step."


def _sore(course: Course, reason: Reason) -> tuple[str, str]:
    limit = knowledge().numbers["response/high_pain"]["no_session"]
    return NO_MOVES, f"Your pain is {limit:g} or more. Easy positions and a few short walks are enough for today."


def _red(course: Course, reason: Reason) -> tuple[str, str]:
    until = dict(reason.facts).get("sessions again on")
    day = date_format(date.fromisoformat(str(until)), "l") if until else "tomorrow"
    return NO_MOVES, f"Last time was more than we want. Easy walks now, and moves again on {day}."


def _by_hand(course: Course, reason: Reason) -> tuple[str, str]:
    title, why = "Easy walks and positions of ease", "because of the grade of the slip"
    if course.episode.practitioner is None:
        return title, f"No other moves are given here, {why}. A practitioner who knows you has to choose them."
    return title, f"{capfirst(_who(course))} chooses your moves by hand, {why}."


def _walking(course: Course) -> str:
    return "Easy walks and easy positions go on." if course.plan.walk is not None else "Easy positions go on."


def _who(course: Course) -> str:
    practitioner = course.episode.practitioner
    return practitioner.display_name if practitioner is not None else "a practitioner"


TOLD = {
    "screening/screen": _paused,
    "approval/approve": _waiting,
    "composing/by_hand": _by_hand,
    "screening/due": _due,
    "flare/ramp": _flare,
    "response/high_pain": _sore,
    "response/red": _red,
}
