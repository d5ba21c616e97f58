"""A contact sheet of drawn pictures as HTML, or as PNG where a Chromium is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from backstride.figures import DRAWN
from backstride.figures.drawing.palette import DARK

SHEET_WIDTH, GAP, LABEL = 1540, 8, 16
ASPECT = 76 / 108
BACKGROUNDS = {False: ("#F5F5F1", "#E4ECEE", "#47585F"), True: ("#0E171D", "#16202A", "#A8BBC2")}


def _files(ids: list[str]) -> list[Path]:
    files = sorted(DRAWN.glob("*.svg"))
    return [file for file in files if not ids or any(file.stem.startswith(name) for name in ids)]


def page(ids: list[str], dark: bool, width: int) -> str:
    """The sheet as one HTML document with the pictures inlined, optionally in dark colors."""
    outside, mat, ink = BACKGROUNDS[dark]
    colors = ";".join(f"--figure-{name}:{value}" for name, value in DARK.items()) if dark else ""
    style = (
        f":root{{{colors}}}body{{margin:{GAP}px;background:{outside};color:{ink};font:11px sans-serif;"
        f"display:flex;flex-wrap:wrap;gap:{GAP}px}}figure{{margin:0;width:{width}px}}"
        f"svg{{display:block;width:{width}px;height:{round(width * ASPECT)}px;background:{mat};border-radius:8px}}"
    )
    figures = "".join(f"<figure>{file.read_text('utf-8')}{file.stem}</figure>" for file in _files(ids))
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{figures}"


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


def write(out: Path, ids: list[str], dark: bool, width: int) -> None:
    """Write the sheet to `out`; the ending .png asks Chromium for a picture of it."""
    text = page(ids, dark, width)
    if out.suffix != ".png":
        out.write_text(text, encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "sheet.html"
        html.write_text(text, encoding="utf-8")
        _photograph(html, out.resolve(), _height(len(_files(ids)), width))
