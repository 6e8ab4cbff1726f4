"""Where anything has changed that a site is made from, or the site itself, a build is a build."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import journeybook_theme
from journeybook.model.portal_files import BASELINE_FILE
from tests.exchange.neighbours import document, pin
from tests.history.repositories import Repository
from tests.mkdocs.quick.test_warm import (
    AROUND,
    BODIES,
    BUY,
    CONTENT,
    OPTIONS,
    SECOND_DAY,
    engine_of_its_own,
    overriding,
    setting,
    writing,
)
from tests.mkdocs.quick.warm_portal import WarmPortal, built_for_many
from tests.mkdocs.unchanged.asking import stands
from tests.tools.built_once import TODAY

Change = Callable[[WarmPortal], Any]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmPortal]:
    """A portal that was built."""
    with built_for_many(tmp_path_factory.mktemp("same")) as (portal, _):
        yield portal


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


@pytest.fixture
def same(built: WarmPortal) -> WarmPortal:
    """The portal as it was built."""
    built.reset()
    assert stands(built)
    return built


def linked(portal: WarmPortal) -> None:
    (portal.root / "content/link.md").symlink_to(portal.root / "content/about/how.md")


FILES: dict[str, Change] = {
    **{name: change for name, change in {**CONTENT, **OPTIONS, **AROUND, **BODIES}.items() if name != "nothing"},
    "a new picture": writing("content/images/one.svg", "<svg/>"),
    "a hidden file": writing("content/.well-known/security.txt", "Contact: us\n"),
    "an empty folder": lambda portal: (portal.root / "content/empty").mkdir(),
    "a link": linked,
    "the lock": lambda portal: (portal.root / "journeybook.lock").unlink(),
    "another portal": lambda portal: pin(portal.root, "claims", document(title="Moved")),
    "the findings it had": writing(BASELINE_FILE, "{}"),
    "the written settings": lambda portal: portal.settings.update(extra={"one": 1}),
    "a schema for editors": lambda portal: shutil.rmtree(portal.root / ".journeybook/schemas"),
    "what is left out": setting(exclude_docs="about/\n"),
    "how links are checked": setting(validation={"links": {"not_found": "info"}}),
    "other plugins": setting(plugins=["search", "tags", "journeybook"]),
    "how plugins are set": setting(plugins=[{"search": {"lang": "de"}}, "journeybook"]),
    "another theme": lambda portal: portal.settings.update(theme={"name": "mkdocs"}),
}
NOBODY_KNOWS: dict[str, Change] = {
    "a hook": lambda portal: (portal.write({"hook.py": ""}), setting(hooks=["hook.py"])(portal)),
    "a plugin that is not known": setting(plugins=["search", "privacy", "journeybook"]),
    "an extension that reads files": setting(markdown_extensions=["pymdownx.snippets"]),
    "a dictionary": setting(plugins=[{"search": {"jieba_dict": "words.txt"}}, "journeybook"]),
    "the moment of the build": overriding("partials/copyright.html", "{{ build_date_utc }}"),
    "chance": overriding("partials/copyright.html", "{{ [1, 2] | random }}"),
    "a folder elsewhere": lambda portal: (portal.root / "content/more").symlink_to(portal.root / "portals"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_change_is_seen(same: WarmPortal, case: str) -> None:
    FILES[case](same)
    assert not stands(same)
    if case == "a schema for editors":
        same.build()


@pytest.mark.parametrize("case", NOBODY_KNOWS)
def test_where_more_may_have_a_say_a_build_is_a_build(same: WarmPortal, case: str, tmp_path: Path) -> None:
    NOBODY_KNOWS[case](same)
    if case != "a plugin that is not known":
        same.build()
    assert not stands(same)
    same.reset()
    same.build()


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SOURCE_DATE_EPOCH", SECOND_DAY), ("JOURNEYBOOK_AS_OF", "2026-01-01"), ("JOURNEYBOOK_AS_OF", "soon")],
)
def test_another_day(same: WarmPortal, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert not stands(same)


@pytest.mark.parametrize(
    "options", [{"strict": True}, {"use_directory_urls": False}, {"site_dir": "elsewhere"}, {"theme": "mkdocs"}]
)
def test_other_options_of_the_command_line(same: WarmPortal, options: dict[str, Any]) -> None:
    assert not stands(same, **options)


def test_another_audience(same: WarmPortal) -> None:
    assert not stands(same, audience="public")


def test_a_variable_in_the_settings(same: WarmPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    same.settings["copyright"] = "OURS"
    path = same.save_settings()
    path.write_text(path.read_text().replace("OURS", "!ENV [SAID, nothing]"))
    same.save_settings = lambda: path  # type: ignore[method-assign]
    try:
        same.build()
        assert stands(same)
        monkeypatch.setenv("SAID", "something")
        assert not stands(same)
    finally:
        del same.save_settings
        monkeypatch.delenv("SAID")
        same.reset()
        same.build()


def test_another_program(same: WarmPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        (tmp_path / "markdown-99.dist-info").mkdir()
        patch.syspath_prepend(tmp_path)
        with engine_of_its_own():
            assert not stands(same)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/new.html").write_text("new")
    monkeypatch.setattr(journeybook_theme, "__path__", [*journeybook_theme.__path__, str(tmp_path / "theme")])
    with engine_of_its_own():
        assert not stands(same)


def stray(site: Path) -> None:
    (site / "stray.html").write_text("stray")


def emptied(site: Path) -> None:
    (site / "empty").mkdir()


def deleted(site: Path) -> None:
    (site / "channels/phone/index.html").unlink()


def edited(site: Path) -> None:
    page = site / "channels/letter/index.html"
    page.write_bytes(page.read_bytes()[::-1])


def turned(site: Path) -> None:
    page = site / "teams/index.html"
    page.unlink()
    page.symlink_to(site / "404.html")


@pytest.mark.parametrize("change", [stray, emptied, deleted, edited, turned])
def test_a_change_of_the_site_is_seen(same: WarmPortal, change: Callable[[Path], None]) -> None:
    change(same.site.folder)
    assert not stands(same)
    same.build()
    assert stands(same)


def test_what_is_hidden_in_the_site_is_none_of_it(same: WarmPortal) -> None:
    (same.site.folder / ".nojekyll").touch()
    assert stands(same)


def test_files_that_only_look_new_are_the_same(same: WarmPortal) -> None:
    os.utime(same.root / BUY)
    assert stands(same)


@pytest.mark.parametrize("how", ["deleted", "cut", "filled with zeros", "of another form"])
def test_a_damaged_record_is_no_record(same: WarmPortal, how: str) -> None:
    (record,) = (same.root / ".cache/journeybook/builds").glob("*.json")
    content = record.read_bytes()
    if how == "deleted":
        record.unlink()
    else:
        new = {"cut": content[: len(content) // 2], "filled with zeros": bytes(len(content))}
        record.write_bytes(new.get(how, content.replace(b"\n[1,", b"\n[2,")))
    assert not stands(same)
    same.build()
    assert stands(same)


def test_the_repository(tmp_path: Path) -> None:
    portal = WarmPortal(tmp_path / "portal")
    repository = Repository.new(portal.root)
    repository.write({".gitignore": "/site/\n/.cache/\n"})
    portal.save_settings()
    repository.commit("2026-03-01")
    portal.build()
    assert stands(portal)
    repository.git("commit", "--allow-empty", "--quiet", "-m", "Nothing")
    assert not stands(portal)
    portal.build()
    portal.write({".mailmap": "Countess <ada@example.com>\n"})
    assert not stands(portal)
    portal.build()
    assert stands(portal)
    repository.git("config", "mailmap.file", str(tmp_path / "names"))
    assert not stands(portal)
    repository.git("config", "--unset", "mailmap.file")
    assert stands(portal)
    repository.git("rm", "--quiet", "--cached", "content/teams.yml")
    assert not stands(portal)
    shutil.rmtree(portal.root / ".git")
    assert not stands(portal)


@pytest.mark.skipif(sys.platform == "win32", reason="folders that cannot be written")
def test_a_site_with_nothing_beside_it(portal: WarmPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    portal.build()
    monkeypatch.setattr(Path, "mkdir", _refused)
    assert not stands(portal)


def _refused(*_: object, **__: object) -> None:
    raise OSError
