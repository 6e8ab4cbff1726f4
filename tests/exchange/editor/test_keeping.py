"""Schemas are written where they have changed, and nobody is troubled where they cannot be."""

from __future__ import annotations

import subprocess
from pathlib import Path

from journeybook.exchange.editor import Names, keep_fresh, write_schemas
from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.model.portal_files import SCHEMAS_FOLDER

NAMES = Names({Kind.TEAM: {"support": "Support"}}, {})


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    files = {"a.json": "1", "b.json": "2"}
    assert write_schemas(tmp_path, files) == ["a.json", "b.json"]
    before = (tmp_path / "a.json").stat().st_mtime_ns
    assert write_schemas(tmp_path, {**files, "b.json": "3"}) == ["b.json"]
    assert (tmp_path / "a.json").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.json"]


def test_a_new_thing_is_known_at_once() -> None:
    titles = NAMES.with_one(SpotKey(Kind.TEAM, "billing"), "Billing").titles[Kind.TEAM]
    assert list(titles.items()) == [("billing", "Billing"), ("support", "Support")]


def test_git_ignores_them(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert keep_fresh(tmp_path, NAMES) is None
    command = ["git", "-C", tmp_path, "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == ""


def test_what_cannot_be_written_is_a_value(tmp_path: Path) -> None:
    (tmp_path / ".journeybook").write_text("a file")
    assert isinstance(keep_fresh(tmp_path, NAMES), OSError)
    assert (tmp_path / ".journeybook").read_text() == "a file"
    assert not (tmp_path / SCHEMAS_FOLDER).exists()
