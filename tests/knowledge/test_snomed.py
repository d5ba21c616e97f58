"""The owner's own file of SNOMED codes: read whole, or refused with file, key and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstride.knowledge import KnowledgeError
from backstride.knowledge.snomed import load

CAUSES = ("pregnancy", "piriformis")


def written(folder: Path, text: str) -> Path:
    """A file with this text."""
    place = folder / "snomed.yaml"
    place.write_text(text)
    return place


def test_codes_with_and_without_quotes_are_read(tmp_path: Path) -> None:
    text = 'pregnancy:\n  - {code: 123456789, meaning: One}\n  - {code: "987654321012345678", meaning: Two}\n'
    codes = load(written(tmp_path, text), CAUSES)["pregnancy"]
    assert [(one.code, one.meaning) for one in codes] == [("123456789", "One"), ("987654321012345678", "Two")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("elsewhere:\n  - {code: 123456789, meaning: One}\n", "elsewhere"),
        ("pregnancy:\n  - {code: true, meaning: One}\n", "pregnancy.0.code"),
        ("pregnancy:\n  - {code: 123456789, meaning: One, verified: true}\n", "pregnancy.0.verified"),
        ("pregnancy: []\npregnancy: []\n", "file"),
        ("- a list\n", "file"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, key: str) -> None:
    place = written(tmp_path, text)
    with pytest.raises(KnowledgeError) as refusal:
        load(place, CAUSES)
    assert [(problem.file, problem.key) for problem in refusal.value.problems] == [(str(place), key)]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.yaml: file: cannot be read: No such file"):
        load(tmp_path / "none.yaml", CAUSES)
