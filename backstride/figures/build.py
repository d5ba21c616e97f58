"""Draws everything anew: pictures, movements and tracks of every pose file, and the body charts, two at a time."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from backstride.figures import DRAWN, manifest
from backstride.figures.checking import posed
from backstride.figures.checking.finding import Finding
from backstride.figures.drawing import chart, flipbook, pointing, words
from backstride.figures.drawing.picture import arrow_of, picture
from backstride.figures.drawing.scene import scene, stage
from backstride.figures.posing import files
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Movement, move
from backstride.figures.tracking import angle_track, picture_targets

TRACKS, TARGETS = DRAWN / "tracks.json", DRAWN / "targets.json"
WORKERS = 2


class Drawn(NamedTuple):
    """What one pose file gives: its finished files by name, the solved postures, and what the checks found."""

    figure: str
    files: dict[str, str]
    postures: str
    findings: list[Finding]


def keys_of(figure: Figure, movement: Movement) -> list[str]:
    """The pictures of all key poses."""
    on = stage(figure, movement.frames)
    found = []
    for frame in movement.frames[: len(figure.poses)]:
        last = frame.start == len(figure.poses) - 1
        pose = figure.poses[frame.start]
        arrow = arrow_of(on) if last and len(figure.poses) > 1 else ""
        found.append(picture(scene(on, frame), figure.name, words.pose_words(figure, pose), arrow=arrow))
    return found


def drawings(figure: Figure, movement: Movement) -> dict[str, str]:
    """All SVG files of one figure by name, drawn from postures that are given."""
    found = {f"{figure.id}-{number}.svg": text for number, text in enumerate(keys_of(figure, movement), 1)}
    if len(figure.poses) > 1 or figure.callouts:
        found[f"{figure.id}-one.svg"] = pointing.pointed(figure, movement)
    if movement.cycle:
        found[f"{figure.id}-move.svg"] = flipbook.flipbook(figure, movement)
    return found


def postures_text(movement: Movement) -> str:
    """The solved postures, one row of coordinates for each frame that is not a mirror image; degrees and meters."""
    rows = [[float(value) for value in frame.posture] for frame in movement.frames if not frame.twin]
    return "[" + ",\n".join(json.dumps(row, separators=(",", ":")).replace(".0,", ",") for row in rows) + "]\n"


def draw(figure_id: str, folder: Path = files.FOLDER) -> Drawn:
    """Solve, check and draw one pose file.

    Raises:
        PoseError: the file cannot be read.
    """
    figure = files.read(figure_id, folder)
    movement = move(figure)
    return Drawn(figure_id, drawings(figure, movement), postures_text(movement), posed.findings(figure, movement))


def redraw(figure_id: str) -> dict[str, str]:
    """The drawings of one figure from its committed postures, which were solved when it was built."""
    figure = files.read(figure_id)
    return drawings(figure, solved(figure))


def draw_all(ids: Iterable[str]) -> Iterator[Drawn]:
    """Draw many, on two cores, in the order given."""
    with ProcessPoolExecutor(WORKERS) as pool:
        yield from pool.map(draw, ids)


def _check(job: tuple[str, Path]) -> list[Finding]:
    figure = files.read(*job)
    return posed.findings(figure, move(figure))


def check_all(ids: Iterable[str], folder: Path) -> Iterator[list[Finding]]:
    """Solve and check many, on two cores, in the order given."""
    with ProcessPoolExecutor(WORKERS) as pool:
        yield from pool.map(_check, [(one, folder) for one in ids])


def write(drawn: Drawn) -> None:
    """Write the files of one figure, and remove those it no longer has."""
    for file in DRAWN.glob(f"{drawn.figure}-*.svg"):
        if file.stem.rpartition("-")[0] == drawn.figure and file.name not in drawn.files:
            file.unlink()
    for name, text in drawn.files.items():
        (DRAWN / name).write_text(text, encoding="utf-8")
    (files.SOLVED / f"{drawn.figure}.json").write_text(drawn.postures, encoding="utf-8")


def compare(figure_id: str) -> list[Finding]:
    """Drawings of a figure that are not, byte by byte, what its postures and the renderer give."""
    again = redraw(figure_id)
    return [
        Finding(figure_id, "", -1, name, "is not what its postures and the renderer give")
        for name, text in again.items()
        if not (DRAWN / name).is_file() or (DRAWN / name).read_text("utf-8") != text
    ]


def compare_all(ids: Iterable[str]) -> Iterator[list[Finding]]:
    """Compare many, on two cores, in the order given."""
    with ProcessPoolExecutor(WORKERS) as pool:
        yield from pool.map(compare, ids)


def finish(ids: Iterable[str]) -> None:
    """Renew the entries of the named figures in tracks and picture targets, and remove what no pose file asks for."""
    angles, spots = _entries(TRACKS), _entries(TARGETS)
    for one in ids:
        figure = files.read(one)
        movement = solved(figure)
        angles[one] = angle_track(figure, movement)
        spots[one] = picture_targets(stage(figure, movement.frames), movement)
    for file, entries in ((TRACKS, angles), (TARGETS, spots)):
        kept = {one: entries[one] for one in files.all_ids() if one in entries}
        file.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")
    _remove_orphans()


def _entries(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def _remove_orphans() -> None:
    known = files.all_ids()
    for file in DRAWN.glob("*-*.svg"):
        if file.stem.rpartition("-")[0] not in known and file.stem not in chart.CHARTS:
            file.unlink()
    for file in files.SOLVED.glob("*.json"):
        if file.stem not in known and file != manifest.FILE:
            file.unlink()


def draw_charts() -> None:
    """Draw the body charts."""
    for name in chart.CHARTS:
        (DRAWN / f"{name}.svg").write_text(chart.draw(name), encoding="utf-8")


def solved(figure: Figure) -> Movement:
    """The movement of a figure from its committed postures."""
    rows = json.loads((files.SOLVED / f"{figure.id}.json").read_text("utf-8"))
    return move(figure, [np.array(row) for row in rows])
