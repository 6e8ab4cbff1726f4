"""`journeybook rename`, `move`, `merge`, `where-used` and `check --fix`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

BILL = (
    "# Drawn in May\ntitle: Bill: what it costs\npersona: owner\nstages:\n  - title: Pay\n    steps: [Opens it]\n"
)


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small portal of the tests of changes, which is the current folder."""
    from tests.editing.small import written

    written(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("nav:\n  - The call: touchpoints/call.md\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_where_a_thing_is_used(run: Run, claims: Path) -> None:
    lines = run("where-used", "touchpoint/call").output.splitlines()
    assert "content/journeys/claim.yml:11:21: step/claim/calls: touchpoints (call)" in lines
    assert "content/index.md:3:8: a link in a text (touchpoints/call.md)" in lines
    assert "content/index.md:7:21: a building block: touchpoints (call)" in lines
    assert "content/touchpoints/call.pl.md:1:1: its texts in pl" in lines
    assert lines[-1] == "mkdocs.yml:2:15: the navigation (touchpoints/call.md)"
    found = json.loads(run("where-used", "call", "--json").output)
    assert found["key"] == "touchpoint/call"
    assert len(found["uses"]) == len(lines) == 13
    assert {one["form"] for one in found["uses"]} == {
        "key", "mention", "link", "building block", "translation", "navigation"
    }  # fmt: skip
    assert run("where-used", "stage/claim/settle").output == "nothing names stage/claim/settle\n"


def test_a_rename_is_shown_or_done(run: Run, claims: Path) -> None:
    shown = run("rename", "call", "hotline", "--dry-run").output
    assert "rename content/touchpoints/call.md to content/touchpoints/hotline.md" in shown
    assert "+aliases: [call]" in shown
    assert "mkdocs.yml:2:15: the navigation still names touchpoints/call.md; change it there too" in shown
    assert (claims / "content/touchpoints/call.md").exists()
    (claims / ".git").mkdir()
    told = run("rename", "call", "touchpoint/hotline").output
    assert "renamed content/touchpoints/call.md to content/touchpoints/hotline.md" in told
    assert "git add content/touchpoints/hotline.md" in told
    assert not (claims / "content/touchpoints/call.md").exists()
    assert " error " not in run("check").output
    assert "touchpoint/call-back is there already" in run("rename", "hotline", "call-back", expect=2).output


def test_a_step_moves(run: Run, claims: Path) -> None:
    run("move", "step/claim/gets-money", "report")
    assert "say where it shall stand" in run("move", "gets-money", expect=2).output
    run("move", "gets-money", "--before", "calls", expect=0)
    listed = run("list", "steps").output.splitlines()
    assert [line.split("\t")[0] for line in listed] == [
        "step/claim/gets-money", "step/claim/calls", "step/claim/waits"
    ]  # fmt: skip


def test_two_touchpoints_become_one(run: Run, claims: Path) -> None:
    output = run("merge", "call", "call-back").output
    assert "deleted content/touchpoints/call.md" in output
    assert "taken over: team, channels" in output
    assert "kept as comments in content/touchpoints/call-back.md: title, narrative" in output
    assert " error " not in run("check").output


def test_fixes_are_shown_before_they_are_made(run: Run, claims: Path) -> None:
    bill = claims / "content/journeys/bill.yml"
    bill.write_text(BILL)
    for options in (["--fix"], ["--fix", "--dry-run"], ["--fix", "--dry-run", "--yes"]):
        shown = run("check", *options, expect=1).output
        assert "-title: Bill: what it costs\n+title: 'Bill: what it costs'" in shown
        assert "nothing is changed yet" in shown
        assert bill.read_text() == BILL
    assert " error " not in run("check", "--fix", "--yes").output
    assert bill.read_text() == BILL.replace("Bill: what it costs", "'Bill: what it costs'")
    assert "nothing to mend that has one right answer" in run("check", "--fix").output


def test_what_a_portal_does_not_want_to_hear_is_not_mended(run: Run, claims: Path) -> None:
    draft = claims / "content/journeys/bill.yml"
    draft.write_text("title: Bill\nstatus: in-review\nstages:\n  - title: Pay\n    steps: []\n")
    assert "JB401" in run("check", "--fix", "--dry-run", expect=1).output
    (claims / "journeybook.yml").write_text("checks: {rules: {JB401: off}}\n")
    assert "nothing to mend that has one right answer" in run("check", "--fix", "--dry-run").output


def test_fix_leaves_json_on_standard_output_alone(run: Run, claims: Path) -> None:
    (claims / "content/journeys/bill.yml").write_text(BILL)
    found = json.loads(run("check", "--fix", "--yes", "--json").stdout)["diagnostics"]
    assert [one for one in found if one["severity"] == "error"] == []


def test_keys_are_completed(run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_JOURNEYBOOK_COMPLETE", "bash_complete")
    for command in ("rename", "move", "merge", "where-used"):
        monkeypatch.setenv("COMP_WORDS", f"journeybook {command} touchpoint/")
        monkeypatch.setenv("COMP_CWORD", "2")
        assert "touchpoint/call-back" in run().output


def test_a_heavily_used_touchpoint_of_the_sample(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    shutil.copytree(repository / "content", tmp_path / "content")
    for name in ("mkdocs.yml", "journeybook.yml"):
        shutil.copy(repository / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    found = run("check", "--fail-on", "never").output
    uses = json.loads(run("where-used", "touchpoint/support-call", "--json").output)["uses"]
    run("rename", "touchpoint/support-call", "hotline")
    assert run("check", "--fail-on", "never").output == found.replace("support-call", "hotline")
    assert len(json.loads(run("where-used", "hotline", "--json").output)["uses"]) == len(uses) > 15
