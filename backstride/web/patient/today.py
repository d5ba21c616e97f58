"""Today: the one next step, the moves, the rest of the day, and what changed and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from backstride.engine.program import WINDOW_DAYS
from backstride.web.accounts.access import patient_required
from backstride.web.patient import moves
from backstride.web.patient.change_line import change_line
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.day_line import Stop, day_line
from backstride.web.patient.doings import doings
from backstride.web.patient.measures import measures_due, minutes
from backstride.web.patient.moves import Move
from backstride.web.patient.next_step import NextStep, next_step
from backstride.web.patient.notices import Notice, notices
from backstride.web.patient.waits import Wait, waits
from backstride.web.patient.walk_words import Road, ride_road, road
from backstride.web.records.history import decisions_since
from backstride.web.records.wording import DecisionWords, decision_words

SHOWN = 8


@dataclass(frozen=True)
class Questions:
    """The measures that are due: about how many minutes they take, and whether they are only those of every week."""

    minutes: int
    weekly: bool


@dataclass(frozen=True)
class Context:
    """What Today shows.

    `now` is the panel; `moves` are the session's rows, `moves_title` heads them; `relief` and `ease` help through the day.
    `stops` are the rest of the day; `notices` what the engine wants known; `waits` are ladders that wait; `road` is the
    road of walks or rides, None where neither is given. `changes` are the decisions since the last session, newest first, `more`
    whether there are others. `clinic` is where the record is kept ("": at this installation). `alone`: no practitioner
    oversees it here. `questions` come now and then, None when none are due; `monthly`: so are the four of every month. `swept`: today's session was sent, so the
    phone may forget its copy.
    """

    now: NextStep
    moves: tuple[Move, ...]
    moves_title: str
    relief: tuple[Move, ...]
    ease: tuple[Move, ...]
    stops: tuple[Stop, ...]
    notices: tuple[Notice, ...]
    waits: tuple[Wait, ...]
    road: Road | None
    changes: tuple[DecisionWords, ...]
    more: bool
    paused: bool
    flare: bool
    alone: bool
    clinic: str
    questions: Questions | None
    monthly: bool
    swept: bool


@require_safe
@patient_required
def today(request: HttpRequest) -> HttpResponse:
    """Show what to do now; a locked program shows its advice instead, no program the start."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    return render(request, "patient/today.html", {"screen": _context(course)})


def _context(course: Course) -> Context:
    plan, episode = course.plan, course.episode
    alone = not episode.supervised
    done = doings(episode, course.on, timezone.now())
    last = last_session(course)
    decisions = [*reversed(course.passed), *decisions_since(episode, last or course.program.started)]
    now = next_step(course, done, change_line(decisions, first=last is None))
    rows = moves.moves(plan, _done(course))
    return Context(
        now=now,
        moves=rows,
        moves_title=f"The {moves.amount(len(rows), 'move')}" if len(rows) > 1 else "The move",
        relief=moves.relief(plan),
        ease=moves.ease(plan) if plan.session is None else (),
        stops=day_line(course, done, now),
        notices=notices(course, decisions),
        waits=waits(course),
        road=_road(course),
        changes=tuple(decision_words(one, alone) for one in decisions[:SHOWN]),
        more=len(decisions) > SHOWN,
        paused=plan.lock is not None and plan.session is None,
        flare=course.program.flare is not None,
        alone=alone,
        clinic=episode.clinic.name if episode.clinic is not None else "",
        questions=_questions(course),
        monthly=bool(plan.yellow),
        swept=course.day.sessions > 0,
    )


def _road(course: Course) -> Road | None:
    if course.plan.walk is not None:
        return road(course, course.plan.walk)
    return ride_road(course.plan.ride) if course.plan.ride is not None else None


def _questions(course: Course) -> Questions | None:
    due = measures_due(course)
    return Questions(minutes(due), all(one.due_weeks == "weekly" for one in due)) if due else None


def last_session(course: Course) -> date | None:
    """The date of the last session before today, within the engine's window, or None."""
    days = (ago for ago in range(1, WINDOW_DAYS) if course.program.day(ago).sessions)
    ago = next(days, None)
    return course.on - timedelta(days=ago) if ago is not None else None


def _done(course: Course) -> tuple[str, ...]:
    bout = course.session_bout
    return bout.exercises if bout is not None else ()
