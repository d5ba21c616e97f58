"""The colors of a figure: CSS variables with light defaults, and tables for dark screens and for paper. Standard library only."""

import re
from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "skin": "#F3C9A5",
    "shirt": "#6BA6BC",
    "shorts": "#43607F",
    "shoe": "#F4F7F8",
    "hair": "#5B4037",
    "gray": "#A9ADB2",
    "line": "#1C2F3D",
    "rim": "none",
    "muscle": "#D1453B",
    "hatch": "none",
    "prop": "#D9C9A3",
    "mat": "#C7D5D9",
    "soft": "#EFE6D6",
    "strap": "#C98A2B",
    "metal": "#AEB9BF",
    "wall": "#DDE4E4",
    "water": "#7FB6CC",
    "arrow": "#0B5568",
    "ghost": "#F1F5F6",
    "trace": "#8299A3",
    "ink": "#1C2F3D",
    "region": "transparent",
    "pain": "#8E439C",
    "dot": "#FFFFFF",
}
DARK: Mapping[str, str] = {
    **LIGHT,
    "skin": "#E3B48C",
    "shirt": "#5FA3BC",
    "shorts": "#587BA3",
    "shoe": "#D5DEE2",
    "hair": "#8A6250",
    "gray": "#B4BAC0",
    "line": "#0B141A",
    "rim": "#E9F1F3",
    "muscle": "#F0685C",
    "prop": "#8C7A5B",
    "mat": "#2C3D49",
    "soft": "#9A9182",
    "strap": "#D9A24A",
    "metal": "#6F7C84",
    "wall": "#3A4A54",
    "water": "#2F6E8A",
    "arrow": "#83CFE0",
    "ghost": "#22313C",
    "trace": "#7D939E",
    "ink": "#E9F1F3",
}
PRINT: Mapping[str, str] = {
    **LIGHT,
    "skin": "#FFFFFF",
    "shirt": "#DDDDDD",
    "shorts": "#AAAAAA",
    "shoe": "#FFFFFF",
    "hair": "#444444",
    "gray": "#CCCCCC",
    "line": "#000000",
    "muscle": "#EEEEEE",
    "hatch": "#000000",
    "prop": "#EEEEEE",
    "mat": "#EEEEEE",
    "soft": "#FFFFFF",
    "strap": "#888888",
    "metal": "#CCCCCC",
    "wall": "#EEEEEE",
    "water": "#CCCCCC",
    "arrow": "#000000",
    "ghost": "#F8F8F8",
    "trace": "#888888",
    "ink": "#000000",
    "pain": "#555555",
}
THEMES: Mapping[str, Mapping[str, str]] = {"light": LIGHT, "dark": DARK, "print": PRINT}

FONT = "sans-serif"
STYLE_START, STYLE_END = "<style>", "</style>"
WORDS_GROUP = '<g class="words"'
_DOUBLED = re.compile(r"#(.)\1(.)\2(.)\3")
_VARIABLE = re.compile(r"var\(--figure-([a-z]+),([^()]*)\)")


class UnknownTheme(LookupError):
    """There is no theme of this name."""


def color(name: str) -> str:
    """The variable of one color with its light default."""
    return f"var(--figure-{name},{LIGHT[name]})"


def without_style(svg: str) -> str:
    """The document without its style: the page sets the variables, and nothing moves by itself."""
    start, end = svg.find(STYLE_START), svg.find(STYLE_END)
    return svg if start < 0 else svg[:start] + svg[end + len(STYLE_END) :]


def _values(theme: Mapping[str, str], used: set[str]) -> str:
    changed = ((name, value) for name, value in theme.items() if name in used and value != LIGHT[name])
    return _DOUBLED.sub(r"#\1\2\3", ";".join(f"--figure-{name}:{value}" for name, value in changed))


def style_of(drawing: str, more: str = "") -> str:
    """The style of a picture that is its own document: dark and print values of the variables `drawing` uses, then `more`.

    A page that holds the picture sets the variables itself: these rules do not reach it.
    """
    used = {name for name, _ in _VARIABLE.findall(drawing)}
    font = f"svg:root{{font-family:{FONT}}}" if WORDS_GROUP in drawing else ""
    dark = f"@media(prefers-color-scheme:dark){{svg:root{{{_values(DARK, used)}}}}}"
    paper = f"@media print{{svg:root{{{_values(PRINT, used)}}}}}"
    return f"{STYLE_START}{font}{dark}{paper}{more}{STYLE_END}"


def themed(svg: str, theme: str) -> str:
    """The picture in the fixed colors of one of `THEMES`, for programs that know no CSS variables; without style.

    Raises:
        UnknownTheme: `theme` is not one of `THEMES`.
    """
    if theme not in THEMES:
        raise UnknownTheme(theme)
    values = THEMES[theme]
    plain = _VARIABLE.sub(lambda found: values.get(found[1], found[2]), without_style(svg))
    return plain.replace(WORDS_GROUP, f'{WORDS_GROUP} font-family="{FONT}"')
