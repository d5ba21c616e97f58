"""The index of the library."""

import re

import pytest
from django.test import Client

from backstride.web.library.place import KINDS, everything, files
from backstride.web.records.library import library

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/[a-z][^"#]*)')
PUBLIC = {kind.word for kind in KINDS} | {"walking", "rulebook", "search"}


def test_it_leads_to_everything_that_has_no_list_of_its_own(client: Client) -> None:
    page = client.get("/rulebook/").content.decode()
    for word in ("rule", "cause", "exercise", "flag", "ladder", "contraindication"):
        for name in files(next(kind for kind in KINDS if kind.word == word)):
            assert f'href="/{word}/{name}/"' in page


@pytest.mark.parametrize("list_page", ["lesson", "tip", "measure", "yellow", "evidence", "walking", "search"])
def test_it_leads_to_every_list(client: Client, list_page: str) -> None:
    assert f"/{list_page}/" in client.get("/rulebook/").content.decode()


def test_it_counts_what_no_clinician_has_signed(client: Client) -> None:
    page = client.get("/rulebook/").content.decode()
    signed = [one for _, one in everything() if hasattr(one, "status")]
    proposed = sum(one.status == "proposed" for one in signed)
    assert f"{proposed} of {len(signed)} files are proposed" in page


def test_no_link_of_the_library_leads_nowhere_and_every_page_is_reached(client: Client) -> None:
    seen: set[str] = set()
    waiting = ["/rulebook/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        links = dict.fromkeys(LINK.findall(response.content.decode()))
        waiting += [link for link in links if link.split("/")[1] in PUBLIC and link not in seen and link not in waiting]
    assert {place.href.split("#")[0] for place, _ in everything()} <= seen


def test_every_anchor_that_is_linked_exists(client: Client) -> None:
    for word, shelf in (("tip", library().tips), ("yellow", library().yellow)):
        page = client.get(f"/{word}/").content.decode()
        assert all(f'id="{name}"' in page for name in shelf)
