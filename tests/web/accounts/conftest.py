"""What the account tests share: an open invitation and its code."""

import pytest

from backstride.web.accounts.actions.invite import invite
from backstride.web.accounts.models import Clinic, Invitation, User


@pytest.fixture
def invited(alice: User, clinic: Clinic) -> tuple[Invitation, str]:
    """An invitation from Alice's clinic, and its code."""
    return invite(alice, clinic)
