"""Finished pictures put side by side, or turned to the other side of the body. Standard library only."""

import re
from collections.abc import Sequence
from html import unescape
from xml.sax.saxutils import escape

from backstride.figures.themes import WORDS_GROUP, style_of

GAP = 24
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_HEAD = re.compile(r"^(<svg[^>]*>)<title>(.*?)</title><desc>(.*?)</desc>(<style>.*?</style>)?", re.S)
# "at a right angle" is no side, and neither is "upright".
_SIDE = re.compile(r"\b(right|left)\b(?! angles?\b)", re.I)
_OTHER = {"right": "left", "left": "right"}
_TEXT = re.compile(r'<text x="(-?\d+)"( y="-?\d+") text-anchor="(start|middle|end)">(.*?)</text>')
_ANCHOR = {"start": "end", "middle": "middle", "end": "start"}


def _parts(svg: str) -> tuple[str, str, str, str, str]:
    """Root tag, title, description, style and drawing of a finished picture.

    Raises:
        ValueError: this is no picture of ours.
    """
    found = _HEAD.match(svg)
    if found is None:
        raise ValueError("no figure: title and desc must come first")
    return found[1], found[2], found[3], found[4] or "", svg[found.end() :].rstrip().removesuffix("</svg>")


def _size(root: str) -> tuple[int, int]:
    found = _BOX.search(root)
    if found is None:
        raise ValueError("no figure: the view box is missing")
    return int(found[1]), int(found[2])


def other_side(words: str) -> str:
    """The words with right and left exchanged."""

    def exchanged(found: re.Match[str]) -> str:
        word = _OTHER[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    return _SIDE.sub(exchanged, words)


def _moved_text(found: re.Match[str], width: int) -> str:
    x, y, anchor, words = found.groups()
    return f'<text x="{width - int(x)}"{y} text-anchor="{_ANCHOR[anchor]}">{other_side(words)}</text>'


def mirrored(svg: str) -> str:
    """The picture of the other side: flipped, with its words upright and right and left exchanged in all of them.

    Raises:
        ValueError: this is no picture of ours.
    """
    root, title, description, style, drawing = _parts(svg)
    width = _size(root)[0]
    flat, mark, words = drawing.partition(WORDS_GROUP)
    words = mark + _TEXT.sub(lambda found: _moved_text(found, width), words)
    return (
        f"{root}<title>{other_side(title)}</title><desc>{other_side(description)}</desc>{style}"
        f'<g transform="matrix(-1 0 0 1 {width} 0)">{flat}</g>{words}</svg>\n'
    )


def _joined(words: Sequence[str]) -> str:
    """Each sentence once, in order."""
    said: list[str] = []
    for text in words:
        said += [sentence for sentence in re.split(r"(?<=[.!?]) ", unescape(text)) if sentence not in said]
    return escape(" ".join(said))


def side_by_side(pictures: Sequence[str]) -> str:
    """Pictures of one figure in a row, from left to right, as one picture with one title and one description.

    Raises:
        ValueError: there is none, or one is no picture of ours.
    """
    if not pictures:
        raise ValueError("no pictures")
    parts = [_parts(svg) for svg in pictures]
    sizes = [_size(root) for root, *_ in parts]
    x, cells = 0, []
    for (*_, drawing), (width, height) in zip(parts, sizes, strict=True):
        place = f'x="{x}" y="0" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        cells.append(f"<svg {place}>{drawing}</svg>")
        x += width + GAP
    drawing = "".join(cells)
    style = style_of(drawing) if any(one[3] for one in parts) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {x - GAP} {max(h for _, h in sizes)}" role="img">'
        f"<title>{_joined([one[1] for one in parts])}</title><desc>{_joined([one[2] for one in parts])}</desc>"
        f"{style}{drawing}</svg>\n"
    )
