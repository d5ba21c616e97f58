"""The public page of a rule."""

from html import unescape

import pytest
from django.test import Client

from backstride.web.library.example import examples
from backstride.web.records.library import library

pytestmark = pytest.mark.django_db


def test_it_has_statement_detail_numbers_examples_and_sources(client: Client) -> None:
    page = unescape(client.get("/rule/progress/up/").content.decode())
    rule = library().rules["progress/up"]
    assert rule.title in page and rule.detail.strip() in page
    for name, value in rule.numbers.items():
        assert name.replace("_", " ").capitalize() in page and f">{value:g}</dd>" in page
    for example in rule.examples:
        assert example.name in page
    assert 'href="/evidence/s67/"' in page
    assert "No clinician has signed it yet." in page
    assert "proposed by us, not tested yet" in page and "rules/progress/up.yaml" in page
    assert "Day 1 to 4: check-in leg 2; session as usual." in page
    assert "Day 4: progressed Belly muscles (rung 1 to rung 2)." in page


@pytest.mark.parametrize("rule", sorted(library().rules))
def test_every_rule_has_a_page_at_the_address_of_its_id(client: Client, rule: str) -> None:
    page = unescape(client.get(f"/rule/{rule}/").content.decode())
    assert library().rules[rule].statement.strip() in page


@pytest.mark.parametrize("rule", ["progress", "progress/down", "no/such/rule"])
def test_an_unknown_rule_has_none(client: Client, rule: str) -> None:
    assert client.get(f"/rule/{rule}/").status_code == 404


def test_it_leads_to_what_its_examples_name_and_back(client: Client) -> None:
    rule = library().rules["progress/up"]
    page = client.get("/rule/progress/up/").content.decode()
    for kind, name in {pair for story in rule.examples for pair in story.names()} - {("rule", "progress/up")}:
        assert f'href="/{kind}/{name}/"' in page
        assert 'href="/rule/progress/up/"' in client.get(f"/{kind}/{name}/").content.decode()


def test_the_rule_of_denials_touches_every_cause(client: Client) -> None:
    page = client.get("/rule/denial/denied/").content.decode()
    assert all(f'href="/cause/{cause}/"' in page for cause in library().causes)


@pytest.mark.parametrize("rule", sorted(library().rules))
def test_every_day_and_every_end_of_an_example_is_told(client: Client, rule: str) -> None:
    for one in examples(library().rules[rule]):
        assert one.outcome, one.name
        assert not any("nothing said" in day for day in one.days), one.name
