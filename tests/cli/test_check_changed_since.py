"""`journeybook check --changed-since`: the findings that a change is responsible for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tools.git import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

OLD = """\
title: Get a repair
persona: night-nurse
stages:
  - title: Ask
    steps:
      - {id: rings, title: Rings, touchpoint: nothing}
      - {id: waits, title: Waits, touchpoint: nobody}
      - {id: meets, title: Meets, touchpoint: repair-hotline}
"""


@pytest.fixture
def branch(portal: Path) -> Path:
    """A portal with old findings on `main`, and a branch from it that changes nothing yet."""
    (portal / "content/journeys/repair.yml").write_text(OLD)
    git(portal, "init", "--quiet", "--initial-branch", "main")
    commit(portal, "Old findings")
    git(portal, "switch", "--quiet", "--create", "words")
    return portal


def messages(run: Run, *options: str, expect: int = 1) -> list[str]:
    lines = run("check", "--changed-since", "main", *options, expect=expect).output.splitlines()
    return [line.split(": ", 2)[-1] for line in lines[:-1]]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_without_a_change_old_findings_are_nobodys(run: Run, branch: Path) -> None:
    assert len(run("check", expect=1).output.splitlines()) == 3
    assert messages(run, expect=0) == []


def test_what_is_touched_answers_for_its_old_findings_and_its_neighbours_do_not(run: Run, branch: Path) -> None:
    edit(branch / "content/journeys/repair.yml", "title: Rings", "title: Calls")
    commit(branch, "Better words")
    (found,) = messages(run)
    assert found.startswith("no touchpoint 'nothing'")


def test_moved_lines_are_no_change(run: Run, branch: Path) -> None:
    edit(branch / "content/journeys/repair.yml", "title: Get", "# How it was\n\ntitle: Get")
    assert messages(run, expect=0) == []


def test_a_moved_file_is_no_change(run: Run, branch: Path) -> None:
    (branch / "content/journeys/repairs").mkdir()
    git(branch, "mv", "content/journeys/repair.yml", "content/journeys/repairs/repair.yml")
    assert messages(run, expect=0) == []


def test_what_the_change_breaks_elsewhere_is_found(run: Run, branch: Path) -> None:
    git(branch, "mv", "content/touchpoints/repair-hotline.md", "content/touchpoints/hotline.md")
    commit(branch, "Rename")
    found = messages(run)
    lost = [one for one in found if one.startswith("no touchpoint 'repair-hotline'")]
    assert len(lost) == 2, "in the journey of the branch and in the example's"
    assert [one for one in found if one not in lost] == [one for one in found if "any journey uses" in one]


def test_files_that_git_does_not_know_yet_count(run: Run, branch: Path) -> None:
    (branch / "content/journeys/new.yml").write_text("title: New\npersona: stranger\nstages: []\n")
    assert any(one.startswith("no persona 'stranger'") for one in messages(run))


def test_what_main_does_meanwhile_is_not_the_branchs(run: Run, branch: Path) -> None:
    edit(branch / "content/journeys/repair.yml", "title: Meets", "title: Talks")
    commit(branch, "Words")
    git(branch, "switch", "--quiet", "main")
    edit(branch / "content/journeys/repair.yml", "touchpoint: nothing", "touchpoint: repair-hotline")
    commit(branch, "Mend one")
    git(branch, "switch", "--quiet", "words")
    assert messages(run, expect=0) == []


def test_a_file_that_cannot_be_read_is_found_with_all_that_names_it(run: Run, branch: Path) -> None:
    (branch / "content/personas/night-nurse.md").write_text("---\ntitle: [\n---\n")
    lines = run("check", "--changed-since", "main", expect=1).output.splitlines()
    assert lines[-2].startswith("content/personas/night-nurse.md:")


def test_a_portal_that_is_all_new_answers_for_everything(run: Run, portal: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Before\n")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "README.md")
    git(tmp_path, "commit", "--quiet", "--message", "Before")
    (portal / "content/journeys/repair.yml").write_text(OLD)
    assert len(messages(run)) == 2


def test_the_checkout_is_left_alone(run: Run, branch: Path) -> None:
    edit(branch / "content/journeys/repair.yml", "title: Rings", "title: Calls")
    before = git(branch, "status", "--porcelain", "--branch")
    messages(run)
    assert git(branch, "status", "--porcelain", "--branch") == before


def test_an_unknown_revision_is_refused(run: Run, branch: Path) -> None:
    refused = run("check", "--changed-since", "mian", expect=2)
    assert "there is no revision 'mian' here; did you mean 'main'?" in refused.output


def test_without_a_repository_it_is_refused(run: Run, portal: Path) -> None:
    assert "is not in a Git repository" in run("check", "--changed-since", "main", expect=2).output
