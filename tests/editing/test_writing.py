"""Files on their way to the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.editing.change import Change, Edit, EditingError
from journeybook.editing.renaming import renaming
from journeybook.editing.writing import write

from .small import key, written


def listing(root: Path) -> dict[str, bytes]:
    """Every file below `root`."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_is_written_is_what_was_read_back(tmp_path: Path) -> None:
    before = written(tmp_path)
    (tmp_path / "content/touchpoints/call.md").chmod(0o640)
    (tmp_path / "content/channels.yml").chmod(0o600)
    _, after = renaming(before, key("channel/phone"), "voice")
    write(tmp_path, before, after)
    found = listing(tmp_path / "content")
    assert {f"content/{path}": text.decode() for path, text in found.items()} == after.texts
    assert (tmp_path / "content/channels.yml").stat().st_mode & 0o777 == 0o600


def test_a_file_that_somebody_else_has_changed_is_refused(tmp_path: Path) -> None:
    before = written(tmp_path)
    _, after = renaming(before, key("touchpoint/call"), "hotline")
    (tmp_path / "content/index.md").write_text("mine\n")
    there = listing(tmp_path)
    with pytest.raises(EditingError, match=r"content/index\.md was changed by somebody else"):
        write(tmp_path, before, after)
    assert listing(tmp_path) == there


def test_a_file_that_stands_where_another_goes_is_refused(tmp_path: Path) -> None:
    before = written(tmp_path)
    _, after = renaming(before, key("touchpoint/call"), "hotline")
    (tmp_path / "content/touchpoints/hotline.md").write_text("mine\n")
    with pytest.raises(EditingError, match=r"hotline\.md was changed by somebody else"):
        write(tmp_path, before, after)


def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(tmp_path)
    _, after = renaming(before, key("touchpoint/call"), "hotline")
    there, replace, done = listing(tmp_path), Path.replace, list[Path]()

    def full(self: Path, target: Path) -> Path:
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        done.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, before, after)
    assert len(done) == 2
    assert listing(tmp_path) == there


def test_edits_that_meet_are_refused(tmp_path: Path) -> None:
    files = written(tmp_path)
    edits = (Edit("content/teams.yml", 0, 7, "a"), Edit("content/teams.yml", 3, 9, "b"))
    with pytest.raises(EditingError, match=r"two changes meet in content/teams\.yml"):
        files.after(Change(edits))
