"""The first page."""

from collections.abc import Callable

import pytest
from django.test import Client

from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]


def test_a_newcomer_sees_one_filled_button_and_two_other_ways(client: Client) -> None:
    """One obvious next step, then the code, then the practitioner's door."""
    page = client.get("/").content.decode()
    assert page.count("button-main") == 1
    assert page.index("Use it on this device") < page.index("I have a code") < page.index("I am a practitioner")


def test_the_page_says_what_it_is_not_and_when_to_get_help(client: Client) -> None:
    """Safety stands on the first page, with the installation's number."""
    page = client.get("/").content.decode()
    assert "nobody watches it for emergencies" in page
    assert "New trouble passing or holding urine" in page
    assert 'href="tel:112"' in page
    assert 'href="/wrong/"' in page


def test_the_rulebook_is_open_to_everybody(client: Client) -> None:
    """Who wants to read first finds everything, without signing in."""
    assert 'href="/rulebook/"' in client.get("/").content.decode()
    assert client.get("/rulebook/").status_code == 200


def test_the_demo_has_no_number_to_call_and_a_way_in(client: Client, demo: None) -> None:
    """Without a number the page says it in words; invented people are one tap away."""
    page = client.get("/").content.decode()
    assert "tel:" not in page
    assert "Call your local emergency number" in page
    assert "Look around the demo" in page


@pytest.mark.parametrize(("who", "home"), [("bob", "/today/"), ("alice", "/caseload/")])
def test_who_is_signed_in_finds_the_way_back(
    request: pytest.FixtureRequest, signed_in: Callable[[User], Client], who: str, home: str
) -> None:
    """The first page leads everyone to their own page."""
    page = signed_in(request.getfixturevalue(who)).get("/").content.decode()
    assert f'href="{home}"' in page
    assert "Use it on this device" not in page


def test_headers_that_protect(client: Client) -> None:
    """The content policy allows only this site, and no frame may hold the page."""
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "microphone=()" in headers["Permissions-Policy"]


def test_the_first_page_is_small(client: Client) -> None:
    """Compressed, the page itself stays under 20 KB."""
    response = client.get("/", headers={"accept-encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(response.content) < 20_000


def test_an_unknown_address_has_a_friendly_page(client: Client) -> None:
    """A wrong link leads back to the first page."""
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()
