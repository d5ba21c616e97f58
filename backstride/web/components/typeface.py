"""Manrope for the web: which letters go into which file, and the style sheet that tells browsers.

The font comes from the Python package `font-manrope` 0.0.2 (SIL Open Font License 1.1, no reserved font name, so subsets keep its name).
"""

from dataclasses import dataclass
from pathlib import Path

import font_manrope
from fontTools.subset import Options, Subsetter, load_font, save_font


@dataclass(frozen=True)
class Cut:
    """One file: its name and the letters it holds, as a CSS `unicode-range`."""

    name: str
    letters: str


CUTS = (
    Cut(
        "latin",
        "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,"
        "U+2212,U+2215,U+2248,U+2260,U+2264-2265,U+FEFF,U+FFFD",
    ),
    Cut("latin-extended", "U+100-130,U+132-151,U+154-24F,U+259,U+1E00-1EFF,U+20A0-20AB,U+20AD-20CF,U+2113,U+A720-A7FF"),
    Cut("greek-cyrillic", "U+370-3FF,U+400-52F,U+1F00-1FFF,U+2116"),
)
FAMILY = "Manrope"
SOURCE = "ManropeVariableFont_wght"


def build(folder: Path) -> list[Path]:
    """Write the three woff2 files and css/fonts.css below `folder`; the paths written.

    The variable file is cut as it is: narrowing its weight axis first breaks the subsetter.
    """
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    (folder / "css").mkdir(parents=True, exist_ok=True)
    files = [_cut(cut, folder / "fonts") for cut in CUTS]
    sheet = folder / "css" / "fonts.css"
    sheet.write_text("\n".join(_face(cut) for cut in CUTS), encoding="utf-8")
    return [*files, sheet]


def _cut(cut: Cut, folder: Path) -> Path:
    options = Options(flavor="woff2", layout_features=["*"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    written = folder / f"manrope-{cut.name}.woff2"
    with load_font(font_manrope.font_files[SOURCE], options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=letters(cut))
        subsetter.subset(font)
        save_font(font, str(written), options)
    return written


def letters(cut: Cut) -> set[int]:
    """The code points of a cut."""
    spans = [part.removeprefix("U+").split("-") for part in cut.letters.split(",")]
    return {point for span in spans for point in range(int(span[0], 16), int(span[-1], 16) + 1)}


def _face(cut: Cut) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{FAMILY}";\n'
        "  font-weight: 200 800;\n"
        "  font-display: swap;\n"
        f'  src: url("../fonts/manrope-{cut.name}.woff2") format("woff2");\n'
        f"  unicode-range: {cut.letters};\n"
        "}\n"
    )
