"""`backstride check`: read and validate every knowledge file, and print how many there are of each kind."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from backstride.knowledge import Library, load

KINDS = ("exercises", "ladders", "causes", "flags", "rules", "contraindications", "citations")


def declare(commands: Any) -> None:
    """Add the command's words."""
    words = commands.add_parser("check", help=__doc__)
    words.add_argument("--json", action="store_true", help="print the counts as JSON")
    words.add_argument("--root", type=Path, help="another folder of knowledge files")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the counts; KnowledgeError lists every file, key and reason refused."""
    found = counts(load(given.root))
    if given.json:
        print(json.dumps(found, indent=2))
        return 0
    for kind, numbers in found.items():
        proposed = f", {numbers['proposed']} proposed" if numbers["proposed"] else ""
        signed = f", {numbers['signed']} signed" if numbers["signed"] else ""
        print(f"{kind:18} {numbers['files']:4}{signed}{proposed}")
    return 0


def counts(library: Library) -> dict[str, dict[str, int]]:
    """Files of each kind: in all, signed by a clinician, and still proposed."""
    return {kind: _of(getattr(library, kind).values()) for kind in KINDS}


def _of(files: Any) -> dict[str, int]:
    states = [getattr(one, "status", "") for one in files]
    return {"files": len(states), "signed": states.count("signed"), "proposed": states.count("proposed")}
