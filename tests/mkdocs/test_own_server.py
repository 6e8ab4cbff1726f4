"""`journeybook serve`: the portal in a browser while one writes, whatever one writes."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from journeybook.mkdocs.serving.requests import is_for_us, path_in_site
from journeybook.mkdocs.serving.watching import Followed, Watcher, is_content
from tests.mkdocs.small_portal import FILES, SmallPortal
from tests.tools.served_portal import LONGEST_WAIT, served

CLAIM, CHANNELS, TEAMS = "content/journeys/eu/claim.yml", "content/channels.yml", "content/teams.yml"
OVERLAY = 'role="alert"'


def test_edits_show_and_mistakes_lie_over_the_last_good_page(portal: SmallPortal, tmp_path: Path) -> None:
    with served(portal, tmp_path) as site:
        site.until(lambda: "Telephone" in site.page("channels/phone/"))
        assert OVERLAY not in site.page("channels/phone/")

        portal.write({CHANNELS: FILES[CHANNELS].replace("Telephone", "The telephone")})
        site.until(lambda: "The telephone" in site.page("channels/phone/"))

        portal.write({CHANNELS: FILES[CHANNELS].replace("kind: human", "kind: <b>hmuan")})
        site.until(lambda: OVERLAY in site.page("channels/phone/"))
        page = site.page("channels/phone/")
        assert "The telephone" in page
        assert "content/channels.yml:3:9" in page
        assert "&lt;b&gt;hmuan" in page
        assert "<b>hmuan" not in page
        assert OVERLAY in site.page("about/how/")
        assert OVERLAY in site.ask("/nowhere/")[2]

        # Two mistakes at once: what is mended goes away, the other stays.
        (portal.root / "mkdocs.yml").write_text("site_name: [\n")
        site.until(lambda: "while parsing" in site.page("channels/phone/"))
        portal.write({CHANNELS: FILES[CHANNELS]})
        assert "while parsing" in site.page("channels/phone/")
        portal.settings["plugins"] = ["search", "nosuchplugin", "journeybook"]
        portal.save_settings()
        site.until(lambda: "nosuchplugin" in site.page("channels/phone/"))
        portal.settings["plugins"] = ["search", "journeybook"]
        portal.settings["site_name"] = "Another name"
        portal.save_settings()
        site.until(lambda: "Another name" in site.page("channels/phone/"))
        assert OVERLAY not in site.page("channels/phone/")
        assert "Telephone" in site.page("channels/phone/")


def test_files_come_and_go(portal: SmallPortal, tmp_path: Path) -> None:
    with served(portal, tmp_path) as site:
        site.until(lambda: "Telephone" in site.page("channels/phone/"))

        portal.write({"content/personas/bob.md": "---\ntitle: Bob\n---\n", "content/why.md": "# Why\n"})
        site.until(lambda: "Bob" in site.page("personas/bob/"))
        site.until(lambda: "Why" in site.page("why/"))
        portal.delete("content/personas/bob.md")
        site.until(lambda: site.ask("/personas/bob/")[0] == 404)

        # An editor that writes another file and gives it the name; and a second edit before the first can show.
        new = portal.root / "content/journeys/eu/.claim.yml.new"
        text = (portal.root / CLAIM).read_text()
        new.write_text(text.replace("Claim a loss", "Claim a leak"))
        new.replace(portal.root / CLAIM)
        portal.write({TEAMS: FILES[TEAMS].replace("title: Support", "title: Help desk")})
        site.until(lambda: "Claim a leak" in site.page("journeys/claim/"))
        site.until(lambda: "Help desk" in site.page("teams/support/"))

        (portal.root / CLAIM).rename(portal.root / "content/journeys/leak.yml")
        (portal.root / "content/journeys/leak.yml").write_text(f"aliases: [claim]\n{text}")
        site.until(lambda: "Claim a loss" in site.page("journeys/leak/"))
        site.until(lambda: "../../journeys/leak/" in site.page("journeys/claim/"))

        portal.write({"journeybook.yml": "format: 1\nlanguage: de\n"})
        site.until(lambda: '<html lang="de"' in site.page("channels/phone/"))
        # The search, which is made of all pages, follows in the background.
        site.until(lambda: "channels/phone/" in site.page("search/search_index.json"))


def test_what_browsers_may_ask_for(portal: SmallPortal, tmp_path: Path) -> None:
    portal.settings["site_url"] = "https://example.com/docs/"
    portal.write({"content/file.json": "{}", "secret.txt": "secret"})
    with served(portal, tmp_path) as site:
        site.until(lambda: "Telephone" in site.page("docs/channels/phone/"))
        status, headers, page = site.ask("/docs/channels/phone/")
        assert (headers["Content-Type"], headers["Cache-Control"]) == ("text/html; charset=utf-8", "no-cache")
        assert page.count("EventSource") == 1
        assert site.ask("/docs/channels/phone/", "HEAD")[1]["Content-Length"] == headers["Content-Length"]
        assert site.ask("/docs/channels/phone/", "POST")[0] == 501

        assert site.ask("/")[1]["Location"] == "/docs/"
        assert site.ask("/docs/channels/phone?q=1")[1]["Location"] == "/docs/channels/phone/?q=1"
        assert site.ask("//example.com/")[1]["Location"] == "/docs/"
        assert site.ask("/docs/assets/")[0] == 404
        assert site.ask("/docs/channels/fax/")[0] == 404
        for way in ("../", "%2e%2e/", "..%2f", "....//", "%00", "..%5c"):
            status, _, text = site.ask(f"/docs/{way * 9}{portal.root / 'secret.txt'}")
            assert (status, "secret" in text) == (404 if "%00" not in way and "5c" not in way else 302, False)

        status, headers, text = site.ask("/docs/file.json")
        assert (text, headers["Content-Type"]) == ("{}", "application/json; charset=utf-8")
        assert site.ask("/docs/file.json", **{"If-None-Match": headers["ETag"]})[0] == 304

        assert site.ask("/docs/", Host="localhost:1")[0] == 200
        assert site.ask("/docs/", Host="evil.example")[0] == 403


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_behind(portal: SmallPortal, tmp_path: Path, end: signal.Signals) -> None:
    with served(portal, tmp_path) as site:
        site.until(lambda: bool(site.page("")))
        assert len(list(site.temporary.iterdir())) == 1
        site.process.send_signal(end)
        assert site.process.wait(LONGEST_WAIT) == (-signal.SIGKILL if end == signal.SIGKILL else 0), site.log
        assert "Traceback" not in site.log
    if end == signal.SIGKILL:  # the next server clears it away
        with served(portal, tmp_path) as site:
            site.until(lambda: bool(site.page("")))
            assert len(list(site.temporary.iterdir())) == 1
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (portal.root / "site").exists()


def test_an_address_that_is_taken_is_named(portal: SmallPortal) -> None:
    portal.save_settings()
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "journeybook_cli", "serve", "--address", address]
        run = subprocess.run(command, cwd=portal.root, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert f"the portal cannot be served at {address}: Address already in use" in run.stderr


@pytest.mark.parametrize(
    ("host", "address", "ours"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("portal.localhost", "127.0.0.1", True),
        ("evil.example", "127.0.0.1", False),
        ("evil.example", "::1", False),
        ("127.0.0.1.evil.example", "localhost", False),
        ("", "127.0.0.1", False),
        ("[", "127.0.0.1", False),
        ("intranet.example", "0.0.0.0", True),
    ],
)
def test_a_server_of_this_machine_is_for_this_machine(host: str, address: str, ours: bool) -> None:
    assert is_for_us(host, address) == ours


@pytest.mark.parametrize(
    ("address", "mount", "path"),
    [
        ("/", "/", ""),
        ("/journeys/claim/", "/", "journeys/claim/"),
        ("/journeys/claim?q=/x/", "/", "journeys/claim"),
        ("/" + quote("personas/世界/"), "/", "personas/世界/"),
        ("/docs/a/../b", "/docs/", "b"),
        ("/docs/../../a", "/docs/", "a"),
        ("/docs/a", "/other/", None),
        ("/a%00b", "/", None),
        ("/..%5C..%5Ca", "/", None),
    ],
)
def test_addresses_are_paths_in_the_site(address: str, mount: str, path: str | None) -> None:
    assert path_in_site(address, mount) == path


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("journeys/claim.yml", True),
        ("picture.png", True),
        (".meta.yml", True),
        ("journeys/.pages", True),
        (".git/index", False),
        (".cache/journeybook/x.svg", False),
        ("journeys/.claim.yml.swp", False),
        ("journeys/claim.yml~", False),
        ("journeys/.#claim.yml", False),
        (".DS_Store", False),
    ],
)
def test_what_counts_as_written_by_somebody(tmp_path: Path, name: str, counts: bool) -> None:
    folder = tmp_path / ".hidden" / "content"
    assert is_content(folder / name, {folder}) == counts


def test_a_file_is_followed_before_it_is_there_and_after_it_is_replaced(tmp_path: Path) -> None:
    file, other = tmp_path / "journeybook.yml", tmp_path / "other.yml"
    watcher = Watcher()
    watcher.follow(Followed(frozenset(), frozenset({file})))
    time.sleep(0.3)
    try:
        for text in ("format: 1\n", "language: pl\n"):
            other.write_text(text)
            other.replace(file)
            assert watcher.next(LONGEST_WAIT) == {file}
        other.write_text("")
        assert watcher.next(0.5) == frozenset()
    finally:
        watcher.stop()
