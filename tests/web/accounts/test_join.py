"""Joining a clinic with a code."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from backstride.web.accounts.actions.accept_invitation import InvitationSpent, accept_invitation
from backstride.web.accounts.actions.create_device_person import create_device_person
from backstride.web.accounts.actions.invite import invite
from backstride.web.accounts.actions.join import join
from backstride.web.accounts.codes import hashed, shown
from backstride.web.accounts.models import Clinic, Invitation, User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]
Invited = tuple[Invitation, str]


def address(code: str) -> str:
    """The page of an invitation."""
    return f"/join/{shown(code)}/"


def test_only_the_hash_of_the_code_is_kept(invited: Invited) -> None:
    """The code itself is nowhere in the row."""
    invitation, code = invited
    assert invitation.code_hash == hashed(code)
    assert all(code not in str(value) for value in vars(invitation).values())


def test_the_code_leads_to_the_page_of_the_invitation(client: Client, invited: Invited) -> None:
    """Typed in lower case with spaces, it finds the same page as the QR code."""
    _invitation, code = invited
    typed = shown(code).lower().replace("-", " ")
    assert client.post("/join/", {"code": typed})["Location"] == address(code)


def test_the_page_shows_who_invites_and_uses_nothing_up(client: Client, invited: Invited) -> None:
    """Looking is free."""
    invitation, code = invited
    page = client.get(address(code)).content.decode()
    assert "Hillside Clinic has a program for you" in page
    assert "Alice" in page
    invitation.refresh_from_db()
    assert invitation.used_at is None


def test_joining_makes_a_patient_without_name_and_e_mail(client: Client, invited: Invited) -> None:
    """The account is bound to the invitation and stays open on this phone for a year."""
    invitation, code = invited
    assert client.post(address(code))["Location"] == "/today/"
    invitation.refresh_from_db()
    person = invitation.accepted_by
    assert (person.kind, person.display_name, person.email) == ("patient", "", None)
    assert client.session["_auth_user_id"] == str(person.id)
    assert client.session.get_expiry_age() == 365 * 24 * 3600


def test_a_code_works_once(client: Client, invited: Invited) -> None:
    """The second phone is told to ask for a new one, and gets no account."""
    _invitation, code = invited
    client.post(address(code))
    second = Client().post(address(code))
    assert second.status_code == 422
    assert "This code does not work" in second.content.decode()
    assert User.objects.filter(kind="patient").count() == 1


def test_a_code_ends_after_fourteen_days(client: Client, invited: Invited) -> None:
    """An old paper does not open a program."""
    invitation, code = invited
    assert invitation.expires_at - invitation.created_at >= timedelta(days=14) - timedelta(seconds=5)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(address(code)).status_code == 422
    assert client.post(address(code)).status_code == 422
    assert not User.objects.filter(kind="patient").exists()


@pytest.mark.parametrize("code", ["ABCD-EFGH-JKLM", "nonsense", "0000-0000-0000"])
def test_a_code_nobody_gave_opens_nothing(client: Client, invited: Invited, code: str) -> None:
    """The field stands there again, with what was typed."""
    response = client.get(f"/join/{code}/")
    assert response.status_code == 422
    assert "Enter your code" in response.content.decode()


def test_an_unreadable_code_is_explained(client: Client) -> None:
    """The form says what a code looks like."""
    response = client.post("/join/", {"code": "123"})
    assert response.status_code == 422
    assert "A code has 12 letters and numbers" in response.content.decode()


def test_a_person_on_this_device_keeps_the_account(invited: Invited, signed_in: Callable[[User], Client]) -> None:
    """Joining later makes the same person a patient, and their recovery code still works."""
    invitation, code = invited
    person, recovery = create_device_person()
    assert signed_in(person).post(address(code))["Location"] == "/today/"
    invitation.refresh_from_db()
    person.refresh_from_db()
    assert (invitation.accepted_by, person.kind) == (person, "patient")
    assert Client().post("/recover/", {"code": recovery})["Location"] == "/today/"


def test_a_practitioner_cannot_join_by_accident(
    invited: Invited, alice: User, signed_in: Callable[[User], Client]
) -> None:
    """Trying the code at the desk does not use it up."""
    invitation, code = invited
    page = signed_in(alice).post(address(code)).content.decode()
    invitation.refresh_from_db()
    assert "signed in as a practitioner" in page
    assert invitation.used_at is None


def test_of_two_at_once_one_wins_and_no_account_is_left(invited: Invited, bob: User) -> None:
    """Whoever is a moment later gets nothing, whatever they had read before."""
    invitation, _code = invited
    accept_invitation(invitation, bob, timezone.now())
    stale = Invitation(pk=invitation.pk)
    before = User.objects.count()
    with pytest.raises(InvitationSpent):
        join(stale, timezone.now())
    assert User.objects.count() == before
    assert Invitation.objects.get().accepted_by == bob


def test_only_a_member_invites_for_a_clinic(charlie: User, clinic: Clinic) -> None:
    """A practitioner of another clinic cannot."""
    with pytest.raises(PermissionError):
        invite(charlie, clinic)


def test_a_practitioner_without_a_clinic_invites_by_name(client: Client, alice: User) -> None:
    """The page then names the person."""
    _invitation, code = invite(alice)
    assert "Alice has a program for you" in client.get(address(code)).content.decode()
