"""A quiet server of one folder on this machine, for the browser tests."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class StaticServer:
    """Serves a folder on an ephemeral port of 127.0.0.1 until it is closed."""

    def __init__(self, folder: Path, under: str = "", headers: Mapping[str, str] | None = None) -> None:
        """Starts to serve at once, at the path `under` (`/docs`) if one is given.

        `headers` are sent with each answer.
        """
        handler = partial(_QuietHandler, directory=str(folder), under=under, headers=headers or {})
        self._under = under
        self._server = _QuietServer(("127.0.0.1", 0), handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The base address, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_port}{self._under}"

    def close(self) -> None:
        """Stops serving and gives the port back."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no error; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _QuietHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, directory: str, under: str, headers: Mapping[str, str]) -> None:
        self._under, self._more_headers = under, headers
        # Without these, types are what the machine says.
        self.extensions_map = {**self.extensions_map, ".js": "text/javascript", ".mjs": "text/javascript"}
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        """The file that an address leads to; outside of `under` there is none."""
        inside = path.startswith(f"{self._under}/")
        return super().translate_path(path.removeprefix(self._under)) if inside else ""

    def end_headers(self) -> None:
        """Close the headers, with those that were asked for."""
        for name, value in self._more_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing is logged."""
