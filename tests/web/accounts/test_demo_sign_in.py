"""Entering as an invented person."""

import uuid

import pytest
from django.test import Client

from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


@pytest.fixture
def invented(db: None) -> User:
    """A demo patient."""
    return User.objects.create_user(
        kind=User.Kind.PATIENT, display_name="Bob", demo=True, demo_order=2, demo_note="Week 3, doing well"
    )


def test_demo_people_are_offered_in_their_order(client: Client, demo: None, invented: User) -> None:
    """Each is a button with a line about them."""
    User.objects.create_user(kind=User.Kind.PRACTITIONER, display_name="Alice", demo=True, demo_order=1)
    page = client.get("/sign-in/").content.decode()
    assert page.index("Alice") < page.index("Bob") < page.index("Week 3, doing well")


def test_one_tap_signs_in(client: Client, demo: None, invented: User) -> None:
    """The demo patient begins at today."""
    response = client.post("/demo-sign-in/", {"person": invented.id})
    assert (response.status_code, response["Location"]) == (302, "/today/")
    assert client.session["_auth_user_id"] == str(invented.id)


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_the_demo_the_address_does_not_exist(client: Client, invented: User, method: str) -> None:
    """A real installation answers as for any unknown address, and signs nobody in."""
    response = getattr(client, method)("/demo-sign-in/", {"person": invented.id})
    assert response.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_real_person_cannot_be_entered_as(client: Client, demo: None, alice: User) -> None:
    """Only invented people can be entered as, also while the demo is on."""
    assert client.post("/demo-sign-in/", {"person": alice.id}).status_code == 404


@pytest.mark.parametrize("person", ["", "no-id", str(uuid.UUID(int=1))])
def test_nobody_is_nobody(client: Client, demo: None, invented: User, person: str) -> None:
    """An id of no one is an unknown address."""
    assert client.post("/demo-sign-in/", {"person": person}).status_code == 404


def test_a_link_cannot_sign_in(client: Client, demo: None, invented: User) -> None:
    """Only a form can."""
    assert client.get("/demo-sign-in/", {"person": invented.id}).status_code == 405
