"""`backstride figures`: sheets in every theme, a preview that follows the file, and clear words when tools are missing."""

import re
import threading
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from backstride import cli
from backstride.cli import figures as command
from backstride.figures import preview, sheet
from backstride.figures.posing import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a copy of one pose file."""
    (tmp_path / "REL01.yaml").write_text((files.FOLDER / "REL01.yaml").read_text("utf-8"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where the preview of that file answers."""
    with ThreadingHTTPServer(("127.0.0.1", 0), preview.handler("REL01", folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


def test_the_preview_shows_the_figure_and_says_that_it_is_sound(address: str) -> None:
    page = _get(f"{address}/")
    assert "Nothing to complain about." in page
    assert page.count("<svg ") >= 1


def test_the_preview_follows_the_file(address: str, folder: Path) -> None:
    before, file = _get(f"{address}/stamp"), folder / "REL01.yaml"
    file.write_text(file.read_text("utf-8").replace("contacts:", "contact:"), encoding="utf-8")
    assert _get(f"{address}/stamp") != before
    page = _get(f"{address}/")
    assert "REL01.yaml, pose rest, key contact: is not known here" in page
    assert "<svg " not in page


@pytest.mark.parametrize("theme", sorted(sheet.BACKGROUNDS))
def test_a_sheet_shows_pictures_in_the_colors_of_its_theme(theme: str, tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    assert cli.main(["figures", "sheet", str(out), "BRG01", "--theme", theme]) == 0
    text = out.read_text("utf-8")
    assert re.findall(r"</svg>\s*(BRG01-\d)<", text) == ["BRG01-1", "BRG01-2"]
    assert "var(" not in text
    assert sheet.BACKGROUNDS[theme][0] in text


def test_sheets_in_different_themes_differ(tmp_path: Path) -> None:
    pages = []
    for theme in sheet.BACKGROUNDS:
        out = tmp_path / f"{theme}.html"
        sheet.write(out, ["BRG01"], theme, 324, "keys")
        pages.append(re.sub(r"<style>.*?</style>", "", out.read_text("utf-8")))
    assert len(set(pages)) == len(pages)


def test_without_the_drawing_tools_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(f"No module named 'numpy' for {name}", name="numpy")

    monkeypatch.setattr(command, "import_module", missing)
    assert cli.main(["figures", "check"]) == 1
    assert "pip install 'backstride[figures]'" in capsys.readouterr().err
