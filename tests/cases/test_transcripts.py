"""Every decision of every case, with its rule and figures, and every plan a case looks at, stays as it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.transcript import TOLD, case_files, transcript


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_a_case_is_told_as_it_was_read(path: Path) -> None:
    """To change one on purpose: `python -m tests.cases.transcript`, then read the difference."""
    assert transcript(path) + "\n" == (TOLD / f"{path.stem}.txt").read_text()


def test_no_transcript_without_its_case() -> None:
    assert {path.stem for path in TOLD.iterdir()} == {path.stem for path in case_files()}
