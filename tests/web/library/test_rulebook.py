"""The index of the library."""

import re

import pytest
from django.test import Client

from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_it_leads_to_everything(client: Client) -> None:
    page = client.get("/rulebook/").content.decode()
    texts = library()
    kinds = {
        "rule": texts.rules,
        "cause": texts.causes,
        "exercise": texts.exercises,
        "flag": texts.flags,
        "evidence": texts.citations,
    }
    for kind, files in kinds.items():
        for name in files:
            assert f'href="/{kind}/{name}/"' in page


def test_it_counts_what_no_clinician_has_signed(client: Client) -> None:
    page = client.get("/rulebook/").content.decode()
    rules = library().rules.values()
    proposed = sum(rule.status == "proposed" for rule in rules)
    assert f"{proposed} of {len(rules)} rules are proposed" in page


def test_no_link_of_the_library_leads_nowhere(client: Client) -> None:
    seen: set[str] = set()
    waiting = ["/rulebook/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        links = re.findall(r'href="(/(?:rule|cause|exercise|flag|evidence)/[^"]+)"', response.content.decode())
        waiting += [link for link in dict.fromkeys(links) if link not in seen and link not in waiting]
    assert len(seen) > 100
