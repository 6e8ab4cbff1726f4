"""Fetching: what is asked of other hosts, and what is taken from them."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from journeybook.exchange import fetching
from journeybook.exchange.fetching import fetch
from journeybook.reading.other_document import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Answer = Callable[[BaseHTTPRequestHandler], None] if TYPE_CHECKING else object


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """The address of a server that answers every request so."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/portal.json"
        running.shutdown()
        thread.join()


def says(content: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(content)

    return answer


def why(source: str, root: Path) -> str:
    found = fetch(source, root)
    assert isinstance(found, Refused)
    return found.message


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers of these tests are at home."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_a_web_address(tmp_path: Path) -> None:
    with server(says(b"{}")) as source:
        assert fetch(source, tmp_path) == b"{}"


def test_a_path_starts_from_the_portal_s_folder(tmp_path: Path) -> None:
    (tmp_path / "my portal.json").write_bytes(b"{}")
    assert fetch("my portal.json", tmp_path) == b"{}"
    assert fetch((tmp_path / "my portal.json").as_uri(), tmp_path / "elsewhere") == b"{}"
    assert "No such file" in why("other.json", tmp_path)
    assert why(".", tmp_path)


def test_an_error_of_the_server_is_told(tmp_path: Path) -> None:
    with server(says(b"gone", 404)) as source:
        assert why(source, tmp_path) == "the server answers 404 Not Found"


def test_nobody_there(tmp_path: Path) -> None:
    with server(says(b"")) as source:
        pass
    assert "refused" in why(source, tmp_path)


def test_redirects_are_followed_on_the_web_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    with server(says(b"{}")) as there, server(says(b"", 302, Location=there)) as source:
        assert fetch(source, tmp_path) == b"{}"
    for target in (secret.as_uri(), "ftp://127.0.0.1/x", "data:application/json,{}", "javascript:x"):
        with server(says(b"", 302, Location=target)) as source:
            assert "redirect" in why(source, tmp_path).lower(), target


def test_an_encrypted_connection_is_never_left() -> None:
    from urllib.error import URLError
    from urllib.request import Request

    handler = fetching._CarefulRedirects()
    with pytest.raises(URLError, match="not followed"):
        handler.redirect_request(Request("https://a.example/"), None, 302, "", {}, "http://a.example/")  # type: ignore[arg-type]


def test_a_redirect_in_a_circle_ends(tmp_path: Path) -> None:
    with server(says(b"", 302, Location="/portal.json")) as source:
        assert why(source, tmp_path)


def test_no_more_is_read_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 100_000)

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(b"x" * 65_536)
        except OSError:
            pass

    with server(endless) as source:
        found = fetch(source, tmp_path)
    assert isinstance(found, bytes)
    assert 100_000 < len(found) < 200_000


def test_a_server_that_is_silent_or_slow_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SILENCE", 0.05)
    waiting = threading.Event()
    with server(lambda _: waiting.wait(5) and None) as source:
        assert "time" in why(source, tmp_path)
        waiting.set()
    monkeypatch.setattr(fetching, "SILENCE", 5)
    monkeypatch.setattr(fetching, "LONGEST", -1)
    with server(says(b"{}")) as source:
        assert "time" in why(source, tmp_path)


def test_certificates_are_checked() -> None:
    import ssl
    from urllib.request import HTTPSHandler

    (handler,) = [one for one in fetching._opener().handlers if isinstance(one, HTTPSHandler)]
    context: ssl.SSLContext = handler._context  # type: ignore[attr-defined]
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
