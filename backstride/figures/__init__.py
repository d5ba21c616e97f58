"""Pictures of exercises as SVG text, drawn beforehand from pose descriptions.

Importing this package only reads finished files; drawing needs `python -m backstride.figures draw`.
"""

from functools import cache
from pathlib import Path

DRAWN = Path(__file__).with_name("drawn")
BODY_CHART = "body-back"
_STYLE_START, _STYLE_END = "<style>", "</style>"


class UnknownPicture(LookupError):
    """There is no drawn picture of this exercise or pose."""


def file_of(exercise_id: str, pose: int = 1) -> Path:
    """Where the drawn picture of a pose lies; poses count from 1."""
    return DRAWN / f"{exercise_id}-{pose}.svg"


@cache
def _read(file: Path) -> str:
    if file.parent != DRAWN or not file.is_file():
        raise UnknownPicture(file.stem)
    return file.read_text(encoding="utf-8")


def _inline(text: str) -> str:
    """The picture without its own dark colors, for pages that set the color variables themselves."""
    start, end = text.find(_STYLE_START), text.find(_STYLE_END)
    return text if start < 0 else text[:start] + text[end + len(_STYLE_END) :]


def picture(exercise_id: str, pose: int = 1, *, inline: bool = False) -> str:
    """The SVG of one key pose.

    Args:
        exercise_id: for example "HAM01".
        pose: which key pose, from 1 (start) to `poses(exercise_id)`.
        inline: leave out the embedded style; the page sets `--figure-*` and needs no inline style permission.

    Raises:
        UnknownPicture: there is no such picture.
    """
    text = _read(file_of(exercise_id, pose))
    return _inline(text) if inline else text


def poses(exercise_id: str) -> int:
    """How many key poses of an exercise are drawn; 0 when there is no picture."""
    count = 0
    while file_of(exercise_id, count + 1).is_file():
        count += 1
    return count


def body_chart(*, inline: bool = False) -> str:
    """The back view with tappable `region-<place>-<side>` paths and hidden `reach-<place>-<side>` bands."""
    text = _read(DRAWN / f"{BODY_CHART}.svg")
    return _inline(text) if inline else text
