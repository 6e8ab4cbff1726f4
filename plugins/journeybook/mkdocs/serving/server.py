"""The server that browsers speak to."""

from __future__ import annotations

import mimetypes
import posixpath
import socket
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv6Address, ip_address
from socketserver import TCPServer
from typing import cast
from urllib.parse import parse_qs, urlsplit

from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.serving.reloading import EVENTS, news_of, with_news
from journeybook.mkdocs.serving.requests import is_for_us, path_in_site
from journeybook.mkdocs.serving.shown import Elsewhere, Found, Shown

_HTML = "text/html; charset=utf-8"
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip"}
"""Those that registries of systems have wrong, or say of a file's content instead of the file."""
_WAITING = b"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Building</title>
<body style="font:16px/1.5 system-ui;margin:3em"><p>The portal is being built, and then shown here.
</body></html>"""


class Server(ThreadingHTTPServer):
    """Gives browsers what is `shown`, in a thread for each."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str, port: int, mount: str, shown: Shown) -> None:
        """`mount` is the path at which the site begins. Raises OSError where the address cannot be had."""
        self.shown = shown
        self.host = host
        self.mount = mount
        if _is_v6(host):
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """The address of the site."""
        host = f"[{self.host}]" if _is_v6(self.host) else self.host
        return f"http://{host}:{self.server_address[1]}{self.mount}"

    def server_bind(self) -> None:
        """Take the address, without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  # the library's names
        """Say nothing of browsers that went away."""
        log.debug("A request of %s broke off", client_address, exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "journeybook", ""
    disable_nagle_algorithm = True
    timeout = 60

    def do_GET(self) -> None:  # the library calls it so
        """Give a file, or news of it."""
        server = cast(Server, self.server)
        asked = urlsplit(self.path)
        if not is_for_us(self.headers.get("Host", ""), server.host):
            self._send(HTTPStatus.FORBIDDEN, b"This server answers to its own address only.\n", "text/plain")
        elif asked.path == EVENTS:
            self._send_news(server.shown, parse_qs(asked.query))
        elif (path := path_in_site(self.path, server.mount)) is None:
            self._lead_to(server.mount)
        elif (found := server.shown.at(path)) is None:
            page = with_news(_WAITING, None)
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, _HTML, {"Retry-After": "1"})
        elif isinstance(found, Elsewhere):
            self._lead_to(f"{asked.path}/" + (f"?{asked.query}" if asked.query else ""))
        else:
            self._send_found(found)

    do_HEAD = do_GET  # noqa: N815

    def _send_found(self, found: Found) -> None:
        if found.path.endswith(".html"):
            self._send(found.status, with_news(found.content, found), _HTML)
            return
        known = self.headers.get("If-None-Match")
        version = {"ETag": f'"{found.version}"'}
        if known == version["ETag"]:
            self._send(HTTPStatus.NOT_MODIFIED, b"", "", version)
        else:
            self._send(found.status, found.content, _type_of(found.path), version)

    def _lead_to(self, address: str) -> None:
        # More than one slash at its beginning would be an address of another host.
        self._send(HTTPStatus.FOUND, b"", "", {"Location": f"/{address.lstrip('/')}"})

    def _send(
        self, status: HTTPStatus, content: bytes, media_type: str, more: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        headers = {"Cache-Control": "no-cache", "Content-Length": str(len(content)), **(more or {})}
        if media_type:
            headers |= {"Content-Type": media_type, "X-Content-Type-Options": "nosniff"}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_news(self, shown: Shown, asked: Mapping[str, list[str]]) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        path = path_in_site(asked.get("path", [""])[0], cast(Server, self.server).mount)
        if path is None or self.command == "HEAD":
            return
        for event in news_of(shown, path, asked.get("version", [""])[0]):
            self.wfile.write(event)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library calls it so
        """Keep requests out of the terminal, where findings stand."""
        log.debug(format, *args)


def _type_of(path: str) -> str:
    ending = posixpath.splitext(path)[1].lower()
    guessed = _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    is_text = guessed.startswith("text/") or guessed in {"application/json", "image/svg+xml", "application/xml"}
    return f"{guessed}; charset=utf-8" if is_text else guessed


def _is_v6(host: str) -> bool:
    try:
        return isinstance(ip_address(host), IPv6Address)
    except ValueError:
        return False
