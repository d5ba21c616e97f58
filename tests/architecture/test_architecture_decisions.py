"""Records of architecture decisions are numbered one after the other and all answer the same three questions."""

import re
from pathlib import PurePath

import pytest

from tests.architecture import checkout

RECORDS = [name for name in checkout.ending(".md") if name.startswith("docs/adr/")]
NAME = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


def number_of(record: str) -> int:
    """The number in the name of a record."""
    found = NAME.fullmatch(PurePath(record).name)
    assert found, f"{record} is not called NNNN-title.md"
    return int(found[1])


def test_numbers_are_unique_and_leave_no_gap() -> None:
    assert sorted(map(number_of, RECORDS)) == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_tells_context_decision_and_consequences(record: str) -> None:
    content = checkout.text(record)
    assert content.startswith(f"# {number_of(record)}. ")
    assert re.findall(r"^## (.+)$", content, re.MULTILINE) == ["Context", "Decision", "Consequences"]
