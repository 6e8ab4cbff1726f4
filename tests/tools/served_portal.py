"""A small portal served by `journeybook serve`."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.mkdocs.small_portal import SmallPortal

LONGEST_WAIT = 60


@dataclass
class Served:
    """A portal that is served."""

    portal: SmallPortal
    port: int
    temporary: Path
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text; 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace")
        except OSError:
            return 0, {}, ""
        finally:
            connection.close()

    def page(self, path: str) -> str:
        """The text of the page, if it is there."""
        status, _, text = self.ask(f"/{path}")
        return text if status == 200 else ""

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + LONGEST_WAIT
        while not holds():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.05)

    @property
    def log(self) -> str:
        """What the server has printed."""
        return (self.portal.root / "log").read_text()


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def served(portal: SmallPortal, folder: Path) -> Generator[Served]:
    """The portal served, with its temporary folder in `folder`."""
    portal.save_settings()
    port = free_port()
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    with (portal.root / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "journeybook_cli", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=portal.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Served(portal, port, temporary, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(LONGEST_WAIT)
