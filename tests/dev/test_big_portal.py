"""The portals that the benches build: as large as asked for, the same every time, and in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from big_portal import write_portal

from journeybook.mkdocs.building import build
from journeybook.model.diagnostics import Severity
from journeybook_cli.checking import Wanted, checked

TODAY = date(2026, 12, 1)


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_same_number_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_portal(tmp_path / name, 200)
    assert _files(tmp_path / "one") == _files(tmp_path / "other")


@pytest.mark.parametrize("pages", [100, 130, 300])
def test_it_gives_the_pages_that_were_asked_for(
    pages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    promised = write_portal(tmp_path, pages)
    build(tmp_path)
    built = [path for path in (tmp_path / "site").rglob("*.html") if path.name != "404.html"]
    assert len(built) == promised
    assert abs(promised - pages) <= pages / 50


@pytest.mark.parametrize("pages", [100, 1500])
def test_nothing_in_it_is_an_error_or_a_warning(pages: int, tmp_path: Path) -> None:
    write_portal(tmp_path, pages)
    found = checked(Wanted(tmp_path, TODAY, may_remember=False)).found
    assert [one for one in found if one.severity is not Severity.INFO] == []
