"""`mkdocs serve`: an edit shows, a mistake lies over the last good page, and goes away when it is mended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from tests.mkdocs.small_portal import FILES, SmallPortal

CHANNELS = "content/channels.yml"
LONGEST_WAIT = 60


@contextmanager
def served(portal: SmallPortal, host: str = "mkdocs") -> Iterator[Callable[[str], str]]:
    """`read(path)`: what the server gives; the empty text while it gives nothing."""
    portal.save_settings()
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (portal.root / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", host, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=portal.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )

        def read(path: str) -> str:
            assert process.poll() is None, (portal.root / "log").read_text()
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=LONGEST_WAIT) as answer:
                    return answer.read().decode()
            except OSError:
                return ""

        try:
            yield read
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def until(holds: Callable[[], bool], portal: SmallPortal) -> None:
    """Wait until something holds."""
    end = time.monotonic() + LONGEST_WAIT
    while not holds():
        assert time.monotonic() < end, (portal.root / "log").read_text()
        time.sleep(0.1)


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_edits_show_and_mistakes_lie_over_the_last_good_page(portal: SmallPortal, host: str) -> None:
    good = FILES[CHANNELS]
    portal.write({"journeybook.yml": "format: 1\n"})
    with served(portal, host) as read:
        until(lambda: "Telephone" in read("channels/phone/"), portal)
        assert 'role="alert"' not in read("channels/phone/")

        portal.write({CHANNELS: good.replace("Telephone", "The telephone")})
        until(lambda: "The telephone" in read("channels/phone/"), portal)

        portal.write({CHANNELS: good.replace("kind: human", "kind: <b>hmuan")})
        until(lambda: 'role="alert"' in read("channels/phone/"), portal)
        page = read("channels/phone/")
        assert "<!doctype html>" in page
        assert "The telephone" in page
        assert "content/channels.yml:3:9" in page
        assert "JB1" in page
        assert "&lt;b&gt;hmuan" in page
        assert "<b>hmuan" not in page
        assert 'role="alert"' in read("about/how/")
        assert 'role="alert"' in read("journeys/claim/")

        portal.write({CHANNELS: good})
        until(lambda: 'role="alert"' not in read("channels/phone/"), portal)
        assert "Telephone" in read("channels/phone/")

        portal.write({"journeybook.yml": "format: 1\nlanguage: de\n"})
        until(lambda: '<html lang="de"' in read("channels/phone/"), portal)


def test_a_portal_that_was_never_good_shows_what_is_wrong_on_its_front_page(portal: SmallPortal) -> None:
    portal.delete("content/index.md")
    portal.write({CHANNELS: "phone: {title: Telephone, kind: hmuan}\n"})
    with served(portal) as read:
        until(lambda: "content/channels.yml:1:33" in read(""), portal)
        portal.write({CHANNELS: FILES[CHANNELS]})
        until(lambda: "Telephone" in read("channels/phone/"), portal)
        assert 'role="alert"' not in read("channels/phone/")
