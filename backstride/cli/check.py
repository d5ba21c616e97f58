"""`backstride check`: read and validate every knowledge file, and tell how its review stands."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from backstride.cli.review import SOON_DAYS, Standing, Tally, standings, tallies, whole
from backstride.knowledge import load

ROW = "{:18}{:>7}{:>10}{:>8}{:>9}{:>9}{:>16}"
HEADS = ("", "files", "proposed", "signed", "retired", "overdue", f"due in {SOON_DAYS} days")

Standings = dict[str, list[Standing]]


def declare(commands: Any) -> None:
    """Add the command's words."""
    words = commands.add_parser("check", help=__doc__)
    words.add_argument("--files", action="store_true", help="one line a file: status, author, checker, next review")
    words.add_argument("--due", action="store_true", help="end with 1 when a signed file is past its review date")
    words.add_argument("--json", action="store_true", help="print the same as JSON")
    words.add_argument("--on", type=date.fromisoformat, help="the date to look from, YYYY-MM-DD (today)")
    words.add_argument("--root", type=Path, help="another folder of knowledge files")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the figures; KnowledgeError lists every file, key and reason refused."""
    library = load(given.root)
    on = given.on or date.today()
    found = standings(library, on)
    figures = tallies(library, found)
    if given.json:
        print(json.dumps(_plain(figures, found if given.files else {}), indent=2))
    else:
        print("\n".join(_lines(figures, found if given.files else {}, library.version, on)))
    return _lapsed(found) if given.due else 0


def _plain(figures: dict[str, Tally], found: Standings) -> dict[str, Any]:
    """The figures of each kind, and below each its files when they were asked for."""
    rows: dict[str, Any] = {kind: asdict(tally) for kind, tally in figures.items()}
    for kind, some in found.items():
        rows[kind]["standings"] = [one.plain() for one in some]
    return rows


def _lines(figures: dict[str, Tally], found: Standings, version: str, on: date) -> Iterator[str]:
    total = whole(figures.values())
    yield f"{total.files} knowledge files are sound (version {version})."
    yield f"\nReview on {on}:"
    yield ROW.format(*HEADS)
    yield from (_row(kind, tally) for kind, tally in {**figures, "all": total}.items())
    files = [one for some in found.values() for one in some]
    if files:
        yield ""
    width = max((len(one.path) for one in files), default=0)
    yield from (_file(one, width) for one in files)


def _row(kind: str, tally: Tally) -> str:
    numbers = (tally.proposed, tally.signed, tally.retired, tally.overdue, tally.due_soon)
    return ROW.format(kind, tally.files, *(numbers if tally.reviewed else ("-",) * len(numbers)))


def _file(one: Standing, width: int) -> str:
    who = f"{one.author}  checked by {one.checker}" if one.checker else f"{one.author}  not checked"
    return f"{one.path:{width}}  {one.status:8}  {who}  {one.review_by}  {one.due}"


def _lapsed(found: Standings) -> int:
    """Name every signed file that is past its review date; 1 when there is one."""
    lapsed = [one for some in found.values() for one in some if one.lapsed]
    for one in lapsed:
        print(f"{one.path}: signed by {one.checker}, to be read again by {one.review_by}", file=sys.stderr)
    return 1 if lapsed else 0
