"""`backstride replay FILE`: fold a file of events again and print the program and every decision."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from backstride.cli.event_file import read
from backstride.engine import trace
from backstride.engine.codec import to_plain
from backstride.knowledge import load


def declare(commands: Any) -> None:
    """Add the command's words."""
    words = commands.add_parser("replay", help=__doc__)
    words.add_argument("file", type=Path, metavar="FILE", help="events, one JSON object a line")
    words.add_argument("--json", action="store_true", help="print program and decisions as JSON")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print what the events lead to; a file that is cut short or malformed is refused whole."""
    steps = list(trace(read(given.file), load().engine))
    program = steps[-1][1]
    decisions = [one for _, _, made in steps for one in made]
    if given.json:
        print(json.dumps({"program": to_plain(program), "decisions": [to_plain(one) for one in decisions]}, indent=2))
        return 0
    for one in decisions:
        facts = ", ".join(f"{label} {value}" for label, value in one.reason.facts)
        change = f" {one.before} -> {one.after}" if one.after != "" else ""
        print(f"{one.on} {one.kind.value:14} {one.subject}{change}  [{one.reason.rule}] {facts}".rstrip())
    print(f"{program.on} phase {program.phase}, walking level {program.walk.level}")
    for state in program.ladders:
        print(f"  {state.ladder}: rung {state.rung}" if state.rung >= 0 else f"  {state.ladder}: not open yet")
    return 0
