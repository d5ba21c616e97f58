"""Starting on this device, without name and e-mail."""

from collections.abc import Callable

import pytest
from django.test import Client

from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


def test_looking_makes_no_account(client: Client) -> None:
    """The page explains; only the button begins."""
    assert "no name and no e-mail" in client.get("/device/").content.decode()
    assert not User.objects.exists()


def test_the_button_makes_a_nameless_account_for_a_year(client: Client) -> None:
    """No name, no e-mail, no password; the browser stays signed in for a year."""
    response = client.post("/device/")
    person = User.objects.get()
    assert response["Location"] == "/recovery/"
    assert (person.kind, person.display_name, person.email) == ("device", "", None)
    assert not person.has_usable_password()
    assert client.session.get_expiry_age() == 365 * 24 * 3600


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    """HttpOnly and same-site Lax."""
    cookie = client.post("/device/").cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_many_people_can_have_no_e_mail(client: Client) -> None:
    """An absent address does not count as the same address."""
    client.post("/device/")
    Client().post("/device/")
    assert User.objects.filter(email=None).count() == 2


def test_who_is_signed_in_gets_no_second_account(bob: User, signed_in: Callable[[User], Client]) -> None:
    """A patient goes to their own page."""
    assert signed_in(bob).post("/device/")["Location"] == "/today/"
    assert User.objects.count() == 1
