"""Days of a patient's life, recorded through the same action as real input."""

from datetime import date, timedelta

from backstride.engine import today as plan_of
from backstride.engine.assessment import Answer
from backstride.engine.event import CheckedIn, Report, Screened, SessionDone, SettledAnswered, Walked
from backstride.engine.plan import DayPlan
from backstride.engine.values import Settled, Site
from backstride.web.records.access import program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

# What the closing questions post after a session in which nothing changed.
CALM_REPORT = {
    "before_leg": "3",
    "before_back": "2",
    "site_before": "thigh",
    "peak_leg": "3",
    "peak_back": "2",
    "site_after": "thigh",
    "tingling": "no",
    "weakness": "no",
    "effort": "4",
}


def live(episode: Episode, days: int, leg: int = 3) -> None:
    """The last `days` days before today: a check-in, the session, its later answer and the walk, all calm."""
    for ago in range(days, 0, -1):
        on = episode.today() - timedelta(days=ago)
        check_in(episode, on, leg)
        practise(episode, on, leg)


def check_in(episode: Episode, on: date, leg: int = 3, back: int = 2, site: Site = Site.THIGH) -> None:
    """The morning's answers, and the safety questions answered no where they are due."""
    record(episode, CheckedIn(on, leg, back, site, Settled.WITHIN_HOUR, False, False), by=None)
    plan = plan_on(episode, on)
    if plan.ask:
        record(episode, Screened(on, tuple(Answer(flag, "no") for flag in plan.ask), plan.ask_full), by=None)


def practise(episode: Episode, on: date, leg: int = 3, peak: int | None = None, walk: bool = True) -> None:
    """The day's session with its later answer, and its walk, where the plan has them; `peak` is the leg at its worst."""
    plan = plan_on(episode, on)
    report = Report(leg, 2, peak if peak is not None else leg, 2, Site.THIGH, Site.THIGH, effort=4)
    if plan.session is not None:
        record(episode, SessionDone(on, report, tuple(item.exercise for item in plan.session.items)), by=None)
        record(episode, SettledAnswered(on, True, Site.THIGH), by=None)
    if plan.walk is not None and walk:
        record(episode, Walked(on, plan.walk.minutes, report), by=None)


def plan_on(episode: Episode, on: date) -> DayPlan:
    """The plan of one date as it stands now."""
    program = program_of(Episode.objects.select_related("snapshot").get(pk=episode.pk))
    assert program is not None
    return plan_of(program, knowledge(), on)
