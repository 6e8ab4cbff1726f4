"""`journeybook diff`: two states of a portal, told and, where asked for, stopped at."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

JOURNEY = "content/journeys/washing-machine-repair.yml"
_ME = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "init.defaultBranch=main")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *_ME, *words], cwd=folder, check=True, capture_output=True)


def _score(folder: Path, old: str, new: str) -> None:
    file = folder / JOURNEY
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def repository(portal: Path) -> Path:
    """A portal in a Git repository: a commit on `main`, and a branch `work` on which a step feels better."""
    _git(portal, "init")
    _git(portal, "add", ".")
    _git(portal, "commit", "-m", "Begin")
    _git(portal, "checkout", "-b", "work")
    _score(portal, "score: 2", "score: 4")
    _git(portal, "commit", "-am", "It feels better")
    return portal


def test_the_files_as_they_are_now_are_compared_with_a_branch(run: Run, repository: Path) -> None:
    told = run("diff", "main").output
    assert "feels 2 → 4" in told
    assert told.endswith("1 journey changed · 1 step changed · 1 score up (main → the files as they are now)\n")
    _score(repository, "score: 4", "score: 2")
    assert run("diff", "main").output.startswith("No journey and nothing that journeys name changed.")
    assert "feels 4 → 2" in run("diff", "work").output
    assert "feels 2 → 4" in run("diff", "main", "work").output


def test_what_main_did_meanwhile_is_no_part_of_a_pull_request(run: Run, repository: Path) -> None:
    _git(repository, "checkout", "main")
    _score(repository, "score: 1", "score: 5")
    _git(repository, "commit", "-am", "Meanwhile")
    assert "feels 5 → 1" in run("diff", "main", "work").output
    for asked in ("main...work", "...work"):
        told = run("diff", asked).output
        assert "feels 2 → 4" in told
        assert "5" not in told.partition("(")[0]


def test_a_folder_can_be_one_side(run: Run, repository: Path, tmp_path: Path) -> None:
    run("init", tmp_path / "other")
    assert "feels 2 → 4" in run("diff", "../other").output


def test_a_revision_that_is_not_there_is_a_wrong_call(run: Run, repository: Path) -> None:
    assert "there is no revision 'mian' here; did you mean 'main'?" in run("diff", "mian", expect=2).output
    assert "there is no portal in the folder ./content" in run("diff", "./content", expect=2).output


def test_a_thoughtless_change_stops_with_its_reason(run: Run, repository: Path) -> None:
    told = run("diff", "main", "--fail-on", "score-up-without-evidence", expect=1).output
    assert "stopped by score-up-without-evidence: step/washing-machine-repair/" in told
    assert "nothing new says so; name the evidence at the step" in told
    run("diff", "main", "--fail-on", "evidence-removed")


def test_every_form_can_go_into_a_file(run: Run, repository: Path) -> None:
    for form, begins in (("markdown", "<!-- journeybook:diff -->"), ("json", "{"), ("page", "<!doctype html>")):
        out = repository / "out" / form
        assert run("diff", "main", "--format", form, "--output", out).output == ""
        assert out.read_text(encoding="utf-8").startswith(begins)
    assert "add --output" in run("diff", "main", "--format", "page", expect=2).output


def test_a_public_comparison_says_nothing_internal(run: Run, repository: Path) -> None:
    _score(repository, "title: ", "audience: internal\ntitle: ")
    _git(repository, "commit", "-am", "Keep it inside")
    _score(repository, "score: 4", "score: 3")
    assert "feels 4 → 3" in run("diff", "HEAD").output
    told = run("diff", "HEAD", "--audience", "public", "--json").output
    assert json.loads(told)["changes"] == []


def test_the_sentences_can_be_in_another_language(run: Run, repository: Path) -> None:
    assert "odczucie 2 → 4" in run("diff", "main", "--language", "pl").output


def test_errors_in_the_files_are_no_silent_loss(run: Run, repository: Path) -> None:
    (repository / JOURNEY).write_text("title: [", encoding="utf-8")
    told = run("diff", "main").output
    assert "journey" not in told.partition("note")[0]
    assert "the files as they are now: the files hold an error" in told
