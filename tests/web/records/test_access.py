"""Who may load whose episode: every query starts from the person asking."""

import uuid

import pytest
from django.http import Http404
from django.utils import timezone

from backstride.web.accounts.actions.accept_invitation import accept_invitation
from backstride.web.accounts.models import User
from backstride.web.records.access import caseload, own_episode, patients_episode
from backstride.web.records.actions.invite import invite
from backstride.web.records.actions.open_episode import open_for_device
from backstride.web.records.models import Episode

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def test_a_practitioner_sees_the_clinics_patients_only(episode: Episode, alice: User, charlie: User) -> None:
    """Alice finds Bob's episode; Charlie, of another clinic, is told it does not exist."""
    assert list(caseload(alice)) == [episode]
    assert patients_episode(alice, episode.pk) == episode
    assert not caseload(charlie).exists()
    with pytest.raises(Http404):
        patients_episode(charlie, episode.pk)


def test_an_unknown_episode_looks_like_a_strangers(alice: User) -> None:
    """Nothing tells a wrong id from somebody else's."""
    with pytest.raises(Http404):
        patients_episode(alice, uuid.uuid4())


def test_an_accepted_invitation_makes_the_episode_the_patients(episode: Episode, alice: User, bob: User) -> None:
    """Bob sees no episode before the code is used, and his own after."""
    invite(episode, by=alice)
    assert own_episode(bob) is None
    episode.refresh_from_db()
    assert episode.invitation is not None
    accept_invitation(episode.invitation, bob, timezone.now())
    found = own_episode(bob)
    assert found is not None and found.pk == episode.pk and found.patient_id == bob.pk


def test_a_joined_episode_is_not_invited_again(episode: Episode, alice: User, bob: User) -> None:
    """Once a patient has opened the program, no second code opens it."""
    episode.patient = bob
    episode.save()
    with pytest.raises(ValueError, match="already been opened"):
        invite(episode, by=alice)


def test_a_person_alone_has_one_episode(bob: User, alice: User) -> None:
    """Opening twice gives the same episode, and no practitioner sees it."""
    first = open_for_device(bob)
    assert open_for_device(bob) == first
    assert own_episode(bob) == first
    assert not caseload(alice).exists()
