"""`./run test`: the whole suite on SQLite, the data tests again on PostgreSQL, the engine under another hash seed."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from scripts import processes, system
from scripts.cluster import private_cluster
from scripts.preparation import ROOT

NOTHING_COLLECTED = 5
FIRST_SEED, SECOND_SEED = {"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "1"}
# Everything whose outcome must not depend on the order of a set.
ORDERLY = [place for place in ("tests/engine", "tests/cases", "tests/properties") if (ROOT / place).exists()]


@dataclass
class Report:
    """What ran, what failed and what could not run here."""

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def run(self, title: str, words: list[str], environment: dict[str, str], *, may_be_empty: bool = False) -> None:
        """Run pytest with `words`; `may_be_empty` allows a selection without a single test."""
        print(f"\nBackstride: {title}", flush=True)
        command = [sys.executable, "-m", "pytest", *words]
        code = subprocess.run(command, cwd=ROOT, env=os.environ | environment, stdin=subprocess.DEVNULL).returncode
        fine = code == 0 or (may_be_empty and code == NOTHING_COLLECTED)
        (self.passed if fine else self.failed).append(title)

    def end_line(self, seconds: float) -> str:
        """One line that says how it went."""
        parts = [f"FAILED: {', '.join(self.failed)}"] if self.failed else []
        parts += [f"passed: {', '.join(self.passed)}"] if self.passed else []
        parts += [f"NOT RUN: {', '.join(self.missing)}"] if self.missing else []
        return f"\nBackstride: tests {'; '.join(parts)} ({seconds:.0f} s)"


@contextmanager
def postgres(report: Report) -> Iterator[str]:
    """The address of a private PostgreSQL database, or "" where its programs are missing."""
    with ExitStack() as stack:
        if programs := system.postgres_directory():
            yield stack.enter_context(private_cluster(programs))
        else:
            report.missing.append("data tests on PostgreSQL")
            yield ""


def run_all(words: list[str]) -> Report:
    """Run every part; `words` select tests, and then only they run."""
    report = Report()
    selection = list(words)
    if not system.chromium():
        report.missing.append("journeys in Chromium")
        selection += ["-m", "not journey"]
    with postgres(report) as address:
        environment = {"BACKSTRIDE_TEST_POSTGRES_URL": address} if address else {}
        report.run("every test on SQLite", selection, environment | FIRST_SEED)
        if address:
            environment["BACKSTRIDE_DATABASE_URL"] = address
            report.run("data tests on PostgreSQL", [*words, "-m", "data"], environment, may_be_empty=True)
    if ORDERLY and not words:
        report.run("engine under another hash seed", ORDERLY, SECOND_SEED, may_be_empty=True)
    return report


def main() -> int:
    """Run the tests and say how it went."""
    processes.stop_on_signals()
    started = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="backstride-tests-") as data:
            os.environ["BACKSTRIDE_DATA"] = data
            report = run_all(sys.argv[1:])
    except processes.Stopped:
        print("\nBackstride: tests stopped")
        return 130
    print(report.end_line(time.monotonic() - started))
    return 1 if report.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
