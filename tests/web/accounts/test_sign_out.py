"""Signing out."""

from collections.abc import Callable

import pytest
from django.test import Client

from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


def test_a_form_signs_out(alice: User, signed_in: Callable[[User], Client]) -> None:
    """The visit ends at the first page."""
    client = signed_in(alice)
    assert client.post("/sign-out/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_a_link_does_not(alice: User, signed_in: Callable[[User], Client]) -> None:
    """A picture or link from elsewhere changes nothing."""
    client = signed_in(alice)
    assert client.get("/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session


def test_the_form_needs_its_token(alice: User) -> None:
    """Another site cannot send the form, and the refusal is a friendly page."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    response = client.post("/sign-out/")
    assert response.status_code == 403
    assert "Please go back and try again" in response.content.decode()
