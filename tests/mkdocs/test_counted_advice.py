"""The findings of good practice are counted once for the same portal, and anew for another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journeybook.checks import NO_BASELINE
from journeybook.mkdocs import counted_advice as counting
from journeybook.portal import assemble
from journeybook.reading import ReadFiles, read_content, read_options

JOURNEY = """\
title: Move
status: in-review
persona: ann
stages:
- title: Decide
  steps:
  - {title: Calls, score: 2}
"""
DAY = date(2026, 11, 22)


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every count that was made, and not told again."""
    made: list[int] = []

    def advice(*asked: Any) -> Any:
        found = original(*asked)
        made.append(len(found.found))
        return found

    original = counting.advice
    monkeypatch.setattr(counting, "advice", advice)
    return made


def test_it_is_counted_again_only_where_something_has_changed(tmp_path: Path, counted: list[int]) -> None:
    def count(day: date = DAY) -> int:
        files = ReadFiles()
        options, _ = read_options(tmp_path)
        portal = assemble(read_content(tmp_path, kept=files))
        return counting.counted_advice(tmp_path, files.state, portal, options, day, NO_BASELINE)

    journey = tmp_path / "content/journeys/move.yml"
    journey.parent.mkdir(parents=True)
    journey.write_text(JOURNEY, "utf-8")
    first = count()
    assert first > 0
    assert (count(), counted) == (first, [first])
    journey.write_text(JOURNEY.replace("title: Move\n", "title: Move\nreviewed: 2026-11-01\n"), "utf-8")
    assert count() == counted[-1]
    assert len(counted) == 2
    later = count(date(2030, 1, 1))
    assert (later, len(counted)) == (counted[-1], 3)
    (tmp_path / "journeybook.yml").write_text("format: 1\nchecks: {profile: strict}\n", "utf-8")
    assert (count(), len(counted)) == (counted[-1], 4)


def test_a_damaged_count_is_none(tmp_path: Path, counted: list[int]) -> None:
    (tmp_path / "content").mkdir()
    options, _ = read_options(tmp_path)
    portal = assemble(read_content(tmp_path))
    ask = (tmp_path, "state", portal, options, DAY, NO_BASELINE)
    first = counting.counted_advice(*ask)
    for kept in (tmp_path / ".cache/journeybook/advice").iterdir():
        counting.Kept(kept.parent, kept.suffix).put(kept.stem, "many")
    assert counting.counted_advice(*ask) == first
    assert counted == [first, first]
