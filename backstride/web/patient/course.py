"""The course of a patient's care as a screen needs it: episode, program and plan of today; or the way to another screen."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from backstride.engine import today as plan_of
from backstride.engine.decision import Decisions
from backstride.engine.plan import DayPlan
from backstride.engine.program import Bout, Day, Program
from backstride.engine.rolling import roll
from backstride.web.accounts.models import User
from backstride.web.patient.riding import is_ride
from backstride.web.records.access import own_episode, program_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Course:
    """One person's episode on the date `on`. `passed` are decisions that quiet dates made and no event has stored yet."""

    episode: Episode
    on: date
    program: Program
    plan: DayPlan
    passed: Decisions

    @property
    def day(self) -> Day:
        """What is known of today."""
        return self.program.today

    @property
    def session_bout(self) -> Bout | None:
        """Today's last session of moves, or None."""
        return self._last(lambda bout: not bout.walk and not is_ride(bout.exercises))

    @property
    def ride_bout(self) -> Bout | None:
        """Today's ride or walk in water, or None."""
        return self._last(lambda bout: not bout.walk and is_ride(bout.exercises))

    @property
    def settling_bout(self) -> Bout | None:
        """Today's last session or ride: what the answer of 30 to 60 minutes later is about."""
        return self._last(lambda bout: not bout.walk)

    @property
    def walk_bout(self) -> Bout | None:
        """Today's last walk, or None."""
        return self._last(lambda bout: bout.walk)

    def _last(self, wanted: Callable[[Bout], bool]) -> Bout | None:
        return next((bout for bout in reversed(self.day.bouts) if wanted(bout)), None)

    @property
    def walks(self) -> int:
        """How many walks there were today."""
        return sum(bout.walk for bout in self.day.bouts)

    @property
    def interval(self) -> bool:
        """Whether walks go in stretches with rests, as for a narrowed spine."""
        return knowledge().cause(self.program.cause).walk == "interval"

    def event_id(self, what: str) -> uuid.UUID:
        """The id of one event of today: always the same, so that a page opened twice cannot record it twice."""
        return uuid.uuid5(self.episode.pk, f"{what} {self.on.isoformat()}")


def course_of(request: HttpRequest) -> Course | HttpResponseRedirect:
    """The course of whoever asks; without a program the way to the start, when locked the way to the advice."""
    episode = own_episode(cast(User, request.user))
    program = program_of(episode) if episode is not None else None
    if episode is None or program is None:
        return redirect("patient:start")
    course = course_on(episode, program)
    if course.plan.lock is not None and course.plan.lock.urgency.locks:
        return redirect("patient:refer")
    return course


def course_on(episode: Episode, program: Program) -> Course:
    """The course today; never before the date the program has reached, wherever the person has traveled."""
    on = max(episode.today(), program.on)
    rolled, passed = roll(program, on, knowledge())
    return Course(episode, on, rolled, plan_of(rolled, knowledge(), on), passed)
