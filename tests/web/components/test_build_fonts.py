"""The typeface is cut into three files that stay small and belong to the style sheet."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from backstride.web.components.typeface import CUTS, letters


def test_the_command_writes_three_files_and_a_style_sheet(settings: Settings, tmp_path: Path) -> None:
    """Latin stays under 27 KB, and the style sheet names every file."""
    settings.BUILD = tmp_path
    call_command("build_fonts", verbosity=0, stdout=StringIO())
    sheet = (tmp_path / "css" / "fonts.css").read_text(encoding="utf-8")
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "fonts").iterdir()}
    assert all(f"../fonts/{name}" in sheet for name in sizes)
    assert len(sizes) == 3
    assert sizes["manrope-latin.woff2"] < 27_000


@pytest.mark.parametrize("character", "Az09é–“”·×½→≥’")
def test_the_first_file_holds_what_english_pages_use(character: str) -> None:
    """An English page needs one file only."""
    assert ord(character) in letters(CUTS[0])


def test_the_cuts_do_not_overlap() -> None:
    """No letter is sent twice."""
    for one, other in zip(CUTS, CUTS[1:], strict=False):
        assert not letters(one) & letters(other)
