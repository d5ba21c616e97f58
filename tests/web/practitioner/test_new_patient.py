"""A new patient: the whole first sitting, and what the form refuses."""

import pytest
from django.test import Client

from backstride.web.accounts.models import Clinic, Membership, User
from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import clean_form, findings, page, reload

pytestmark = pytest.mark.data


SENT = "6f7b7c1e-0000-4000-8000-000000000001"


def new(clinic: Clinic, **changed: str) -> dict[str, str]:
    return {
        "name": "Maria",
        "birth_year": "1984",
        "time_zone": "Europe/Madrid",
        "clinic": str(clinic.pk),
        "event_id": SENT,
    } | changed


def test_the_first_sitting_goes_from_a_name_to_a_code(desk: Client, clinic: Clinic) -> None:
    answer = desk.post(page("new-patient"), new(clinic))
    episode = Episode.objects.get()
    assert answer["Location"] == page("screen", episode)
    assert (episode.name, episode.birth_year, episode.time_zone) == ("Maria", 1984, "Europe/Madrid")

    answer = desk.post(page("screen", episode), clean_form())
    assert answer["Location"] == page("assess", episode)

    answer = desk.post(page("assess", episode), findings())
    assert answer["Location"] == page("program", episode)
    assert reload(episode).approved_on is None

    answer = desk.post(page("program", episode), {"do": "approve", "signature": "Alice"})
    assert answer["Location"] == page("invite", episode)
    assert reload(episode).approved_by == "Alice"

    shown = desk.post(page("invite", episode)).context["screen"]
    assert Client().get(f"/join/{shown.code}/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "Give a name"),
        ({"birth_year": ""}, "Give the year of birth"),
        ({"birth_year": "1850"}, "such as 1975"),
        ({"birth_year": "2015"}, "no program for people under 18"),
        ({"time_zone": "Mars/Olympus"}, "Europe/Berlin"),
    ],
)
def test_a_form_that_cannot_be_used_comes_back_with_what_was_typed(
    desk: Client, clinic: Clinic, changed: dict[str, str], words: str
) -> None:
    answer = desk.post(page("new-patient"), new(clinic) | changed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "1984" in answer.content.decode() or "birth_year" in changed
    assert not Episode.objects.exists()


def test_sent_twice_it_opens_one_episode(desk: Client, clinic: Clinic) -> None:
    desk.post(page("new-patient"), new(clinic))
    desk.post(page("new-patient"), new(clinic))
    assert Episode.objects.count() == 1


def test_another_clinic_cannot_be_chosen(desk: Client, other_clinic: Clinic) -> None:
    assert desk.post(page("new-patient"), new(other_clinic)).status_code == 422


def test_an_assistant_opens_nothing(desk: Client, alice: User) -> None:
    alice.memberships.update(role=Membership.Role.ASSISTANT)
    assert desk.get(page("new-patient")).status_code == 404


def test_a_patient_is_shown_where_they_belong(bob: User, client: Client) -> None:
    client.force_login(bob)
    assert client.get(page("new-patient")).status_code == 403
