"""The last line of `./run test` says what failed and what did not run."""

from pathlib import Path

import psycopg

from scripts import system
from scripts.cluster import private_cluster
from scripts.suite import Report


def test_the_end_line_names_what_failed_and_what_did_not_run() -> None:
    report = Report(passed=["every test on SQLite"], failed=["data tests"], missing=["journeys"])
    line = report.end_line(12.3)
    assert "FAILED: data tests" in line
    assert "NOT RUN: journeys" in line
    assert "passed: every test on SQLite" in line


def test_the_private_cluster_answers_and_leaves_nothing() -> None:
    programs = system.postgres_directory()
    if programs is None:
        return
    with private_cluster(programs) as address, psycopg.connect(address) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    assert not Path(row[0]).exists()
