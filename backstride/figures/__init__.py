"""Pictures of exercises as SVG text, drawn beforehand from pose descriptions.

Importing this package only reads finished files; drawing needs `backstride figures draw`.
"""

from functools import cache
from pathlib import Path

from backstride.figures import timing
from backstride.figures.arranging import mirrored, side_by_side
from backstride.figures.themes import THEMES, UnknownTheme, themed, without_style

__all__ = [
    "DRAWN",
    "THEMES",
    "UnknownPicture",
    "UnknownTheme",
    "body_chart",
    "file_of",
    "frames",
    "mirrored",
    "movement",
    "one_picture",
    "picture",
    "poses",
    "retimed",
    "strip",
    "themed",
]

DRAWN = Path(__file__).with_name("drawn")


class UnknownPicture(LookupError):
    """There is no drawn picture of this exercise, pose or kind."""


def file_of(figure_id: str, pose: int | str = 1) -> Path:
    """Where a drawn picture lies: a pose, counted from 1, or `move` or `one`."""
    return DRAWN / f"{figure_id}-{pose}.svg"


@cache
def _read(file: Path) -> str:
    if file.parent != DRAWN or not file.is_file():
        raise UnknownPicture(file.stem)
    return file.read_text(encoding="utf-8")


def _given(file: Path, inline: bool) -> str:
    text = _read(file)
    return without_style(text) if inline else text


def picture(exercise_id: str, pose: int = 1, *, inline: bool = False) -> str:
    """The SVG of one key pose.

    Args:
        exercise_id: for example "HAM01".
        pose: which key pose, from 1 (start) to `poses(exercise_id)`.
        inline: leave out the embedded style; the page sets `--figure-*` and needs no inline style permission.

    Raises:
        UnknownPicture: there is no such picture.
    """
    return _given(file_of(exercise_id, pose), inline)


def poses(exercise_id: str) -> int:
    """How many key poses of an exercise are drawn; 0 when there is no picture."""
    count = 0
    while file_of(exercise_id, count + 1).is_file():
        count += 1
    return count


def one_picture(figure_id: str, *, inline: bool = False) -> str:
    """The pose that is held longest with the start as a ghost, the arrow and what to mind in words.

    A figure of one pose without words has its only picture here. `inline` as for `picture`.

    Raises:
        UnknownPicture: there is no such picture.
    """
    file = file_of(figure_id, "one")
    return _given(file if file.is_file() else file_of(figure_id), inline)


def movement(figure_id: str, *, inline: bool = False) -> str:
    """The flip-book of a moving figure: an SVG that plays by itself for ever, and stands still on paper and on wish.

    Every frame is in groups with `data-frame="N"`, key poses with `data-key="P"` as well; `data-cycle` on the root says
    how long each is seen, `data-hold` which one is visible when nothing plays. Inline (without style) only that one is
    visible, until a script sets the attribute `visibility` of other frames.

    Raises:
        UnknownPicture: the figure does not move, or does not exist.
    """
    return _given(file_of(figure_id, "move"), inline)


def frames(figure_id: str) -> int:
    """How many different frames the flip-book has, numbered from 0; 0 when there is none."""
    if not file_of(figure_id, "move").is_file():
        return 0
    return len({shown.frame for shown in timing.recipe_of(movement(figure_id)).cycle})


def retimed(figure_id: str, move: float, hold: float) -> str:
    """The flip-book at another pace: each way between key poses lasts `move` seconds, the held pose `hold` seconds.

    Raises:
        UnknownPicture: the figure does not move, or does not exist.
        ValueError: `move` is not above 0 or `hold` is negative.
    """
    return timing.retimed(movement(figure_id), move, hold)


def strip(figure_id: str, theme: str | None = None, *, mirror: bool = False) -> str:
    """All key poses of a figure side by side as one SVG.

    Args:
        figure_id: for example "HAM01".
        theme: fixed colors, one of `THEMES`, for programs that know no CSS variables; None keeps the variables.
        mirror: show the other side of the body; the order of the poses stays.

    Raises:
        UnknownPicture: there is no picture.
        UnknownTheme: there is no such theme.
    """
    pictures = [picture(figure_id, number) for number in range(1, poses(figure_id) + 1)]
    if not pictures:
        raise UnknownPicture(figure_id)
    row = side_by_side([mirrored(one) for one in pictures] if mirror else pictures)
    return row if theme is None else themed(row, theme)


def body_chart(side: str = "back", *, inline: bool = False) -> str:
    """The body seen from `back` or `front`, with tappable `region-<place>-<side>` paths and hidden `reach-…` bands.

    The ids of the front view have `front-` before the place. `inline` as for `picture`.

    Raises:
        UnknownPicture: there is no such view.
    """
    return _given(DRAWN / f"body-{side}.svg", inline)
