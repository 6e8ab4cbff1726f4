"""`journeybook codeowners`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TEAMS = """\
service-desk: {title: Service desk, contact: "@acme/desk"}
field-service: {title: Field service, contact: field@example.com, x-codeowners: [ada@example.com, "@eve"]}
legal: {title: Legal, contact: Room 3}
"""
JOURNEYS = {
    "claims/Big claim.yml": "title: Big claim\nowner: service-desk\nid: big\n",
    "claims/Big claim.pl.yml": "title: Szkoda\n",
    "a.md": "---\ntitle: A\nowner: legal\n---\n",
    "b.md": "---\ntitle: B\n---\n",
}


@pytest.fixture
def owned(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal in a folder of a repository, with teams that own things."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "my maps"
    run("init", folder, "--empty")
    (folder / "content/teams.yml").write_text(TEAMS)
    (folder / "content/metrics.yml").write_text(
        "m: {title: M, owner: field-service}\nn: {title: N, owner: service-desk}\n"
    )
    (folder / "journeybook.yml").write_text("format: 1\ncontent: content\nlanguages: [en, pl]\n")
    for name, text in JOURNEYS.items():
        file = folder / "content/journeys" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.chdir(folder)
    return tmp_path


def test_each_file_is_its_owners(run: Run, owned: Path) -> None:
    (owned / ".gitlab").mkdir()
    result = run("codeowners")
    assert (owned / ".gitlab/CODEOWNERS").read_text().splitlines()[1:-1] == [
        r"/my\ maps/content/journeys/claims/Big\ claim.pl.yml @acme/desk",
        r"/my\ maps/content/journeys/claims/Big\ claim.yml @acme/desk",
        r"/my\ maps/content/metrics.yml @acme/desk @eve ada@example.com",
    ]
    assert result.stdout.endswith("CODEOWNERS: 3 files with owners\n")
    assert result.stderr.startswith("nobody can be asked for legal: give each team `contact:")
    assert run("codeowners").stdout.endswith("CODEOWNERS is up to date\n")


def test_the_file_there_is_keeps_what_people_wrote(run: Run, owned: Path) -> None:
    (owned / ".github").mkdir()
    (owned / "CODEOWNERS").write_text("* @ada\n")
    run("codeowners")
    assert (owned / "CODEOWNERS").read_text().startswith("* @ada\n\n# journeybook: begin")
    assert not (owned / ".github/CODEOWNERS").exists()


def test_check_writes_nothing_and_shows_what_is_missing(run: Run, owned: Path) -> None:
    result = run("codeowners", "--file", owned / "CODEOWNERS", "--check", expect=1)
    assert "+/my\\ maps/content/metrics.yml @acme/desk @eve ada@example.com" in result.stdout
    assert not (owned / "CODEOWNERS").exists()
    run("codeowners", "--file", owned / "CODEOWNERS")
    run("codeowners", "--file", owned / "CODEOWNERS", "--check")


def test_without_a_host_one_is_asked_for_the_file(run: Run, owned: Path) -> None:
    assert "--file .github/CODEOWNERS" in run("codeowners", expect=2).output


def test_the_tracker_of_comments_says_which_host_it_is(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "p", "--empty", "--repository", "https://gitlab.com/acme/maps")
    (tmp_path / "p/content/teams.yml").write_text('t: {title: T, owner: t, contact: "@acme/t"}\n')
    run("codeowners", "--root", tmp_path / "p")
    assert "/content/teams.yml @acme/t" in (tmp_path / "p/.gitlab/CODEOWNERS").read_text()
