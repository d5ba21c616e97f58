"""The server is asked for by the right name, on the port that was wanted."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from scripts import processes, server


class Page(BaseHTTPRequestHandler):
    """Answers only to the name clinic.example."""

    def do_GET(self) -> None:
        """Answer 200 to the right name and 400 to any other."""
        self.send_response(200 if self.headers["Host"] == "clinic.example" else 400)
        self.end_headers()

    def log_message(self, format: str, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """Where such a page is served."""
    with HTTPServer((processes.LOOPBACK, 0), Page) as page:
        thread = threading.Thread(target=page.serve_forever)
        thread.start()
        yield f"http://{processes.LOOPBACK}:{page.server_port}/"
        page.shutdown()
        thread.join()


def test_the_first_page_is_asked_for_by_the_name_of_the_installation(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKSTRIDE_HOSTS", "clinic.example,localhost")
    assert server.first_page(address) == 200
    monkeypatch.delenv("BACKSTRIDE_HOSTS")
    assert server.first_page(address) == 400


def test_a_wanted_port_that_is_taken_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind((processes.LOOPBACK, 0))
        taken.listen()
        with pytest.raises(SystemExit, match="--port"):
            server.choose_port(taken.getsockname()[1], processes.LOOPBACK)


def test_it_listens_on_this_computer_only_unless_told_otherwise() -> None:
    assert server.arguments([]).host == processes.LOOPBACK
    assert server.arguments(["--host", "0.0.0.0"]).host == "0.0.0.0"
