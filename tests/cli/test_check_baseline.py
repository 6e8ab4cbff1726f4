"""`journeybook check` with a baseline and exemptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.repair import JOURNEY, TEXT

from journeybook.model.portal_files import BASELINE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("one_family")


@pytest.fixture
def grown(portal: Path) -> Path:
    """A portal with two findings of good practice."""
    (portal / JOURNEY).write_text(TEXT)
    return portal


def codes(run: Run, *arguments: str, expect: int = 0) -> list[str]:
    """What is found, by code."""
    found = json.loads(run("check", "--json", *arguments, expect=expect).stdout)["diagnostics"]
    return [one["code"] for one in found]


def test_after_a_baseline_only_new_findings_are_told(run: Run, grown: Path) -> None:
    assert codes(run) == ["JB401", "JB401"]
    written = run("check", "--write-baseline", "--fail-on", "info")
    assert "2 findings" in written.stderr
    assert written.stdout.splitlines()[-1] == f"2 known findings not told, from {BASELINE_FILE}"
    assert codes(run) == []
    assert codes(run, "--no-baseline") == ["JB401", "JB401"]
    (grown / JOURNEY).write_text(f"# moved\n\n{TEXT.replace('[Rings]', '[Rings, Waits]')}")
    found = json.loads(run("check", "--json", "--fail-on", "info", expect=1).stdout)["diagnostics"]
    assert [one["key"] for one in found] == ["step/repair/waits"]


def test_a_baseline_shrinks_as_findings_are_mended(run: Run, grown: Path) -> None:
    run("check", "--write-baseline")
    (grown / JOURNEY).write_text(TEXT.replace("- title", "- id: ask\n    title"))
    assert codes(run) == ["JB475"]
    run("check", "--write-baseline", "--fail-on", "info")
    assert len(json.loads((grown / BASELINE_FILE).read_text())["findings"]) == 1


def test_a_baseline_can_have_another_name(run: Run, grown: Path) -> None:
    run("check", "--write-baseline", "--baseline", "known.json")
    assert not (grown / BASELINE_FILE).exists()
    assert codes(run) == ["JB401", "JB401"]
    assert codes(run, "--baseline", "known.json") == []


def test_errors_are_told_whatever_is_known_and_keep_a_baseline_from_being_written(run: Run, grown: Path) -> None:
    run("check", "--write-baseline")
    (grown / JOURNEY).write_text("title: [\n")
    assert "JB475" not in codes(run, expect=1)
    assert "mend what `check` says first" in run("check", "--write-baseline", expect=2).stderr


def test_a_baseline_that_is_not_there_and_two_wishes_at_once_are_refused(run: Run, grown: Path) -> None:
    assert "--write-baseline" in run("check", "--baseline", "nowhere.json", expect=2).stderr
    run("check", "--no-baseline", "--write-baseline", expect=2)


def test_a_broken_baseline_is_an_error_with_its_place(run: Run, grown: Path) -> None:
    (grown / BASELINE_FILE).write_text('{\n"format": 1,\n<<<<<<< HEAD\n')
    assert f"{BASELINE_FILE}:3:1: error JB361" in run("check", expect=1).output


def test_the_summary_says_how_many_are_exempt(run: Run, grown: Path) -> None:
    exemption = "checks: {ignore: JB401, because: It moves in spring, until: 2027-01-31}\n"
    (grown / JOURNEY).write_text(TEXT + exemption)
    lines = run("check", "--as-of", "2026-11-22").stdout.splitlines()
    assert lines[-1] == "2 findings exempt, each with a reason and a last day"
    assert run("check", "--as-of", "2027-02-01").stdout.count("JB401") == 3
