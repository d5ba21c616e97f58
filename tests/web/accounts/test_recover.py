"""Opening a program on another device."""

import pytest
from django.test import Client

from backstride.web.accounts.actions.create_device_person import create_device_person
from backstride.web.accounts.codes import hashed, shown
from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


@pytest.mark.parametrize("typed", [str, shown, str.lower, lambda code: f" {shown(code).lower().replace('-', ' ')} "])
def test_the_code_opens_the_program_however_it_is_typed(client: Client, typed: object) -> None:
    """Dashes, spaces and capitals do not matter."""
    person, code = create_device_person()
    assert client.post("/recover/", {"code": typed(code)})["Location"] == "/today/"
    assert client.session["_auth_user_id"] == str(person.id)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "Enter the code."),
        ("ABCD-EFGH", "A code has 12 letters and numbers"),
        ("ABCD-EFGH-0O1I", "A code has 12 letters and numbers"),
        ("ABCD-EFGH-JKLM", "No program has this code"),
    ],
)
def test_a_wrong_code_says_what_is_wrong(client: Client, code: str, words: str) -> None:
    """The field says it, and nobody is signed in."""
    create_device_person()
    response = client.post("/recover/", {"code": code})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_practitioner_cannot_be_entered_by_code(client: Client, alice: User) -> None:
    """A code is not enough for the records of many."""
    User.objects.filter(pk=alice.pk).update(recovery_hash=hashed("ABCDEFGHJKLM"))
    assert client.post("/recover/", {"code": "ABCDEFGHJKLM"}).status_code == 422


def test_the_page_asks_for_the_code(client: Client) -> None:
    """One field, one button."""
    page = client.get("/recover/").content.decode()
    assert page.count("button-main") == 1
    assert "error-summary" not in page
