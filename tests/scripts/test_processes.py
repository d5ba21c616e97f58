"""Programs started for a while end with their children, even when they do not want to."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from scripts import processes

STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child:
    open(sys.argv[1], "w").write(str(child))
time.sleep(60)
"""


def lives(number: int) -> bool:
    """Whether the process has not ended; one that only waits to be counted has."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text().rsplit(")")[-1].split()[0] != "Z"


def test_nothing_is_left_of_a_program_that_ignores_the_request_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 0.1)
    noted = tmp_path / "child"
    with processes.running([sys.executable, "-c", STUBBORN, str(noted)]) as process:
        while not noted.exists() or not noted.read_text():
            time.sleep(0.01)
        child = int(noted.read_text())
        assert lives(child)
    assert process.returncode is not None
    deadline = time.monotonic() + 5
    while lives(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not lives(child)


def test_a_program_in_a_block_that_fails_ends_too() -> None:
    with (
        pytest.raises(RuntimeError),
        processes.running([sys.executable, "-c", "import time; time.sleep(60)"]) as process,
    ):
        raise RuntimeError
    assert process.returncode is not None


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((processes.LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not processes.is_free(port)
        assert processes.next_free_port(port) > port


def test_a_signal_to_end_is_raised_where_the_program_stands() -> None:
    before = {number: processes.signal.getsignal(number) for number in processes.ENDING_SIGNALS}
    try:
        processes.stop_on_signals()
        with pytest.raises(processes.Stopped):
            os.kill(os.getpid(), processes.signal.SIGTERM)
            time.sleep(1)
    finally:
        for number, handler in before.items():
            processes.signal.signal(number, handler)
