"""Every hazard names the tests that hold it, those tests exist, and a test that names a hazard is listed under it."""

import ast
import re
from collections.abc import Iterator
from typing import NotRequired, TypedDict

import pytest
from ruamel.yaml import YAML

from tests.architecture import checkout

LOG = "docs/safety/hazards.yaml"
# A test says "H4" in its docstring when it holds the control of a hazard.
NAMES = re.compile(r"\bH([1-9][0-9]?)\b")
FIRST_LOG = {f"H{number}" for number in range(1, 16)}


class Hazard(TypedDict):
    """One entry of the hazard log; `tests` are written `path::function`, `open` says what nothing holds yet."""

    id: str
    hazard: str
    harm: str
    controls: list[str]
    tests: list[str]
    open: NotRequired[list[str]]


HAZARDS: list[Hazard] = YAML(typ="safe", pure=True).load(checkout.text(LOG))["hazards"]
NAMED = [(hazard["id"], test) for hazard in HAZARDS for test in hazard["tests"]]
LISTED = {hazard["id"]: set(hazard["tests"]) for hazard in HAZARDS}


def functions_of(path: str) -> Iterator[tuple[str, str]]:
    """The tests of a file as `path::function`, each with its docstring."""
    for node in ast.walk(checkout.tree(path)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"{path}::{node.name}", ast.get_docstring(node) or ""


def hazards_in(docstring: str) -> list[str]:
    """The hazards that a docstring names."""
    return [f"H{number}" for number in NAMES.findall(docstring)]


FILES = [path for path in checkout.ending(".py") if path.startswith("tests/")]
CLAIMS = [(hazard, test) for path in FILES for test, said in functions_of(path) for hazard in hazards_in(said)]
CLAIMING_FILES = [
    (hazard, path) for path in FILES for hazard in hazards_in(ast.get_docstring(checkout.tree(path)) or "")
]


def test_a_hazard_has_one_id() -> None:
    ids = [hazard["id"] for hazard in HAZARDS]
    assert len(ids) == len(set(ids))


def test_the_hazards_of_the_clinical_reference_are_all_here() -> None:
    assert set(LISTED) >= FIRST_LOG


def test_ids_leave_no_gap() -> None:
    """An id is never used again; a hazard that is gone keeps its entry."""
    assert [hazard["id"] for hazard in HAZARDS] == [f"H{number}" for number in range(1, len(HAZARDS) + 1)]


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard["id"])
def test_a_hazard_is_described_controlled_and_tested(hazard: Hazard) -> None:
    assert set(hazard) - {"open"} == Hazard.__required_keys__
    assert all(hazard.values())
    assert len(hazard["tests"]) == len(set(hazard["tests"]))


@pytest.mark.parametrize(("hazard", "test"), NAMED)
def test_the_tests_of_a_hazard_exist(hazard: str, test: str) -> None:
    path, function = test.split("::")
    assert checkout.has(path), f"{hazard}: there is no {path}"
    assert function in checkout.functions(path), f"{hazard}: {path} has no {function}"


@pytest.mark.parametrize(("hazard", "test"), CLAIMS)
def test_a_test_that_names_a_hazard_is_listed_under_it(hazard: str, test: str) -> None:
    assert test in LISTED.get(hazard, set()), f"{LOG} does not list it under {hazard}"


@pytest.mark.parametrize(("hazard", "path"), CLAIMING_FILES)
def test_a_file_that_names_a_hazard_has_a_test_under_it(hazard: str, path: str) -> None:
    assert any(test.startswith(f"{path}::") for test in LISTED.get(hazard, set()))
