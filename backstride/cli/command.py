"""`backstride <command>`: reading the words, running the command, and clear errors on bad input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from backstride import __version__
from backstride.cli import check, figures, replay, today
from backstride.engine import Refused
from backstride.knowledge import KnowledgeError

COMMANDS = (check, today, replay, figures)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when the input was refused (the message names it), 2 for wrong words."""
    given = parser().parse_args(words)
    try:
        return int(given.run(given))
    except (Refused, KnowledgeError) as problem:
        print(problem, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(prog="backstride", description=__doc__)
    top.add_argument("--version", action="version", version=f"backstride {__version__}")
    commands = top.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.declare(commands)
    return top
