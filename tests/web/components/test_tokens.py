"""The colors of the style sheet: dark stands twice and is the same twice, and text can be read on what it stands on."""

import re
from pathlib import Path

import pytest

from backstride.figures import THEMES

CSS = Path(__file__).resolve().parents[3] / "backstride" / "web" / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")

# (text, background, least ratio): 4.5 for text, 3 for the borders of controls.
PAIRS = [
    *[("ink", ground, 4.5) for ground in ("bg", "surface", "mat", "tint", "ok-tint", "mid-tint", "stop-tint")],
    *[("ink2", ground, 4.5) for ground in ("bg", "surface", "mat")],
    *[("accent", ground, 4.5) for ground in ("bg", "surface", "mat", "tint")],
    ("on-accent", "accent", 4.5),
    *[(verdict, ground, 4.5) for verdict in ("ok", "mid", "stop") for ground in ("surface", f"{verdict}-tint")],
    ("pain", "surface", 4.5),
    ("pain", "mat", 4.5),
    ("deep-ink", "deep", 4.5),
    ("deep-ink2", "deep", 4.5),
    ("deep-ink", "deep-lift", 4.5),
    ("on-deep-button", "deep-button", 4.5),
    ("on-call", "call", 4.5),
    ("edge", "bg", 3.0),
    ("edge", "surface", 3.0),
]


def block(opening: str) -> dict[str, str]:
    """The tokens of the rule that begins with `opening`."""
    rule = TOKENS.split(f"{opening} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", rule))


LIGHT = block(":root")
DARK = block(':root[data-theme="dark"]')


def luminance(color: str) -> float:
    """Relative luminance of #rrggbb by WCAG 2."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colors by WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_dark_is_the_same_by_system_and_by_choice() -> None:
    """Whoever asks for dark gets the same dark."""
    assert block(':root:not([data-theme="light"])') == DARK


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_figures_in_the_page_have_the_colors_of_the_linked_ones(theme: str) -> None:
    """A color that a drawing uses and the page does not set would stay light in the dark; pain follows the page's own."""
    paper = dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", (CSS / "print.css").read_text(encoding="utf-8")))
    told = LIGHT | {"light": {}, "dark": DARK, "print": paper}[theme]
    for name, value in THEMES[theme].items():
        if name != "pain":
            assert told[f"figure-{name}"] == value.lower(), name


@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(theme: str, text: str, ground: str, least: float) -> None:
    """Every pair reaches its ratio in both themes."""
    colors = LIGHT if theme == "light" else LIGHT | DARK
    assert contrast(colors[text], colors[ground]) >= least


def test_style_sheets_use_only_tokens_for_color() -> None:
    """A color written elsewhere would not follow the theme; paper and the white dot of the body chart are black and white."""
    for path in CSS.glob("*.css"):
        if path.name not in {"tokens.css", "print.css"}:
            found = set(re.findall(r"#[0-9a-f]{3,8}\b", path.read_text(encoding="utf-8")))
            assert found <= {"#ffffff"}, path.name
