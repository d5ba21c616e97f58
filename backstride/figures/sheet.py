"""A contact sheet of drawn pictures as HTML, or as PNG where a Chromium is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from backstride.figures import DRAWN, themed

SHEET_WIDTH, GAP, LABEL = 1540, 8, 16
ASPECT = 76 / 108
BACKGROUNDS = {
    "light": ("#F5F5F1", "#E4ECEE", "#47585F"),
    "dark": ("#0E171D", "#16202A", "#A8BBC2"),
    "print": ("#FFFFFF", "#FFFFFF", "#000000"),
}
KINDS = ("keys", "one", "move")


def _is(kind: str, file: Path) -> bool:
    ending = file.stem.rpartition("-")[2]
    return ending == kind if kind != "keys" else ending not in KINDS


def chosen(ids: Sequence[str], kind: str) -> list[Path]:
    """The drawn files of one kind, of the figures whose ids begin with one of `ids`, or of all."""
    files = [file for file in sorted(DRAWN.glob("*.svg")) if _is(kind, file)]
    return [file for file in files if not ids or any(file.stem.startswith(name) for name in ids)]


def page(files: Sequence[Path], theme: str, width: int, kind: str) -> str:
    """The sheet as one HTML document with the pictures inlined in the colors of a theme."""
    outside, mat, ink = BACKGROUNDS[theme]
    style = (
        f"body{{margin:{GAP}px;background:{outside};color:{ink};font:11px sans-serif;"
        f"display:flex;flex-wrap:wrap;gap:{GAP}px}}figure{{margin:0;width:{width}px}}"
        f"svg{{display:block;width:{width}px;height:{round(width * ASPECT)}px;background:{mat};border-radius:8px}}"
    )
    drawn = (file.read_text("utf-8") for file in files)
    texts = drawn if kind == "move" else (themed(text, theme) for text in drawn)
    figures = "".join(f"<figure>{text}{file.stem}</figure>" for text, file in zip(texts, files, strict=True))
    return f"<!doctype html><meta charset=utf-8><title>Figures</title><style>{style}</style>{figures}"


def _height(count: int, width: int) -> int:
    columns = max(1, (SHEET_WIDTH - GAP) // (width + GAP))
    return -(-count // columns) * (round(width * ASPECT) + LABEL + GAP) + 2 * GAP


def _photograph(html: Path, out: Path, height: int) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("A PNG sheet needs Chromium; write an .html sheet instead.")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command = [browser, *options, f"--screenshot={out}", f"--window-size={SHEET_WIDTH},{height}", str(html)]
    subprocess.run(command, check=True, capture_output=True)


def write(out: Path, ids: Sequence[str], theme: str, width: int, kind: str) -> None:
    """Write the sheet to `out`; the ending .png asks Chromium for a picture of it."""
    files = chosen(ids, kind)
    text = page(files, theme, width, kind)
    if out.suffix != ".png":
        out.write_text(text, encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "sheet.html"
        html.write_text(text, encoding="utf-8")
        _photograph(html, out.resolve(), _height(len(files), width))
