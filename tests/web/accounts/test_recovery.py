"""The recovery code, shown once."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from backstride.web.accounts.codes import hashed
from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


def code_on(page: str) -> str:
    """The code that the page shows."""
    return re.search(r'class="code-shown">([A-Z2-9-]+)<', page)[1]


def test_the_code_is_shown_once_and_never_kept(client: Client) -> None:
    """Twelve characters in fours; afterward only the hash is anywhere."""
    client.post("/device/")
    code = code_on(client.get("/recovery/").content.decode())
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}", code)
    assert User.objects.get().recovery_hash == hashed(code)
    again = client.get("/recovery/").content.decode()
    assert code not in again
    assert "shown once" in again
    assert all(code.replace("-", "") not in str(visit.get_decoded()) for visit in Session.objects.all())


def test_the_next_page_is_the_first_question(client: Client) -> None:
    """After the code comes the start."""
    client.post("/device/")
    assert 'href="/start/"' in client.get("/recovery/").content.decode()


def test_a_new_code_ends_the_old_one(client: Client) -> None:
    """Only the newest code opens the program."""
    client.post("/device/")
    old = code_on(client.get("/recovery/").content.decode())
    client.post("/recovery/")
    new = code_on(client.get("/recovery/").content.decode())
    assert Client().post("/recover/", {"code": old}).status_code == 422
    assert Client().post("/recover/", {"code": new})["Location"] == "/today/"


def test_no_browser_keeps_the_page(client: Client) -> None:
    """Going back does not show the code again."""
    client.post("/device/")
    assert "no-store" in client.get("/recovery/").headers["Cache-Control"]


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    """Without an account there is no code."""
    assert client.get("/recovery/")["Location"] == "/sign-in/?next=%2Frecovery%2F"


def test_a_practitioner_has_none(alice: User, signed_in: Callable[[User], Client]) -> None:
    """A friendly page says whose page this is."""
    response = signed_in(alice).get("/recovery/")
    assert response.status_code == 403
    assert 'href="/caseload/"' in response.content.decode()
