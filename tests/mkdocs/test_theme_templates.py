"""The host's templates, compiled once for many builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import BytecodeCache, Environment, nodes
from jinja2.ext import Extension

from journeybook.mkdocs.theme_templates import keep_compiled
from journeybook.reading import processes
from journeybook.rendering.environment import templates_of_theme
from journeybook.rendering.kept_templates import FOLDER
from tests.mkdocs.small_portal import SmallPortal


class Unknown(Extension):
    """Might do anything."""

    tags = frozenset({"unknown"})

    def parse(self, parser: object) -> nodes.Node:
        raise NotImplementedError(parser)


def test_a_build_keeps_ours_and_the_themes_and_the_next_one_gives_the_same_site(portal: SmallPortal) -> None:
    first = portal.build()
    pages = {path: first.text(path) for path in first.files() if path.endswith(".html")}

    kept = {path.name: path.stat().st_mtime_ns for path in (portal.root / FOLDER).iterdir()}
    second = portal.build()

    assert len(kept) > 50
    assert {path: second.text(path) for path in pages} == pages
    assert {path.name: path.stat().st_mtime_ns for path in (portal.root / FOLDER).iterdir()} == kept


def test_another_process_compiles_them_all_before_pages_are_made(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_is_alone", lambda: True)
    monkeypatch.setenv(processes.PROCESSES, "2")
    portal.build()

    kept = {path.name: path.stat().st_mtime_ns for path in (portal.root / FOLDER).iterdir()}
    assert len(kept) > len(templates_of_theme()) + 30, "those that no page of this portal needs, too"
    portal.write({"content/about.md": "# Us\n"})
    portal.build()
    assert {path.name: path.stat().st_mtime_ns for path in (portal.root / FOLDER).iterdir()} == kept


def test_what_other_plugins_bring_is_compiled_each_time(tmp_path: Path) -> None:
    plain, with_filter, with_extension = Environment(), Environment(), Environment(extensions=[Unknown])
    with_filter.filters["shout"] = lambda text: text  # as a plugin does

    for env in (plain, with_filter, with_extension):
        keep_compiled(env, tmp_path)

    assert [bool(env.bytecode_cache) for env in (plain, with_filter, with_extension)] == [True, False, False]


def test_another_plugins_own_cache_stays(tmp_path: Path) -> None:
    own = BytecodeCache()
    env = Environment(bytecode_cache=own)

    keep_compiled(env, tmp_path)

    assert env.bytecode_cache is own
