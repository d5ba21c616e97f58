"""`./run check`: every gate that reads files without running the tests."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts import processes
from scripts.preparation import ROOT

PROGRAMS = Path(sys.executable).parent
GATES = (
    ("format", "ruff format --check ."),
    ("lint", "ruff check ."),
    ("types", "mypy"),
    ("imports", "lint-imports"),
    ("templates", "djlint --lint backstride/web"),
    ("knowledge", "backstride check"),
)


def passes(title: str, command: str) -> bool:
    """Run one gate, show what it has to say when it refuses, and tell whether it passed."""
    program, *words = command.split()
    started = time.monotonic()
    done = subprocess.run(
        [PROGRAMS / program, *words], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    took = f"{time.monotonic() - started:.1f} s"
    if done.returncode == 0:
        print(f"ok      {title:<10} {took}", flush=True)
        return True
    print(f"FAILED  {title:<10} {took}   {command}\n{done.stdout}{done.stderr}", flush=True)
    return False


def main() -> int:
    """Run every gate, even after one has refused."""
    processes.stop_on_signals()
    with tempfile.TemporaryDirectory(prefix="backstride-check-") as data:
        # The types of Django's models come from the settings, which make a key where the data are.
        os.environ |= {"BACKSTRIDE_DATA": data, "BACKSTRIDE_DEMO": "on"}
        results = [passes(title, command) for title, command in GATES]
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
