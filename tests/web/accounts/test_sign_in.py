"""Signing in with e-mail and password."""

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.web.accounts.attempts import MOST
from backstride.web.accounts.models import User
from tests.web.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


def attempt(client: Client, password: str = PASSWORD, email: str = "alice@example.org", next: str = "") -> object:
    """Post the form."""
    return client.post("/sign-in/", {"email": email, "password": password, "next": next})


def test_a_practitioner_begins_at_the_caseload(client: Client, alice: User) -> None:
    """The right password leads to the caseload, whatever the case of the address."""
    response = attempt(client, email="Alice@Example.org")
    assert (response.status_code, response["Location"]) == (302, "/caseload/")
    assert client.session["_auth_user_id"] == str(alice.id)


def test_a_patient_with_a_password_begins_at_today(client: Client) -> None:
    """A patient may have a password too."""
    User.objects.create_user(kind=User.Kind.PATIENT, email="bob@example.org", password=PASSWORD)
    assert attempt(client, email="bob@example.org")["Location"] == "/today/"


@pytest.mark.parametrize(("email", "password"), [("alice@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_a_wrong_password_and_an_unknown_address_look_the_same(
    client: Client, alice: User, email: str, password: str
) -> None:
    """Nobody learns which addresses exist."""
    response = attempt(client, password, email)
    assert response.status_code == 422
    assert "This e-mail and password do not match" in response.content.decode()


def test_what_was_typed_stays_but_not_the_password(client: Client, alice: User) -> None:
    """The address need not be typed again; the password never comes back."""
    page = attempt(client, "wrong secret").content.decode()
    assert 'value="alice@example.org"' in page
    assert "wrong secret" not in page


def test_an_empty_form_names_each_field(client: Client) -> None:
    """Each missing field is named in the summary and beside the field."""
    page = client.post("/sign-in/", {}).content.decode()
    assert "2 things to mend" in page
    assert page.count("Enter your password.") == 2


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client, alice: User, settings: Settings) -> None:
    """A password cannot be guessed by trying."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    for _try in range(MOST):
        attempt(client, "wrong")
    response = attempt(client)
    assert response.status_code == 422
    assert "Wait 5 minutes" in response.content.decode()


def test_someone_turned_off_cannot_sign_in(client: Client, alice: User) -> None:
    """An inactive account is closed."""
    alice.is_active = False
    alice.save()
    assert attempt(client).status_code == 422


def test_the_way_on_is_kept(client: Client, alice: User) -> None:
    """Who was sent here goes on to where they were heading."""
    assert (
        'value="/caseload/?filter=flare"' in client.get("/sign-in/?next=/caseload/%3Ffilter%3Dflare").content.decode()
    )
    assert attempt(client, next="/caseload/?filter=flare")["Location"] == "/caseload/?filter=flare"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.net/", "//example.net", "javascript:alert(1)", "https:/\\example.net"]
)
def test_nobody_is_sent_to_another_site(client: Client, alice: User, elsewhere: str) -> None:
    """An address of another site is ignored, in the page and after signing in."""
    assert "example.net" not in client.get("/sign-in/", {"next": elsewhere}).content.decode()
    assert attempt(client, next=elsewhere)["Location"] == "/caseload/"


def test_a_practitioner_is_signed_out_after_a_working_day(client: Client, alice: User) -> None:
    """A clinic's desk is shared: 12 hours."""
    attempt(client)
    assert client.session.get_expiry_age() == 12 * 3600


def test_the_page_without_a_demo_offers_no_one(client: Client, alice: User) -> None:
    """A real installation has no demo section, even with demo people left in the data."""
    User.objects.create_user(kind=User.Kind.PATIENT, display_name="Bob", demo=True)
    page = client.get("/sign-in/").content.decode()
    assert "Demo" not in page
    assert "Bob" not in page
