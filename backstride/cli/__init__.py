"""The command line: check the knowledge, print a day's plan, replay a history."""

from backstride.cli.command import main

__all__ = ["main"]
