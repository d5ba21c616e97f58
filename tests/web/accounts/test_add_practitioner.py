"""Adding the first practitioner of an installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from backstride.web.accounts.management.commands import add_practitioner as command
from backstride.web.accounts.models import Clinic, User

pytestmark = pytest.mark.django_db


def add(
    monkeypatch: pytest.MonkeyPatch, password: str = "a long enough secret", email: str = "Alice@Example.org"
) -> None:
    """Run the command and type the password."""
    monkeypatch.setattr(command, "getpass", lambda _question: password)
    call_command(
        "add_practitioner",
        clinic="Hillside Clinic",
        name="Alice",
        email=email,
        profession="chiropractor",
        stdout=StringIO(),
    )


def test_the_practitioner_and_the_clinic_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one runs the clinic; the address is kept in lower case."""
    add(monkeypatch)
    alice = User.objects.get(email="alice@example.org")
    assert (alice.kind, alice.profession) == ("practitioner", "chiropractor")
    assert alice.memberships.get().clinic.name == "Hillside Clinic"
    assert alice.memberships.get().role == "admin"


def test_a_short_password_makes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says why."""
    with pytest.raises(CommandError, match="too short"):
        add(monkeypatch, password="short")
    assert not User.objects.exists()


def test_an_address_is_used_once_and_no_clinic_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second practitioner needs another address, also when only the case differs."""
    add(monkeypatch)
    with pytest.raises(CommandError, match="already exists"):
        add(monkeypatch, email="ALICE@example.org")
    assert (User.objects.count(), Clinic.objects.count()) == (1, 1)
