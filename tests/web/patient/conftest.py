"""Builders for the patient's screens: someone alone on a device, someone with a program, and a clear set of answers."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.event import Approved, Assessed
from backstride.engine.screening import asked
from backstride.engine.values import Side, Site
from backstride.web.accounts.actions.add_practitioner import add_practitioner
from backstride.web.accounts.actions.create_device_person import create_device_person
from backstride.web.accounts.models import User
from backstride.web.records.actions.open_episode import open_for_device, open_for_patient
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode


def device_person(client: Client) -> Episode:
    """Somebody alone on a device, signed in, with an episode and no program."""
    person, _ = create_device_person()
    client.force_login(person)
    return open_for_device(person)


def patient_with_program(
    client: Client, cause: str = "disc-herniation", days_ago: int = 0, **assessment: Any
) -> Episode:
    """A signed-in patient whose program was assessed and approved `days_ago` days ago.

    `assessment` changes fields of the Assessment; with `supervised=False` the person is alone on a device.
    """
    supervised = assessment.get("supervised", True)
    episode = _overseen(client) if supervised else device_person(client)
    on = episode.today() - timedelta(days=days_ago)
    record(episode, Assessed(on, replace(usual_assessment(cause, on), **assessment)), by=episode.practitioner)
    if supervised:
        record(episode, Approved(on, "Alice Gray"), by=episode.practitioner)
    return Episode.objects.get(pk=episode.pk)


def usual_assessment(cause: str, on: date) -> Assessment:
    """Leg 4, back 3, pain to the thigh, ten comfortable minutes of walking, nothing ruled out."""
    return Assessment(
        on=on,
        diagnosis=Diagnosis(cause, "physical-therapist", "Alice Gray", on),
        side=Side.RIGHT,
        leg=4,
        back=3,
        site=Site.THIGH,
        walk_minutes=10,
        answers=answers_clear(cause),
        kit=("chair", "towel", "wall"),
    )


def answers_clear(cause: str, full: bool = True, **said: str) -> tuple[Answer, ...]:
    """Every question asked for this cause, answered no; `said` changes one by its id, for example C1="yes"."""
    return tuple(Answer(flag, said.get(flag, "no")) for flag in asked(cause, full, knowledge()))


def _overseen(client: Client) -> Episode:
    practitioner = add_practitioner(
        clinic_name="Clinic by the Sea",
        display_name="Alice Gray",
        email=f"{uuid4().hex}@example.org",
        profession=User.Profession.PHYSICAL_THERAPIST,
        password=uuid4().hex,
    )
    clinic = practitioner.memberships.get().clinic
    episode = open_for_patient(clinic=clinic, practitioner=practitioner, name="Bob", birth_year=1980)
    episode.patient = User.objects.create_user(kind=User.Kind.PATIENT)
    episode.save(update_fields=["patient"])
    client.force_login(episode.patient)
    return episode
