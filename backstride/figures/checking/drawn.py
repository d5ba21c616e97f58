"""Checks of the drawn files: complete, well-formed, described, nothing that runs or loads, inside the view box, small."""

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from backstride.figures import DRAWN
from backstride.figures.checking.finding import Finding
from backstride.figures.posing import files

SVG = "{http://www.w3.org/2000/svg}"
FORBIDDEN = ("<script", "<image", "<foreignObject", "href", "url(", "data:", "@import", "<!DOCTYPE", "<!ENTITY")
HANDLER = re.compile(r"\son[a-z]+\s*=")
PAINT = re.compile(r"var\(--figure-[a-z0-9]+,(#[0-9A-Fa-f]{6}|none|transparent)\)")
MOST = {"one": 4 * 1024, "move": 30 * 1024}
MOST_KEY = 3 * 1024
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
OUTSIDE = 12.0


def findings(ids: Iterable[str]) -> list[Finding]:
    """Everything wrong with the drawn files of the figures named."""
    found = []
    for figure_id in ids:
        figure = files.read(figure_id)
        wanted = [f"{figure_id}-{number}.svg" for number in range(1, len(figure.poses) + 1)]
        there = sorted(file for file in DRAWN.glob(f"{figure_id}-*.svg") if file.stem.rpartition("-")[0] == figure_id)
        missing = set(wanted) - {file.name for file in there}
        found += [Finding(figure_id, "", -1, name, "is not drawn") for name in sorted(missing)]
        found += [Finding(figure_id, "", -1, file.name, says) for file in there for says in faults(file)]
    return found


def faults(file: Path) -> Iterator[str]:
    """What is wrong with one drawn file, in words."""
    text = file.read_text("utf-8")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"is not well-formed: {error}"
        return
    yield from _shape(root)
    bare = re.sub(r"<(title|desc|text)\b.*?</\1>", "", text, flags=re.S)
    yield from (f"contains {word}" for word in FORBIDDEN if word in bare)
    if HANDLER.search(bare):
        yield "contains an event handler"
    yield from _paints(root)
    yield from _spread(root)
    size, most = len(gzip.compress(text.encode(), mtime=0)), MOST.get(file.stem.rpartition("-")[2], MOST_KEY)
    if size > most:
        yield f"is {size} bytes compressed, more than {most}"


def _shape(root: ElementTree.Element) -> Iterator[str]:
    if root.tag != f"{SVG}svg" or root.get("role") != "img":
        yield "is not an svg with the role img"
    for name in ("title", "desc"):
        if not (root.findtext(f"{SVG}{name}") or "").strip():
            yield f"has no {name}"


def _paints(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        for name in ("fill", "stroke"):
            paint = element.get(name)
            if paint not in (None, "none") and not PAINT.fullmatch(str(paint)):
                yield f"has a {name} that is no color variable: {paint}"


def _spread(root: ElementTree.Element) -> Iterator[str]:
    """Whether every path stays within the view box; relative paths are followed by their end points."""
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    for path in root.iter(f"{SVG}path"):
        xs, ys = zip(*_ends(str(path.get("d"))), strict=True)
        if min(xs) < -OUTSIDE or min(ys) < -OUTSIDE or max(xs) > width + OUTSIDE or max(ys) > height + OUTSIDE:
            yield f"has a path outside the view box, around {xs[0]:.0f} {ys[0]:.0f}"
            return


def _ends(data: str) -> list[tuple[float, float]]:
    """Points a path of M, l, c and z passes."""
    found, x, y = [], 0.0, 0.0
    for command, numbers in re.findall(r"([Mlcz])([^Mlcz]*)", data):
        values = [float(value) for value in NUMBER.findall(numbers)]
        stride = {"M": 2, "l": 2, "c": 6}.get(command, 1)
        for start in range(0, len(values) - stride + 1, stride):
            step = values[start + stride - 2 : start + stride]
            x, y = (step[0], step[1]) if command == "M" else (x + step[0], y + step[1])
            found.append((x, y))
    return found or [(0.0, 0.0)]
