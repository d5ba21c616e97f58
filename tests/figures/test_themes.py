"""Colors: variables with defaults, fixed tables for other programs, and strokes in place of color on paper."""

import re

import numpy as np
import pytest

from backstride.figures.drawing.hatch import STEP, strokes
from backstride.figures.themes import DARK, LIGHT, PRINT, THEMES, UnknownTheme, color, style_of, themed, without_style

DRAWING = f'<path fill="{color("skin")}" stroke="{color("hatch")}" d="M0 0"/>'
SVG = f"<svg>{style_of(DRAWING)}{DRAWING}</svg>"


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_theme_replaces_every_variable_and_the_style(theme: str) -> None:
    values = THEMES[theme]
    assert themed(SVG, theme) == f'<svg><path fill="{values["skin"]}" stroke="{values["hatch"]}" d="M0 0"/></svg>'


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(UnknownTheme):
        themed(SVG, "sepia")


def test_all_themes_know_the_same_colors() -> None:
    assert set(LIGHT) == set(DARK) == set(PRINT)
    assert all(
        re.fullmatch(r"#[0-9A-F]{6}|none|transparent", value) for theme in THEMES.values() for value in theme.values()
    )


def test_paper_has_no_hues() -> None:
    painted = [value[1:] for value in PRINT.values() if value.startswith("#")]
    assert all(value[:2] == value[2:4] == value[4:] for value in painted)


def test_the_muscle_is_hatched_on_paper_only() -> None:
    assert (LIGHT["hatch"], DARK["hatch"], PRINT["hatch"]) == ("none", "none", PRINT["line"])


def test_the_style_names_only_what_the_drawing_uses() -> None:
    style = style_of(DRAWING)
    assert set(re.findall(r"--figure-(\w+)", style)) == {"skin", "hatch"}
    assert style.index("prefers-color-scheme:dark") < style.index("@media print")
    assert "--figure-skin:#FFF;--figure-hatch:#000" in style


def test_a_picture_without_words_names_no_font() -> None:
    assert "font" not in style_of(DRAWING)
    assert "font-family:sans-serif" in style_of('<g class="words">')


def test_words_have_a_font_of_their_own_where_there_is_no_page() -> None:
    assert themed('<svg><g class="words" fill="none"></g></svg>', "light").count('font-family="sans-serif"') == 1


def test_a_picture_without_style_stays_as_it_is() -> None:
    assert without_style(SVG) == f"<svg>{DRAWING}</svg>"
    assert without_style(DRAWING) == DRAWING


def _strokes(text: str) -> np.ndarray:
    return np.array([list(map(int, found)) for found in re.findall(r"M(\d+) (\d+)l(-\d+) (\d+)", text)])


def test_strokes_stay_inside_the_mask() -> None:
    rows, columns = np.indices((120, 160))
    mask = ((rows - 60) / 40) ** 2 + ((columns - 90) / 60) ** 2 < 1
    x, y, across, down = _strokes(strokes(mask)).T
    assert (across == -down).all()
    for step in range(int(down.max())):
        inside = step < down
        assert mask[(y + step)[inside], (x - step)[inside]].all()


def test_strokes_are_evenly_spaced_over_the_whole_mask() -> None:
    x, y, _, down = _strokes(strokes(np.ones((100, 200), dtype=bool))).T
    totals = np.unique(x + y)
    assert (np.diff(totals) == STEP).all()
    assert down.sum() == pytest.approx(100 * 200 / STEP, rel=0.05)


def test_a_hole_breaks_strokes() -> None:
    mask = np.ones((100, 100), dtype=bool)
    whole = len(_strokes(strokes(mask)))
    mask[40:60, 40:60] = False
    assert len(_strokes(strokes(mask))) > whole
