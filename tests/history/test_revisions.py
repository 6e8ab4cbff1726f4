"""Earlier revisions come from Git, and neither the checkout nor the index hears of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.history.revisions import RevisionError, changed_files, checked_out, merge_base
from tests.tools.git import commit, git


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal in a folder of a repository: two commits on main, one more on a branch, which is checked out."""
    top = tmp_path / "top"
    portal = top / "maps"
    (portal / "content").mkdir(parents=True)
    git(top, "init", "--quiet", "--initial-branch", "main")
    (top / "elsewhere.txt").write_text("one\n")
    (portal / "content/a.md").write_text("one\n")
    (portal / "content/Zażółć 100%.md").write_text("old\n")
    commit(top, "First")
    git(top, "switch", "--quiet", "--create", "words")
    (portal / "content/a.md").write_text("two\n")
    commit(top, "Better words")
    git(top, "switch", "--quiet", "main")
    (portal / "content/main.md").write_text("main\n")
    commit(top, "Meanwhile")
    git(top, "switch", "--quiet", "words")
    return portal


def test_a_revision_is_laid_out_in_a_folder_of_its_own(portal: Path) -> None:
    before = (portal.parent / ".git/index").read_bytes()
    with checked_out(portal, "main") as folder:
        found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        assert found == {"content/a.md", "content/main.md", "content/Zażółć 100%.md"}
        assert (folder / "content/a.md").read_text() == "one\n"
    assert not folder.exists()
    assert (portal / "content/a.md").read_text() == "two\n"
    assert (portal.parent / ".git/index").read_bytes() == before
    assert git(portal, "worktree", "list").count("\n") == 0


def test_a_revision_without_the_folder_is_empty(portal: Path) -> None:
    new = portal.parent / "new"
    new.mkdir()
    with checked_out(new, "main") as folder:
        assert not list(folder.iterdir())


def test_links_that_lead_out_stay_out(portal: Path) -> None:
    (portal / "content/passwords").symlink_to("/etc/passwd")
    (portal / "content/up").symlink_to("../../..")
    (portal / "content/b.md").symlink_to("a.md")
    commit(portal, "Links")
    with checked_out(portal, "HEAD") as folder:
        assert (folder / "content/b.md").read_text() == "two\n"
        assert not (folder / "content/passwords").is_symlink()
        assert not (folder / "content/up").is_symlink()


def test_the_merge_base_is_where_both_went_their_own_ways(portal: Path) -> None:
    assert merge_base(portal, "main") == git(portal, "rev-parse", "main~1")


def test_changed_files_are_those_of_the_working_tree_too(portal: Path) -> None:
    base = merge_base(portal, "main")
    assert changed_files(portal, base) == ("content/a.md",)
    (portal / "content/Zażółć 100%.md").write_text("new\n")
    (portal / "content/untracked.md").write_text("new\n")
    (portal / ".gitignore").write_text("site/\n")
    (portal / "site").mkdir()
    (portal / "site/index.html").write_text("ignored\n")
    (portal.parent / "elsewhere.txt").write_text("not the portal's\n")
    git(portal, "mv", "content/a.md", "content/b.md")
    expected = (
        ".gitignore",
        "content/Zażółć 100%.md",
        "content/a.md",
        "content/b.md",
        "content/untracked.md",
    )
    assert changed_files(portal, base) == expected


def test_a_hook_of_another_repository_changes_nothing(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert changed_files(portal, "HEAD") == ()


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", "there is no revision 'mian' here; did you mean 'main'?"),
        ("--output=x", "there is no revision '--output=x' here; `git branch --all` lists the branches"),
        ("", "there is no revision '' here"),
    ],
)
def test_an_unknown_revision_is_said_kindly(portal: Path, revision: str, said: str) -> None:
    with pytest.raises(RevisionError) as refused, checked_out(portal, revision):
        pass
    assert str(refused.value).startswith(said)


def test_a_branch_that_only_the_server_has_is_found(portal: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(portal.parent), "clone")
    with pytest.raises(RevisionError, match="there is no revision 'main' here; did you mean 'origin/main'"):
        merge_base(tmp_path / "clone/maps", "main")


def test_a_short_clone_says_how_to_get_the_rest(portal: Path, tmp_path: Path) -> None:
    address = portal.parent.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", address, "clone")
    with pytest.raises(RevisionError, match=r"too short .* `git fetch --unshallow` .*`fetch-depth: 0`"):
        merge_base(tmp_path / "clone/maps", "origin/main")


def test_no_repository_is_said_kindly(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="is not in a Git repository, so there is nothing earlier"):
        changed_files(tmp_path, "main")


def test_no_git_is_said_kindly(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RevisionError, match="Git is not installed here"):
        merge_base(portal, "main")
