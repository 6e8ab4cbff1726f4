"""Pages made apart are, byte for byte, those that MkDocs makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from journeybook.reading import processes
from tests.mkdocs.many_languages import in_four_languages
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.static_server import StaticServer

PAGE = "channels/phone/index.html"


def theme(portal: SmallPortal, **settings: Any) -> None:
    portal.settings["theme"] = {**portal.settings["theme"], **settings}


def override(portal: SmallPortal, name: str, text: str) -> None:
    portal.write({f"overrides/{name}": text})
    theme(portal, custom_dir="overrides")


def features(*names: str) -> Callable[[SmallPortal], None]:
    return lambda portal: theme(portal, features=list(names))


def palettes(portal: SmallPortal) -> None:
    toggle = {"icon": "material/weather-night", "name": "Dark"}
    schemes = [{"scheme": "default", "primary": "teal", "toggle": toggle}, {"scheme": "slate", "toggle": toggle}]
    theme(portal, palette=schemes, language="de")
    portal.settings["site_url"] = "https://example.org/portal/"


def edited(portal: SmallPortal) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/j", "edit_uri": "edit/main/content/"}
    theme(portal, features=["content.action.edit", "content.action.view"])


def only_edited(portal: SmallPortal) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/j", "edit_uri": "edit/main/content/"}
    theme(portal, features=["content.action.edit"])


def viewed_as_blobs(portal: SmallPortal) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/j", "edit_uri": "blob/main/content/"}
    theme(portal, features=["content.action.view"])


def flat_addresses(portal: SmallPortal) -> None:
    portal.settings["use_directory_urls"] = False


def offline(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", "offline", "journeybook"]


def tags(portal: SmallPortal) -> None:
    portal.write({"content/tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    portal.settings["plugins"] = ["search", "tags", "journeybook"]
    portal.settings["extra"] = {"tags": {"claims": "claims"}}


def meta(portal: SmallPortal) -> None:
    portal.write({"content/channels/.meta.yml": "hide: [toc, navigation]\nauthor: Desk\n"})
    portal.settings["plugins"] = ["meta", "search", "journeybook"]


def links_beside_pages(portal: SmallPortal) -> None:
    portal.write({"content/journeys/claim/notes.md": "# Notes\n"})
    portal.settings["nav"] = ["index.md", {"Notes": "journeys/claim/notes.md"}, {"The call": "channels/phone.md"}]


def pieces(portal: SmallPortal) -> None:
    portal.settings["extra"] = {
        "version": {"provider": "mike"},
        "social": [{"icon": "fontawesome/brands/mastodon", "link": "https://example.org/"}],
    }
    portal.settings["extra_javascript"] = ["own.js", {"path": "channels/more.mjs", "type": "module"}]
    portal.settings["copyright"] = "Us"
    portal.write({"content/own.js": "1\n", "content/channels/more.mjs": "1\n"})


def shown_as_it_is(portal: SmallPortal) -> None:
    override(
        portal,
        "main.html",
        '{% extends "base.html" %}{% block extrahead %}{% if page %}<meta name="t" content="{{ page.title }}">'
        '<meta property="u" content="{{ page.canonical_url }}">{% endif %}{% endblock %}'
        "{% block announce %}{% if page %}{{ page.meta.description }}{% endif %}{% endblock %}",
    )
    portal.settings["site_url"] = "https://example.org/"


CASES: dict[str, Callable[[SmallPortal], Any]] = {
    "as it is": lambda _: None,
    "four languages": in_four_languages,
    "palettes and language": palettes,
    "tabs and paths": features("navigation.tabs", "navigation.path", "navigation.sections", "navigation.footer"),
    "contents in the navigation": features("toc.integrate", "navigation.indexes", "navigation.prune"),
    "instant": features("navigation.instant", "navigation.instant.progress", "navigation.top", "toc.follow"),
    "edit links": edited,
    "edit links alone": only_edited,
    "blob links": viewed_as_blobs,
    "flat addresses": flat_addresses,
    "offline": offline,
    "tags": tags,
    "meta": meta,
    "links beside pages": links_beside_pages,
    "pieces": pieces,
    "an override that shows": shown_as_it_is,
}

LOOKING = {
    "asks for a part": "{% if 'phone' in page.title %}!{% endif %}",
    "compares": "{% if page.title == 'Telephone' %}!{% endif %}",
    "measures": "{{ page.title | length }}",
    "changes": "{{ page.title | upper }}",
    "cuts": "{{ page.url.split('/')[0] }}",
    "reads the body": "{{ page.content | striptags | truncate(20) }}",
    "asks for the source": "{{ page.file.src_uri }}",
    "lists front matter": "{% for name in page.meta %}{{ name }}{% endfor %}",
    "reads the contents": "{% for entry in page.toc %}{{ entry.title | upper }}{% endfor %}",
    "joins and shortens": "{{ ('a' ~ page.title) | replace('e', 'o') }}",
    "reads the edit link": "{{ page.edit_url | replace('edit', 'raw') }}",
}
"""Overrides that make of each page something that only it can tell."""


LOOKING_MAIN = '{%% extends "base.html" %%}{%% block announce %%}{%% if page %%}%s{%% endif %%}{%% endblock %%}'


def both_ways(portal: SmallPortal) -> dict[str, list[str]]:
    """Paths of files that are only in one of both sites, or differ; nothing if the sites are equal."""
    quick = contents(portal.build().folder)
    shutil.rmtree(portal.root / ".cache", ignore_errors=True)
    shutil.rmtree(portal.root / "site")
    options = portal.root / "journeybook.yml"
    before = options.read_text(encoding="utf-8") if options.exists() else ""
    options.write_text(f"{before}\nrender: normal\n", encoding="utf-8")
    normal = contents(portal.build().folder)
    assert quick.keys() == normal.keys()
    return {"differ": [path for path in quick if quick[path] != normal[path]]}


def contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("case", CASES)
def test_pages_are_the_same(portal: SmallPortal, logged: Callable[[str], list[str]], case: str) -> None:
    CASES[case](portal)
    assert both_ways(portal) == {"differ": []}
    assert not [line for line in logged("INFO") if "one by one" in line or "through MkDocs" in line]


def test_what_pages_ask_of_other_hosts_is_fetched(
    portal: SmallPortal, logged: Callable[[str], list[str]], tmp_path: Path
) -> None:
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "badge.png").write_bytes(b"not much of a picture")
    with closing(StaticServer(tmp_path / "host")) as host:
        portal.write({"content/personas/ada.md": f"---\ntitle: Ada\n---\n![Badge]({host.url}/badge.png)\n"})
        portal.settings["plugins"] = ["search", {"privacy": {"cache_dir": str(tmp_path / "cache")}}, "journeybook"]
        assert both_ways(portal) == {"differ": []}
        assert not [line for line in logged("INFO") if "through MkDocs" in line]
        quick = portal.build()
        again = portal.build()
    assert quick.files() == again.files()
    (badge,) = (path for path in again.files() if path.endswith("badge.png"))
    assert f'src="../../{badge}"' in again.text("personas/ada/index.html")


@pytest.mark.parametrize("how", LOOKING)
def test_a_template_that_looks_into_pages_gets_to_see_them(
    portal: SmallPortal, logged: Callable[[str], list[str]], how: str
) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/j", "edit_uri": "edit/main/content/"}
    override(portal, "main.html", LOOKING_MAIN % LOOKING[how])
    assert both_ways(portal) == {"differ": []}
    assert [line for line in logged("INFO") if "one by one" in line]


def test_a_part_of_the_theme_that_looks_into_pages_gets_to_see_them(
    portal: SmallPortal, logged: Callable[[str], list[str]]
) -> None:
    rating = {"icon": "material/heart", "name": "Yes", "note": '<a href="/?about={title}">Say more</a>', "data": 1}
    feedback = {"title": "Good?", "ratings": [rating]}
    portal.settings["extra"] = {"analytics": {"provider": "google", "property": "G-1", "feedback": feedback}}
    assert both_ways(portal) == {"differ": []}
    assert [line for line in logged("INFO") if "one by one" in line]


def test_a_hook_gets_every_page_and_is_named(portal: SmallPortal, logged: Callable[[str], list[str]]) -> None:
    portal.write(
        {"hook.py": "def on_post_page(output, **_):\n    return output.replace('Telephone', 'TELEPHONE')\n"}
    )
    portal.settings["hooks"] = ["hook.py"]
    assert "TELEPHONE" in portal.build().text(PAGE)
    assert [line for line in logged("INFO") if "hook.py" in line and "through MkDocs" in line]


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How many processes were wanted at each start of another one; threads of the test runner do not count."""
    started: list[str] = []

    def starting() -> int:
        started.append(os.environ[processes.PROCESSES])
        return fork()

    fork = os.fork
    monkeypatch.setattr(os, "fork", starting)
    monkeypatch.setattr(processes, "_is_alone", lambda: True)
    return started


