"""`journeybook check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journeybook import checks
from journeybook.checks import Selected
from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


JOURNEY = """\
title: Get a repair
personas: [night-nurse]
stages:
  - title: Ask
    steps:
      - title: Rings
        touchpoint: repair-hotlin
        score: {stranger: 3}
        channel: home-visit
"""
FINDING = (
    "content/journeys/repair.yml:7:21: error JB203: no touchpoint 'repair-hotlin'; did you mean 'repair-hotline'?"
)


@pytest.fixture
def broken(portal: Path) -> Path:
    """A portal with two errors in a journey."""
    (portal / "content/journeys/repair.yml").write_text(JOURNEY)
    return portal


def test_every_finding_is_told_at_once_in_file_order(run: Run, broken: Path) -> None:
    (broken / "content/channels.yml").write_text("phone: {title: Phone}\nhome-visit: {titel: Visit}\n")
    *findings, summary = run("check", expect=1).output.splitlines()
    places = [finding.split(": ")[0] for finding in findings]
    assert FINDING in findings
    assert places[0] == "content/channels.yml:2:1"
    assert places == sorted(places)
    assert summary.endswith(" in 8 files")
    assert summary.startswith(f"{len(findings)} errors")


def test_the_summary_counts_by_severity(run: Run, broken: Path) -> None:
    (broken / "content/personas/agent.md").write_text("---\ntitle: Agent\n---\n")
    journey = broken / "content/journeys/repair.yml"
    journey.write_text(JOURNEY.replace("stranger", "agent"))
    assert run("check", expect=1).output.splitlines()[-1] == "1 error, 1 warning in 9 files"
    journey.write_text(JOURNEY.replace("stranger", "agent").replace("hotlin", "hotline"))
    assert run("check").output.splitlines()[-1] == "2 warnings in 9 files"


def test_json_holds_what_the_reference_says_and_nothing_else(run: Run, broken: Path) -> None:
    found = json.loads(run("check", "--json", expect=1).stdout)
    assert [*found] == ["diagnostics"]
    assert found["diagnostics"][0] == {
        "code": "JB203",
        "severity": "error",
        "file": "content/journeys/repair.yml",
        "line": 7,
        "column": 21,
        "end_line": 7,
        "end_column": 34,
        "key": "step/repair/rings",
        "message": "no touchpoint 'repair-hotlin'",
        "hint": "did you mean 'repair-hotline'?",
    }
    assert {finding["code"] for finding in found["diagnostics"]} <= CODES.keys()


def test_json_of_a_clean_portal_is_an_empty_list(run: Run, portal: Path) -> None:
    assert json.loads(run("check", "--json").stdout) == {"diagnostics": []}


def test_wrong_options_are_findings_too(run: Run, portal: Path) -> None:
    (portal / "journeybook.yml").write_text("comments: {tracker: github}\n")
    assert run("check", expect=1).output.startswith("journeybook.yml:1:")


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1), ("error", "warning", 1), ("error", "info", 1), ("error", "never", 0),
        ("warning", "error", 0), ("warning", "warning", 1), ("warning", "info", 1), ("warning", "never", 0),
        ("info", "error", 0), ("info", "warning", 0), ("info", "info", 1), ("info", "never", 0),
    ],
)  # fmt: skip
def test_the_exit_code_follows_fail_on(
    run: Run, portal: Path, monkeypatch: pytest.MonkeyPatch, severity: str, fail_on: str, code: int
) -> None:
    finding = Diagnostic("JB203", "something", "content/index.md", severity=Severity(severity))

    def found(*_: object) -> Selected:
        return Selected((finding,))

    monkeypatch.setattr(checks, "advice", found)
    result = run("check", "--no-cache", "--fail-on", fail_on, expect=code)
    assert f"content/index.md:1:1: {severity} JB203: something" in result.output


def test_the_source_is_shown_with_the_finding_underlined(run: Run, broken: Path) -> None:
    assert run("check", "--show-source", expect=1).output.splitlines()[:3] == [
        FINDING,
        "    7 |         touchpoint: repair-hotlin",
        "      |                     ^^^^^^^^^^^^^",
    ]


def test_the_underline_stands_right_below_wide_letters_and_tabs(run: Run, portal: Path) -> None:
    (portal / "content/journeys/repair.yml").write_text(
        "title: T\nsummary: 修理\t洗衣机\nstages: [{title: 修理, stepps: []}]\n"
    )
    lines = run("check", "--show-source", expect=1).output.splitlines()
    assert "    3 | stages: [{title: 修理, stepps: []}]" in lines
    assert f"      | {' ' * len('stages: [{title: 修理, ')}  ^^^^^^" in lines, "two columns for each wide letter"


def test_of_a_very_long_line_the_part_around_the_finding_is_shown(run: Run, portal: Path) -> None:
    (portal / "content/journeys/repair.yml").write_text(f"{{title: {'long ' * 2_000}, stepps: []}}\n")
    lines = run("check", "--show-source", expect=1).output.splitlines()
    place = next(number for number, line in enumerate(lines) if "JB140" in line)
    source, underline = lines[place + 1 : place + 3]
    assert len(source) < 120
    assert source[underline.index("^") : underline.rindex("^") + 1] == "stepps"


def test_no_source_is_shown_of_what_is_no_text_of_the_portal(run: Run, portal: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("word: open sesame\n")
    (portal / "content/journeys/link.yml").symlink_to(tmp_path / "secret")
    (portal / "content/journeys/other.yml").write_bytes("title: Börse\n".encode("latin-1"))
    lines = run("check", "--show-source", expect=1).output.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "content/journeys/link.yml",
        "content/journeys/other.yml",
        "2 errors in 9 files",
    ]


def test_nothing_in_a_text_steers_the_terminal(run: Run, portal: Path) -> None:
    (portal / "content/personas/night-nurse.md").write_text('---\ntitle: T\nchannels: ["\\e[31mred"]\n---\n')
    output = run("check", "--show-source", expect=1).output
    assert "JB" in output
    assert "\x1b" not in output


def test_a_folder_without_a_portal_is_refused(run: Run, tmp_path: Path) -> None:
    assert "there is no portal in" in run("check", "--root", tmp_path, expect=2).output


@pytest.mark.parametrize("file", ["journeybook.yml", "mkdocs.yml"])
def test_the_root_is_the_nearest_folder_upwards(
    run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    (broken / ({"journeybook.yml", "mkdocs.yml"} - {file}).pop()).unlink()
    monkeypatch.chdir(broken / "content" / "journeys")
    assert FINDING in run("check", expect=1).output


def test_our_own_options_file_counts_more_than_a_nearer_one_of_the_host(
    run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (broken / "content" / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(broken / "content")
    assert FINDING in run("check", expect=1).output


def test_no_file_of_options_is_needed(run: Run, broken: Path) -> None:
    (broken / "journeybook.yml").unlink()
    (broken / "mkdocs.yml").unlink()
    assert FINDING in run("check", expect=1).output
