"""`backstride figures ...`: draw, check, look at and preview the pictures of exercises."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from backstride.figures import build, manifest, preview, sheet
from backstride.figures.checking import drawn
from backstride.figures.posing import files
from backstride.figures.posing.figure import PoseError


def _chosen(ids: Sequence[str], folder: Path) -> tuple[str, ...]:
    known = files.all_ids(folder)
    for one in ids:
        if one not in known:
            raise PoseError(f"{one}: there is no such pose file in {folder}")
    return tuple(ids) or known


def run_draw(given: argparse.Namespace) -> int:
    """Draw the named figures, or everything; findings are printed and make the exit code 1, the files are written."""
    began, count = time.monotonic(), 0
    ids = _chosen(given.ids, files.FOLDER)
    for one in build.draw_all(ids):
        build.write(one)
        count += len(one.findings)
        print("\n".join([f"{one.figure}: {len(one.files)} files", *map(str, one.findings)]), flush=True)
    build.finish(ids)
    if not given.ids:
        build.draw_charts()
    manifest.write(ids)
    print(f"{len(ids)} figures in {time.monotonic() - began:.0f} s, {count} findings")
    return 1 if count else 0


def run_check(given: argparse.Namespace) -> int:
    """Solve and check every frame, and check the drawn files; 1 when anything is wrong."""
    folder = given.folder or files.FOLDER
    ids = _chosen(given.ids, folder)
    found = [finding for one in build.check_all(ids, folder) for finding in one]
    if folder == files.FOLDER:
        found += [*drawn.findings(ids), *manifest.findings(ids)]
        found += [finding for one in build.compare_all(ids if given.redraw else ()) for finding in one]
    for finding in found:
        print(finding)
    print(f"{len(ids)} figures checked, {len(found)} findings")
    return 1 if found else 0


def run_sheet(given: argparse.Namespace) -> int:
    """Write a contact sheet."""
    sheet.write(given.out, given.ids, given.theme, given.width, given.kind)
    return 0


def run_preview(given: argparse.Namespace) -> int:
    """Serve one figure on this computer and draw it anew whenever its file is saved."""
    _chosen([given.id], files.FOLDER)
    preview.serve(given.id, given.port)
    return 0


def parser() -> argparse.ArgumentParser:
    """The words after `backstride figures`."""
    top = argparse.ArgumentParser(prog="backstride figures", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="command")
    draw = commands.add_parser("draw", help="draw the named figures, or all of them, the tracks and the body charts")
    draw.set_defaults(run=run_draw)
    check = commands.add_parser("check", help="check every frame of the named figures, or of all, and the drawn files")
    check.add_argument("--folder", type=Path, help="pose files to check in place of the package's own")
    check.add_argument(
        "--redraw", action="store_true", help="draw again from the solved postures and compare, byte by byte"
    )
    check.set_defaults(run=run_check)
    show = commands.add_parser("sheet", help="write a contact sheet: OUT.html, or OUT.png where Chromium is installed")
    show.add_argument("out", type=Path)
    show.add_argument("--theme", choices=sheet.BACKGROUNDS, default="light")
    show.add_argument("--width", type=int, default=324, help="width of one picture in pixels")
    show.add_argument("--kind", choices=sheet.KINDS, default="keys", help="key poses, pointed pictures or movements")
    show.set_defaults(run=run_sheet)
    for one in (draw, check, show):
        one.add_argument("ids", nargs="*", metavar="ID")
    look = commands.add_parser("preview", help="show one figure in a browser and draw it anew whenever it is saved")
    look.add_argument("id", metavar="ID")
    look.add_argument("--port", type=int, default=8010)
    look.set_defaults(run=run_preview)
    return top


def main(words: Sequence[str]) -> int:
    """Run one command; 0 when all is well, 1 with a message on a refused pose file or a finding."""
    given = parser().parse_args(words)
    try:
        return int(given.run(given))
    except PoseError as error:
        print(error, file=sys.stderr)
        return 1
