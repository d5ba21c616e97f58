"""Starting other programs so that none of them outlives this one, and finding a free port for them."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

LOOPBACK = "127.0.0.1"
INTERRUPT = signal.SIGINT
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# How often a program is asked to end, and how long each time it has, in seconds.
REQUESTS = 5
PATIENCE = 1.0


class Stopped(BaseException):
    """Somebody asked this program to end: Ctrl-C, TERM, or a closed terminal."""


def _raise_stopped(number: int, frame: FrameType | None) -> None:
    # A second Ctrl-C must not interrupt the tidying up after the first.
    for ending in ENDING_SIGNALS:
        signal.signal(ending, signal.SIG_IGN)
    raise Stopped


def stop_on_signals() -> None:
    """Turn the signals that end a program into `Stopped`, so that `finally` blocks run."""
    for number in ENDING_SIGNALS:
        signal.signal(number, _raise_stopped)


@contextmanager
def running(
    words: Sequence[str], *, cwd: str | None = None, quiet: bool = False, ending: signal.Signals = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    """The program `words`, in a process group of its own, ended with its children when the block is left.

    `ending` is the signal on which it ends cleanly.
    """
    output = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(
        words, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
    )
    try:
        yield process
    finally:
        end(process, ending)


def end(process: subprocess.Popen[bytes], ending: signal.Signals) -> None:
    """Ask `process` to end, ask again if it did not hear, then end whatever is left of its group."""
    # A server that is only starting may miss the first request.
    for _ in range(REQUESTS):
        if process.poll() is not None:
            break
        process.send_signal(ending)
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen on `port` of `host` now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # Ports of servers that ended a moment ago count as free, as they do for the server itself.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def next_free_port(first: int, host: str = LOOPBACK) -> int:
    """The first free port from `first` upwards.

    Raises:
        OSError: a hundred ports in a row are taken, or `host` is no address of this computer.
    """
    for port in range(first, first + 100):
        if is_free(port, host):
            return port
    raise OSError(f"no free port from {first} to {first + 99} on {host}")


def any_free_port() -> int:
    """A port that is free on this computer now, chosen by the system."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
