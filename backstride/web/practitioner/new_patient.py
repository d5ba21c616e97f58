"""A new patient: a name, a birth year, and straight on to the safety questions."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from backstride.web.accounts.access import practitioner_required
from backstride.web.accounts.models import Clinic, User
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.signed_in import clinics, practitioner
from backstride.web.records.access import caseload
from backstride.web.records.actions.open_episode import open_for_patient
from backstride.web.records.models import Episode, installation_time_zone

OLDEST = 110
ADULT = 18


class NewPatient(forms.Form):
    """Who the patient is, as far as the program needs it."""

    name = forms.CharField(
        label="What you call them", max_length=80, error_messages={"required": "Give a name you will know them by."}
    )
    birth_year = forms.IntegerField(label="Year of birth", error_messages={"required": "Give the year of birth."})
    time_zone = forms.CharField(label="Time zone", max_length=64, error_messages={"required": "Give the time zone."})
    clinic = forms.ModelChoiceField(
        label="Clinic", queryset=Clinic.objects.none(), error_messages={"required": "Choose the clinic."}
    )

    def __init__(self, data: Any, *, places: list[Clinic], today: date) -> None:
        super().__init__(data, initial={"time_zone": installation_time_zone(), "clinic": places[0].pk})
        self.today = today
        self.fields["clinic"].queryset = Clinic.objects.filter(pk__in=[place.pk for place in places])  # type: ignore[attr-defined]

    def clean_birth_year(self) -> int:
        """A year in which an adult alive today was born."""
        year: int = self.cleaned_data["birth_year"]
        if not self.today.year - OLDEST <= year <= self.today.year:
            raise forms.ValidationError(
                f"The year of birth is a year from {self.today.year - OLDEST} on, such as 1975."
            )
        if self.today.year - year < ADULT:
            raise forms.ValidationError("There is no program for people under 18.")
        return year

    def clean_time_zone(self) -> str:
        """A zone this computer knows."""
        zone = str(self.cleaned_data["time_zone"])
        if zone not in available_timezones():
            raise forms.ValidationError("Write the time zone like Europe/Berlin.")
        return zone


@dataclass(frozen=True)
class Context:
    """What the page shows: `form`, and the `clinics` to choose from, asked for when there are several.

    `event_id` makes a double submit harmless.
    """

    form: NewPatient
    clinics: tuple[Clinic, ...]
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_patient(request: HttpRequest) -> HttpResponse:
    """Open an episode and go on to the safety questions. Http404 for somebody who works in no clinic."""
    person = practitioner(request)
    places = clinics(person)
    if not places:
        raise Http404("not a practitioner of any clinic")
    form = NewPatient(request.POST if request.method == "POST" else None, places=places, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        return redirect("practitioner:screen", _open(person, form.cleaned_data, event_id_of(request)).pk)
    context = Context(form, tuple(places), uuid.uuid4())
    return render(request, "practitioner/new_patient.html", {"screen": context}, status=422 if form.is_bound else 200)


@transaction.atomic
def _open(person: User, given: dict[str, Any], episode_id: uuid.UUID) -> Episode:
    """The new episode; the one already opened when the same page was sent twice."""
    twin = caseload(person).filter(pk=episode_id).first()
    if twin is not None:
        return twin
    episode = open_for_patient(
        clinic=given["clinic"],
        practitioner=person,
        name=given["name"],
        birth_year=given["birth_year"],
        episode_id=episode_id,
    )
    episode.time_zone = given["time_zone"]
    episode.save(update_fields=["time_zone"])
    return episode
