"""`./run` and `./run serve`: prepares, serves, says where when the page really answers, and ends cleanly."""

import argparse
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path

from scripts import processes
from scripts.preparation import is_demo, prepare

FIRST_PORT = 8000
START_LIMIT = 60.0
EVERYWHERE = {"0.0.0.0": processes.LOOPBACK, "::": "[::1]"}


def arguments(words: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="./run serve", description="Serve Backstride.")
    parser.add_argument("--port", type=int, help="this port and no other; else 8000 or the next free one")
    parser.add_argument("--host", default=processes.LOOPBACK, help="where to listen; else on this computer only")
    return parser.parse_args(words)


def choose_port(wanted: int | None, host: str) -> int:
    """The port asked for, or the first free one.

    Raises:
        SystemExit: it is taken, or `host` is no address of this computer.
    """
    if wanted is None:
        try:
            return processes.next_free_port(FIRST_PORT, host)
        except OSError as wrong:
            raise SystemExit(f"Backstride: {wrong}") from wrong
    if not processes.is_free(wanted, host):
        raise SystemExit(f"Backstride: port {wanted} on {host} cannot be used. Choose another with --port.")
    return wanted


def server_words(host: str, port: int) -> list[str]:
    """The command line of the server."""
    program = Path(sys.executable).with_name("granian")
    # One thread a worker: more of them only wait for each other.
    options = ["--interface", "wsgi", "--no-ws", "--workers", "2", "--blocking-threads", "1"]
    address = ["--host", host, "--port", str(port)]
    # Workers that do not hear the request to end are not waited for without limit.
    ending = ["--workers-kill-timeout", "2"]
    noise = ["--log-level", "warning"]
    return [str(program), *options, *address, *ending, *noise, "backstride.web.wsgi:application"]


def wait_until_answering(server: subprocess.Popen[bytes], address: str) -> None:
    """Return as soon as the first page comes back whole.

    Raises:
        SystemExit: the server ended, answered with an error, or did not answer in a minute.
    """
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SystemExit("Backstride: the server ended while starting; its reason stands above.")
        try:
            status = first_page(address)
        except OSError:
            time.sleep(0.1)
            continue
        if status < HTTPStatus.BAD_REQUEST:
            return
        raise SystemExit(f"Backstride: the first page answers {status}; the reason stands above.")
    raise SystemExit(f"Backstride: no answer in {START_LIMIT:.0f} seconds.")


def first_page(address: str) -> int:
    """The HTTP status of the first page, asked for by the name that the installation goes by."""
    request = urllib.request.Request(address)
    if hosts := os.environ.get("BACKSTRIDE_HOSTS"):
        request.add_header("Host", hosts.split(",")[0].strip().lstrip("."))
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as answer:
        return int(answer.code)


def serve(host: str, port: int) -> None:
    """Serve until somebody stops it.

    Raises:
        SystemExit: the server could not start, or ended by itself.
    """
    reachable = EVERYWHERE.get(host, f"[{host}]" if ":" in host else host)
    address = f"http://{reachable}:{port}/"
    with processes.running(server_words(host, port)) as server:
        wait_until_answering(server, address)
        print(f"\nBackstride{' (demo)' if is_demo() else ''} is ready: {address}\nCtrl-C ends it.", flush=True)
        server.wait()
        raise SystemExit(f"Backstride: the server ended by itself with code {server.returncode}.")


def main() -> None:
    """Prepare, then serve."""
    wish = arguments(sys.argv[1:])
    processes.stop_on_signals()
    try:
        prepare()
        serve(wish.host, choose_port(wish.port, wish.host))
    except processes.Stopped:
        print("\nBackstride has ended.")


if __name__ == "__main__":
    main()
