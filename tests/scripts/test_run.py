"""`./run` is plain POSIX shell, and its help names everything it does."""

import re
import subprocess
from pathlib import Path


def test_it_is_shell_that_any_system_reads(root: Path) -> None:
    assert (root / "run").read_text().startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", "run"], cwd=root).returncode == 0


def test_its_help_names_every_command(root: Path) -> None:
    shown = subprocess.run(["./run", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"^    (\w+)\)", (root / "run").read_text(), re.MULTILINE)) - {"demo"}
    assert commands == set(re.findall(r"^\./run (\w+)", shown, re.MULTILINE))


def test_an_unknown_command_is_refused(root: Path) -> None:
    done = subprocess.run(["./run", "nonsense"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert "unknown command: nonsense" in done.stderr


def test_the_continuous_integration_runs_the_tests_and_nothing_else(root: Path) -> None:
    lines = (root / ".ci" / "run").read_text().splitlines()
    assert [line for line in lines if "./run" in line] == ["exec ./run test </dev/null"]
