"""`backstride figures`: draw, check and look at the pictures; needs the drawing tools, which an installation does without."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import Any

MISSING = "Drawing needs numpy and scipy, which a running installation does without: pip install 'backstride[figures]'"


def declare(commands: Any) -> None:
    """Add the command's words; what follows them is read by the drawing tools."""
    words = commands.add_parser("figures", help=__doc__, add_help=False)
    words.add_argument("words", nargs=argparse.REMAINDER)
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Hand the words on; 1 with a message when the drawing tools are not installed."""
    try:
        commands = import_module("backstride.figures.commands")
    except ModuleNotFoundError as missing:
        if missing.name not in ("numpy", "scipy"):
            raise
        print(MISSING, file=sys.stderr)
        return 1
    return int(commands.main(given.words))
