"""Patients of Alice in the states the practitioner's screens meet, made through the same actions as real ones."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.event import (
    Adjusted,
    Approved,
    Assessed,
    CheckedIn,
    Event,
    FlareReported,
    Report,
    SessionDone,
    Walked,
)
from backstride.engine.screening import asked
from backstride.engine.values import Settled, Side, Site
from backstride.web.accounts.models import Clinic, User
from backstride.web.records.access import program_of
from backstride.web.records.actions.open_episode import open_for_patient
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

KIT = ("chair", "towel", "wall")
Browse = Callable[..., Any]


def clean_answers(**said: str) -> tuple[Answer, ...]:
    """No to every question but those given: `clean_answers(C1="yes")`."""
    return tuple(Answer(flag, said.get(flag, "no")) for flag in asked("", True, knowledge()))


def clean_form(**said: str) -> dict[str, Any]:
    """The same as the fields of the page."""
    return {answer.flag: answer.said for answer in clean_answers(**said)}


def findings(**changed: Any) -> dict[str, Any]:
    """The fields of a complete assessment."""
    return {
        "cause": "disc-herniation",
        "side": "left",
        "diagnosed_by": "Alice",
        "profession": "physical-therapist",
        "diagnosed_on": "2026-01-05",
        "preference": "extension",
        "irritable": "no",
        "leg": "4",
        "back": "3",
        "site": "thigh",
        "walk_minutes": "20",
        "aerobic": "walk",
        "pregnant": "no",
        "kit": list(KIT),
    } | changed


def assessment(on: date, cause: str = "disc-herniation", **changed: Any) -> Assessment:
    """An assessment of somebody with moderate pain and a clear screen."""
    plain = Assessment(
        on=on,
        diagnosis=Diagnosis(cause, "physical-therapist", "Alice", on),
        side=Side.LEFT,
        leg=4,
        back=3,
        site=Site.THIGH,
        walk_minutes=20,
        answers=clean_answers(),
        age=48,
        kit=KIT,
    )
    return replace(plain, **changed)


def tell(episode: Episode, *events: Event) -> None:
    """Record these events."""
    for event in events:
        record(episode, event, by=None)
    episode.refresh_from_db()


def good_day(on: date) -> tuple[Event, ...]:
    """A morning, a session and a walk that went well."""
    report = Report(2, 2, 2, 2, Site.THIGH, Site.THIGH, settled=True)
    return (
        CheckedIn(on, leg=2, back=2, site=Site.THIGH, settled=Settled.WITHIN_HOUR, stiffer=False, limited=False),
        SessionDone(on, report, ("COR01",)),
        Walked(on, 12, report),
    )


def reload(episode: Episode) -> Any:
    """The program in force now."""
    return program_of(Episode.objects.select_related("snapshot").get(pk=episode.pk))


@pytest.fixture
def new_episode(clinic: Clinic, alice: User) -> Callable[..., Episode]:
    """Opens an episode nobody has assessed: `new_episode("Bob")`."""

    def open_one(name: str = "Bob") -> Episode:
        return open_for_patient(clinic=clinic, practitioner=alice, name=name, birth_year=1978)

    return open_one


@pytest.fixture
def assessed(new_episode: Callable[..., Episode]) -> Callable[..., Episode]:
    """Opens an episode assessed `ago` days ago, waiting for a signature."""

    def assess_one(name: str = "Bob", ago: int = 0, cause: str = "disc-herniation", **changed: Any) -> Episode:
        episode = new_episode(name)
        on = episode.today() - timedelta(days=ago)
        tell(episode, Assessed(on, assessment(on, cause, **changed)))
        return episode

    return assess_one


@pytest.fixture
def approved(assessed: Callable[..., Episode], bob: User) -> Callable[..., Episode]:
    """Opens an episode signed and joined by its patient."""

    def approve_one(name: str = "Bob", ago: int = 0, joined: bool = True, **changed: Any) -> Episode:
        episode = assessed(name, ago, **changed)
        tell(episode, Approved(episode.today() - timedelta(days=ago), "Alice"))
        if joined:
            episode.patient = bob
            episode.save()
        return episode

    return approve_one


@pytest.fixture
def relapsed(approved: Callable[..., Episode]) -> Episode:
    """Somebody in phase 4 with a second flare within 4 weeks, so that phase 2 is proposed."""
    episode = approved("Relapsed", ago=20)
    day = [episode.today() - timedelta(days=ago) for ago in range(21)]
    tell(episode, Adjusted(day[20], "Alice", "phase", "phase", 4), FlareReported(day[16]))
    for ago in range(15, 0, -1):
        tell(episode, *good_day(day[ago]))
    tell(episode, FlareReported(day[0]))
    return episode


@pytest.fixture
def desk(alice: User, signed_in: Callable[[User], Client]) -> Client:
    """Alice's browser."""
    return signed_in(alice)


def page(screen: str, episode: Episode | None = None) -> str:
    """The address of a screen."""
    return reverse(f"practitioner:{screen}", args=[episode.pk] if episode else [])


@pytest.fixture
def screened(desk: Client, new_episode: Callable[[], Episode]) -> Episode:
    """An episode whose safety questions were answered today."""
    episode = new_episode()
    desk.post(page("screen", episode), clean_form())
    return episode
