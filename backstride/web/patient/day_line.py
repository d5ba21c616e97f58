"""The rest of today on a line: check-in, session, walk or ride, standing up, tomorrow."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import time_format

from backstride.engine.program import Bout
from backstride.web.patient import moves
from backstride.web.patient.course import Course
from backstride.web.patient.doings import Doings
from backstride.web.patient.next_step import NextStep, unsettled
from backstride.web.patient.riding import ride_of
from backstride.web.patient.walk_words import steps

HOUR = timedelta(minutes=60)


@dataclass(frozen=True)
class Stop:
    """One stop on the line: `state` done or open, `detail` beside the title, `note` below, `href` where it is done."""

    state: str
    title: str
    detail: str = ""
    note: str = ""
    href: str = ""


def day_line(course: Course, done: Doings, now: NextStep) -> tuple[Stop, ...]:
    """The day's stops in order; what the panel already asks for is not linked a second time."""
    stops = [
        _check_in(course, done, now),
        *_session(course, done, now),
        *_walk(course, done, now),
        *_ride(course, done, now),
    ]
    minutes = course.plan.break_minutes
    stops.append(
        Stop(
            "open",
            f"Stand up every {minutes} minutes",
            note="Or lie down for a moment. Sitting long is what to break up.",
        )
    )
    stops.append(Stop("open", "Tomorrow morning, two taps", note="How you wake decides tomorrow’s plan."))
    return tuple(stops)


def _check_in(course: Course, done: Doings, now: NextStep) -> Stop:
    if course.plan.check_in_due:
        return Stop("open", "Check-in", href="" if now.kind == "check-in" else reverse("patient:check-in"))
    day = course.day
    scores = [f"{part} {score}" for part, score in (("leg", day.leg), ("back", day.back)) if score is not None]
    return Stop("done", "Check-in", _at(done.checked_in), f"{', '.join(scores).capitalize()}.")


def _session(course: Course, done: Doings, now: NextStep) -> list[Stop]:
    plan = course.plan
    if course.day.sessions:
        last = course.session_bout if course.session_bout is course.settling_bout else None
        return [Stop("done", "The moves", _at(done.session)), *_settle(last, done.session, "", now)]
    if plan.session is None:
        return []
    href = "" if plan.ask or plan.check_in_due or now.kind == "session" else reverse("patient:session")
    return [Stop("open", "The moves", note=f"{moves.title(plan)}.", href=href)]


def _walk(course: Course, done: Doings, now: NextStep) -> list[Stop]:
    walk, day = course.plan.walk, course.day
    if walk is None:
        return []
    walked = f"{day.walked} of {walk.minutes} minutes so far." if day.walked else ""
    if day.walk_done:
        return [
            Stop("done", "Walk", _at(done.walk), f"{day.walked} minutes."),
            *_settle(course.walk_bout, done.walk, "?walk=1", now),
        ]
    left = steps(course, walk)
    split = f"{left.wanted} walks of about {left.minutes}." if left.wanted > 1 and not day.walked else ""
    note = " ".join(part for part in (walked or split, left.how) if part)
    return [
        Stop(
            "open",
            f"Walk {walk.minutes} minutes",
            note=note,
            href="" if now.kind == "walk" else reverse("patient:walk"),
        )
    ]


def _ride(course: Course, done: Doings, now: NextStep) -> list[Stop]:
    if course.plan.ride is None:
        return []
    asked = ride_of(course.plan.ride, course.program.cause)
    if course.ride_bout is not None:
        last = course.ride_bout if course.ride_bout is course.settling_bout else None
        return [Stop("done", asked.name, _at(done.ride)), *_settle(last, done.ride, "", now)]
    here = now.kind == "ride" or course.plan.check_in_due
    return [Stop("open", asked.title, note=asked.how, href="" if here else reverse("patient:ride"))]


def _settle(bout: Bout | None, since: datetime | None, query: str, now: NextStep) -> list[Stop]:
    """The answer of 30 to 60 minutes later, while it is still to be given."""
    if not unsettled(bout) or since is None or now.kind.startswith("settled"):
        return []
    note = f"Best about {time_format(since + HOUR, 'G:i')}."
    return [Stop("open", "Did it settle?", note=note, href=reverse("patient:settled") + query)]


def _at(moment: datetime | None) -> str:
    return time_format(moment, "G:i") if moment is not None else ""
