"""Which drawing shows an exercise in a form, and where the files of a drawing lie.

Every screen asks here, so that no form is ever shown in the position of another one.
"""

import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from backstride.engine.catalogue import PLAIN

# What a drawing is called beside its key poses, which are numbers from 1.
POINTED = "one"
MOVING = "move"
_HELD = re.compile(r' data-hold="(\d+)"')
_DESCRIPTION = re.compile(r"<title>(.*?)</title><desc>(.*?)</desc>", re.S)


class Shown(NamedTuple):
    """The figure that shows something ("" while none is drawn), and whether it is turned to the left side.

    Figures of moves with sides are drawn for the right one.
    """

    figure: str = ""
    left: bool = False


def figure_of(exercise: str, form: str = PLAIN) -> str:
    """The id of the figure that shows this exercise in this form; "" while that very form is not drawn."""
    figure = exercise if form == PLAIN else f"{exercise}-{form}"
    return figure if is_drawn(figure) else ""


def shown(exercise: str, form: str = PLAIN, sides: tuple[str, ...] = ()) -> Shown:
    """The figure of a move, turned when it is done on the left side alone."""
    return Shown(figure_of(exercise, form), sides == ("left",))


def is_drawn(figure: str, kind: int | str = 1) -> bool:
    """Whether there is this drawing of a figure: a key pose from 1, `POINTED` or `MOVING`."""
    return bool(figure) and (settings.FIGURES_DRAWN / f"{figure}-{kind}.svg").is_file()


def address_of(figure: str, kind: int | str = 1) -> str:
    """The static address of a drawing, "" while it is not drawn."""
    return str(staticfiles_storage.url(f"figures/{figure}-{kind}.svg")) if is_drawn(figure, kind) else ""


def poses_of(figure: str) -> tuple[int, ...]:
    """The numbers of the key poses that are drawn, in the order of the movement."""
    count = 0
    while is_drawn(figure, count + 1):
        count += 1
    return tuple(range(1, count + 1))


def telling_pose(figure: str) -> int:
    """The key pose that tells moves apart at a small size: the one that is held longest, else the last that is drawn.

    Many moves begin alike, lying with the knees bent.
    """
    drawn = poses_of(figure)
    if is_drawn(figure, MOVING):
        held = _held_pose(settings.FIGURES_DRAWN / f"{figure}-{MOVING}.svg")
        return held if held in drawn else 1
    return drawn[-1] if drawn else 1


@lru_cache(maxsize=512)
def _held_pose(file: Path) -> int:
    """The number of the pose in which a movement stands still; 0 when the file does not say."""
    text = file.read_text(encoding="utf-8")
    frame = _HELD.search(text)
    pose = re.search(rf' data-frame="{frame[1]}" data-key="(\d+)"', text) if frame else None
    return int(pose[1]) if pose else 0


def words_of(figure: str, kind: int | str = 1) -> str:
    """What a drawing says of itself, for those who do not see it; "" while it is not drawn."""
    if not is_drawn(figure, kind):
        return ""
    head = (settings.FIGURES_DRAWN / f"{figure}-{kind}.svg").read_text(encoding="utf-8")
    found = _DESCRIPTION.search(head)
    return unescape(f"{found[1]}. {found[2]}") if found else ""
