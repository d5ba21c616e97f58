"""A private PostgreSQL that lives as long as the tests: on loopback, on a random port, gone without a trace afterwards."""

import os
import pwd
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from scripts import processes

OWNER = "backstride"
START_LIMIT = 30.0
# The data are thrown away, so nothing is gained by waiting for the disk.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def private_cluster(programs: Path) -> Iterator[str]:
    """The address of an empty database on a cluster of its own, made with the `programs` of PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="backstride-postgres-", ignore_cleanup_errors=True) as place:
        as_owner = unprivileged(Path(place))
        data, port = f"{place}/data", processes.any_free_port()
        subprocess.run([*as_owner, *creation_words(programs, data)], cwd=place, check=True, stdout=subprocess.DEVNULL)
        server = [*as_owner, *server_words(programs, data, port)]
        with processes.running(server, cwd=place, quiet=True, ending=processes.INTERRUPT):
            yield empty_database(port)


def unprivileged(place: Path) -> list[str]:
    """The words that run a program as somebody else, to whom `place` is given: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    account = known.get("postgres") or known["nobody"]
    os.chown(place, account.pw_uid, account.pw_gid)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


def creation_words(programs: Path, data: str) -> list[str]:
    """The command line that makes the cluster."""
    options = ("--no-sync", "--auth=trust", "--encoding=UTF8", "--no-locale", f"--username={OWNER}")
    return [f"{programs}/initdb", *options, data]


def server_words(programs: Path, data: str, port: int) -> list[str]:
    """The command line of the database server."""
    settings = (f"port={port}", f"listen_addresses={processes.LOOPBACK}", "unix_socket_directories=", *FORGETFUL)
    return [f"{programs}/postgres", "-D", data, *(word for setting in settings for word in ("-c", setting))]


def empty_database(port: int) -> str:
    """Make the database of the tests as soon as the server answers, and return its address.

    Raises:
        psycopg.OperationalError: the server does not answer in time.
    """
    server = f"postgresql://{OWNER}@{processes.LOOPBACK}:{port}"
    deadline = time.monotonic() + START_LIMIT
    while True:
        try:
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {OWNER}")
            return f"{server}/{OWNER}"
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
