"""When each frame of a flip-book is seen: its recipe in the file, and the CSS made from it. Standard library only.

The recipe is the attribute `data-cycle` on the root, `frame:seconds` for everything shown in one round, and `data-hold`,
the frame of the pose that is held longest. Key poses carry their number as `data-key`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_CYCLE = re.compile(r' data-cycle="([^"]*)" data-hold="(\d+)"')
_KEYS = re.compile(r' data-frame="(\d+)" data-key="(\d+)"')
_NAME = re.compile(r'class="([^"]+)-m\d+"')
_MOTION_START, _MOTION_END = "@media screen and (prefers-reduced-motion:no-preference){", "}</style>"
_ANIMATION = re.compile(re.escape(_MOTION_START) + r".*?" + re.escape(_MOTION_END), re.S)


class Shown(NamedTuple):
    """One frame and the seconds it is seen."""

    frame: int
    seconds: float


class Recipe(NamedTuple):
    """One round of the cycle and the frame of the pose held longest."""

    cycle: tuple[Shown, ...]
    held: int


def _short(value: float, places: int) -> str:
    """The shortest text of a number that is not negative."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return (text.removeprefix("0") or "0") if text.startswith("0") else text


def frame_class(name: str, frame: int) -> str:
    """The class of all groups of one frame of the figure `name`."""
    return f"{name}-m{frame}"


def recipe_text(recipe: Recipe) -> str:
    """The recipe as attributes of the root."""
    cycle = " ".join(f"{frame}:{_short(seconds, 3)}" for frame, seconds in recipe.cycle)
    return f' data-cycle="{cycle}" data-hold="{recipe.held}"'


def recipe_of(svg: str) -> Recipe:
    """The recipe of a flip-book.

    Raises:
        ValueError: the document is no flip-book.
    """
    found = _CYCLE.search(svg)
    if found is None:
        raise ValueError("no flip-book: data-cycle is missing")
    pairs = (item.split(":") for item in found[1].split())
    return Recipe(tuple(Shown(int(frame), float(seconds)) for frame, seconds in pairs), int(found[2]))


def _spans(cycle: Sequence[Shown]) -> dict[int, list[tuple[float, float]]]:
    """When each frame is seen, as shares of the round from 0 to 100."""
    total = sum(shown.seconds for shown in cycle)
    found: dict[int, list[tuple[float, float]]] = {}
    past = 0.0
    for frame, seconds in cycle:
        found.setdefault(frame, []).append((100 * past / total, 100 * (past + seconds) / total))
        past += seconds
    return found


def _keyframes(name: str, spans: Sequence[tuple[float, float]]) -> str:
    steps = {0.0: "hidden"} if spans[0][0] > 0 else {}
    for start, end in spans:
        steps[start] = "visible"
        if end < 99.9995:
            steps[end] = "hidden"
    rules = "".join(f"{_short(at, 3)}%{{visibility:{state}}}" for at, state in steps.items())
    return f"@keyframes {name}{{{rules}}}"


def motion(name: str, cycle: Sequence[Shown]) -> str:
    """CSS that shows the frames of the figure `name` one after the other, for ever; still on paper and on wish."""
    total = _short(sum(shown.seconds for shown in cycle), 3)
    spans = sorted(_spans(cycle).items())
    names = [(frame_class(name, frame), times) for frame, times in spans]
    selectors = ",".join(f".{one}" for one, _ in names)
    rules = "".join(f".{one}{{animation-name:{one}}}" for one, _ in names)
    keyframes = "".join(_keyframes(one, times) for one, times in names)
    return f"{_MOTION_START}{selectors}{{animation:{total}s step-end infinite}}{rules}{keyframes}}}"


def _paced(recipe: Recipe, keys: Mapping[int, int], move: float, hold: float) -> tuple[Shown, ...]:
    """The cycle with every way between key poses lasting `move` seconds, and the held pose `hold` seconds more."""
    cycle = recipe.cycle
    starts = [n for n, shown in enumerate(cycle) if shown.frame in keys]
    paced: list[Shown] = []
    for start, end in zip(starts, [*starts[1:], len(cycle)], strict=True):
        way, key = cycle[start + 1 : end], cycle[start]
        stay = max(0.0, key.seconds - (way[0].seconds if way else 0.0))
        stay = hold if keys[key.frame] == keys[recipe.held] else stay
        tick = move / (len(way) + 1)
        paced += [Shown(key.frame, stay + tick), *(Shown(one.frame, tick) for one in way)]
    return tuple(paced)


def retimed(svg: str, move: float, hold: float) -> str:
    """The flip-book with every way between key poses lasting `move` seconds and its held pose `hold` seconds.

    Other poses stay as long as they were authored to. The style is made anew if the document has one.

    Raises:
        ValueError: `move` is not above 0, `hold` is negative, or the document is no flip-book.
    """
    if move <= 0 or hold < 0:
        raise ValueError(f"a move must last, and a hold cannot be negative: {move}, {hold}")
    recipe, name = recipe_of(svg), _NAME.search(svg)
    keys = {int(frame): int(key) for frame, key in _KEYS.findall(svg)}
    if name is None or recipe.held not in keys:
        raise ValueError("no flip-book: frames or keys are missing")
    paced = recipe._replace(cycle=_paced(recipe, keys, move, hold))
    head = _CYCLE.sub(recipe_text(paced), svg, count=1)
    return _ANIMATION.sub(f"{motion(name[1], paced.cycle)}</style>", head, count=1)
