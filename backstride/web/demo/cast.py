"""The cast of the demo: who they are, and how their stories become real records."""

import dataclasses
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field

from backstride.engine.event import (
    Adjusted,
    Approved,
    Assessed,
    CheckedIn,
    DayPassed,
    Event,
    Flagged,
    FlareReported,
    Reopened,
    Screened,
    SessionDone,
    SettledAnswered,
    Taught,
    Walked,
)
from backstride.knowledge import KnowledgeError, documents, vignettes
from backstride.knowledge.text import Slug, Text, Words
from backstride.web.accounts.models import Clinic, Membership, User
from backstride.web.records.actions.open_episode import open_for_patient
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

HERE = Path(__file__).parent
OWN_EVENTS = (CheckedIn, SessionDone, SettledAnswered, Walked, FlareReported, Screened, Flagged, DayPassed)
DEMO = uuid.UUID("6f1b8d0e-52f0-4f0e-9a52-0c1e6f6d2c11")


class Practitioner(Text):
    """A practitioner of the demo clinic."""

    id: Slug
    name: Words
    profession: Literal["physical therapist", "chiropractor", "physiatrist", "physician", "other"]
    note: Words


class Patient(Text):
    """A patient: `story` names a file in stories/, told so that its day 0 was `days_ago` days before today."""

    id: Slug
    name: Words
    birth_year: Annotated[int, Field(ge=1920, le=2010)]
    note: Words
    story: Slug | None = None
    days_ago: Annotated[int, Field(ge=0, le=400)] = 0
    joined: bool = True


class Cast(Text):
    """Everybody in the demo."""

    clinic: Words
    practitioners: Annotated[tuple[Practitioner, ...], Field(min_length=1)]
    patients: tuple[Patient, ...]


def read_cast() -> Cast:
    """The cast as written in people.yaml."""
    text, problem = documents.plain("people.yaml", (HERE / "people.yaml").read_bytes())
    if problem is not None:
        raise KnowledgeError([problem])
    return Cast.model_validate_json(text)


@transaction.atomic
def load_cast() -> int:
    """Store everybody with their histories, replacing what an earlier load left; how many people there are now."""
    cast = read_cast()
    Episode.objects.filter(id__in=[_id("episode", one.id) for one in cast.patients]).delete()
    clinic, _ = Clinic.objects.update_or_create(id=_id("clinic", "clinic"), defaults={"name": cast.clinic})
    overseers = [_practitioner(one, place, clinic) for place, one in enumerate(cast.practitioners)]
    for place, patient in enumerate(cast.patients, start=len(overseers)):
        _patient(patient, place, clinic, overseers[0])
    return len(cast.practitioners) + len(cast.patients)


def _practitioner(one: Practitioner, place: int, clinic: Clinic) -> User:
    known = {"display_name": one.name, "profession": one.profession}
    user = _user(one.id, User.Kind.PRACTITIONER, place, one.note, known)
    Membership.objects.update_or_create(user=user, clinic=clinic, defaults={"role": Membership.Role.PRACTITIONER})
    return user


def _patient(one: Patient, place: int, clinic: Clinic, overseer: User) -> None:
    episode = open_for_patient(
        clinic=clinic,
        practitioner=overseer,
        name=one.name,
        birth_year=one.birth_year,
        episode_id=_id("episode", one.id),
    )
    if one.joined:
        episode.patient = _user(one.id, User.Kind.PATIENT, place, one.note, {"display_name": one.name})
        episode.save(update_fields=["patient"])
    for event in _events(one, overseer, episode.today()):
        by = episode.patient if isinstance(event, OWN_EVENTS) else overseer
        record(episode, event, by=by)


def _events(one: Patient, overseer: User, today: date) -> list[Event]:
    if one.story is None:
        return []
    first = today - timedelta(days=one.days_ago)
    story = vignettes.read(HERE / "stories" / f"{one.story}.yaml")[0]
    told = vignettes.tell(story, knowledge(), first)
    return [_signed(event, overseer) for event in told.events if event.on <= today]


def _signed(event: Event, overseer: User) -> Event:
    """The event in the name of the demo's practitioner instead of the story's nameless one."""
    if isinstance(event, Assessed):
        profession = overseer.profession.replace(" ", "-")
        diagnosis = dataclasses.replace(event.assessment.diagnosis, name=overseer.display_name, profession=profession)
        return dataclasses.replace(event, assessment=dataclasses.replace(event.assessment, diagnosis=diagnosis))
    if isinstance(event, (Approved, Adjusted, Taught, Reopened)):
        return dataclasses.replace(event, by=overseer.display_name)
    return event


def _user(slug: str, kind: str, place: int, note: str, known: dict[str, str]) -> User:
    user, _ = User.objects.update_or_create(
        id=_id("user", slug),
        defaults={"kind": kind, "demo": True, "demo_order": place, "demo_note": note, "is_active": True, **known},
        create_defaults={"kind": kind, "demo": True, "demo_order": place, "demo_note": note, "password": "!", **known},
    )
    return user


def _id(kind: str, name: str) -> uuid.UUID:
    return uuid.uuid5(DEMO, f"{kind}/{name}")
