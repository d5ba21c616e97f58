"""Who is on the page: the episode of the person signed in, and the id a page gave to what it is about to record."""

import uuid
from datetime import date

from django.http import HttpRequest

from backstride.engine.program import Program
from backstride.web.accounts.models import User
from backstride.web.records.access import own_episode, program_of
from backstride.web.records.models import Episode


def person_of(request: HttpRequest) -> User:
    """The person signed in; only behind `patient_required`."""
    assert isinstance(request.user, User)
    return request.user


def episode_of(request: HttpRequest) -> Episode | None:
    """The episode of the person signed in, or None before it was opened; only behind `patient_required`."""
    return own_episode(person_of(request))


def episode_and_program(request: HttpRequest) -> tuple[Episode | None, Program | None]:
    """The episode and its program in force, each None while there is none."""
    episode = episode_of(request)
    return episode, program_of(episode) if episode is not None else None


def day_of(episode: Episode, program: Program | None) -> date:
    """The date it is for this person; never before the date the program has reached, wherever they have traveled."""
    return max(episode.today(), program.on) if program is not None else episode.today()


def event_id_of(request: HttpRequest) -> uuid.UUID:
    """The id the page was drawn with, so that sending it twice records once; a fresh one when it is unreadable."""
    try:
        return uuid.UUID(request.POST.get("event_id", ""))
    except ValueError:
        return uuid.uuid4()