def test_any_number_of_processes_gives_the_same(
    portal: SmallPortal, forks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_four_languages(portal)
    found: list[dict[str, bytes]] = []
    for wanted in ("1", "2", "5"):
        monkeypatch.setenv("JOURNEYBOOK_PROCESSES", wanted)
        shutil.rmtree(portal.root / ".cache", ignore_errors=True)
        shutil.rmtree(portal.root / "site", ignore_errors=True)
        found.append(contents(portal.build().folder))
    assert found[0] == found[1] == found[2]
    before = 1  # that counts advice; this process has templates compiled from the first build
    assert Counter(forks) == {"2": before + 1, "5": before + 4}


def test_nothing_that_a_build_starts_keeps_it_from_sharing_the_work(portal: SmallPortal) -> None:
    portal.save_settings()
    command = [sys.executable, "-m", "mkdocs", "build", "--verbose"]
    environment = {**os.environ, "JOURNEYBOOK_PROCESSES": "2"}
    ended = subprocess.run(command, cwd=portal.root, env=environment, capture_output=True, text=True, check=True)
    assert re.search(
        r"[1-9]\d* pages are made apart from MkDocs, processes at work: 2$", ended.stderr, re.MULTILINE
    )


def test_beside_other_threads_one_process_makes_all(portal: SmallPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    def forking() -> int:
        raise AssertionError("a process with threads must not be copied")

    monkeypatch.setattr(os, "fork", forking)
    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "2")
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert portal.build().text(PAGE)
    finally:
        done.set()
        thread.join()


def test_what_processes_find_wrong_is_told_once_and_in_order(
    portal: SmallPortal, forks: list[str], monkeypatch: pytest.MonkeyPatch, logged: Callable[[str], list[str]]
) -> None:
    portal.write({"said.md": "[one](gone.md) and [two](lost.md)\n"})
    portal.settings["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": [str(portal.root)]}}]
    narrative = "narrative: \"--8<-- 'said.md'\""
    portal.write({"content/teams.yml": f"support:\n  title: Support\n  {narrative}\nclaims: {{title: Claims}}\n"})

    def told() -> list[str]:
        before = len(logged("WARNING"))
        portal.build()
        shutil.rmtree(portal.root / ".cache", ignore_errors=True)
        return [line for line in logged("WARNING")[before:] if "teams.yml" in line]

    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "1")
    alone = told()
    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "3")
    assert told() == alone
    assert forks
    assert len(alone) == 2


def test_an_override_that_fails_in_another_process_ends_the_build(
    portal: SmallPortal, forks: list[str], monkeypatch: pytest.MonkeyPatch, logged: Callable[[str], list[str]]
) -> None:
    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "2")
    site = portal.build()
    override(portal, "journeybook/channel.html", "{{ view.no_such_thing }}")
    with pytest.raises(Abort):
        portal.build()
    assert [line for line in logged("ERROR") if "overrides/journeybook/channel.html:1" in line]
    assert "Telephone" in site.text(PAGE)
    assert not list(portal.root.glob(".site.*"))
    assert forks
