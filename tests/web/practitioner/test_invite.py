"""The invitation: made on purpose, shown once, and of no use to anybody who has joined."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from backstride.web.accounts.actions.accept_invitation import accept_invitation
from backstride.web.accounts.actions.find_invitation import find_invitation
from backstride.web.accounts.models import User
from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import page

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def test_looking_at_the_page_makes_no_code(desk: Client, approved: Opener) -> None:
    episode = approved(joined=False)
    assert desk.get(page("invite", episode)).context["screen"].code == ""
    episode.refresh_from_db()
    assert episode.invitation is None


def test_the_code_is_shown_with_its_link_and_a_square(desk: Client, approved: Opener) -> None:
    episode = approved(joined=False)
    answer = desk.post(page("invite", episode))
    code, html = answer.context["screen"].code, answer.content.decode()
    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert f"http://testserver/join/{code}/" in html
    assert "<svg" in str(answer.context["screen"].picture) and "style=" not in html
    assert "no-store" in answer["Cache-Control"]
    assert code not in desk.get(page("invite", episode)).content.decode()


def test_a_second_code_stops_the_first(desk: Client, approved: Opener) -> None:
    episode = approved(joined=False)
    first = desk.post(page("invite", episode)).context["screen"].code
    assert "earlier code" in desk.get(page("invite", episode)).content.decode()
    second = desk.post(page("invite", episode)).context["screen"].code
    assert find_invitation(first, timezone.now()) is None
    assert find_invitation(second, timezone.now()) is not None


def test_who_has_joined_needs_no_code(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert desk.post(page("invite", episode))["Location"] == page("patient", episode)


def test_a_code_just_used_is_not_taken_away(desk: Client, approved: Opener, bob: User) -> None:
    episode = approved(joined=False)
    code = desk.post(page("invite", episode)).context["screen"].code
    invitation = find_invitation(code, timezone.now())
    assert invitation is not None
    accept_invitation(invitation, bob, timezone.now())
    assert desk.post(page("invite", episode)).status_code == 302
    episode.refresh_from_db()
    assert episode.invitation_id == invitation.pk


def test_an_unsigned_program_is_mentioned(desk: Client, assessed: Opener) -> None:
    assert "not signed yet" in desk.get(page("invite", assessed())).content.decode()


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    assert signed_in(charlie).post(page("invite", approved(joined=False))).status_code == 404
