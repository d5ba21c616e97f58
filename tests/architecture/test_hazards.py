"""Every hazard names the tests that hold it, and those tests exist."""

from typing import TypedDict

import pytest
from ruamel.yaml import YAML

from tests.architecture import checkout

LOG = "docs/safety/hazards.yaml"


class Hazard(TypedDict):
    """One entry of the hazard log; `tests` are written `path::function`."""

    id: str
    hazard: str
    harm: str
    controls: list[str]
    tests: list[str]


HAZARDS: list[Hazard] = YAML(typ="safe", pure=True).load(checkout.text(LOG))["hazards"]
NAMED = [(hazard["id"], test) for hazard in HAZARDS for test in hazard["tests"]]


def test_a_hazard_has_one_id() -> None:
    ids = [hazard["id"] for hazard in HAZARDS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard["id"])
def test_a_hazard_is_described_controlled_and_tested(hazard: Hazard) -> None:
    assert set(hazard) == set(Hazard.__annotations__)
    assert all(hazard.values())


@pytest.mark.parametrize(("hazard", "test"), NAMED)
def test_the_tests_of_a_hazard_exist(hazard: str, test: str) -> None:
    path, function = test.split("::")
    assert checkout.has(path), f"{hazard}: there is no {path}"
    assert function in checkout.functions(path), f"{hazard}: {path} has no {function}"
