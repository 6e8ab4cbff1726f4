"""What a portal's past is, read from real repositories."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from journeybook.history.git_program import Missing
from journeybook.history.kept_deeds import FILE
from journeybook.history.looking_back import BULK, LATEST, Memory
from journeybook.history.sentences import sentence_of
from journeybook.history.told import History
from journeybook.words import Words
from tests.history.repositories import FILES, Repository

CLAIM = "content/journeys/claim.yml"


def past(repository: Repository | Path, folder: str = "content") -> History:
    root = repository if isinstance(repository, Path) else repository.folder
    return Memory().history(root, folder)


def told(history: History) -> list[str]:
    """One line for each thing that is told, the newest first."""
    return [
        f"{one.revision.at.date()} {one.key or one.file} "
        + ("; ".join(str(sentence_of(thing, Words())) for thing in one.things) or one.presence).replace(" – ", " ")
        for one in history.told
    ]


WRITTEN = [
    "2026-03-01 channel/phone added",
    "2026-03-01 channel/letter added",
    "2026-03-01 journey/claim added",
    "2026-03-01 persona/ada added",
]


def test_changes_are_told_in_journey_words_the_newest_first(repository_of_claims: Repository) -> None:
    repository_of_claims.replace(CLAIM, "score: 2", "score: 4")
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.replace("content/channels.yml", "Telephone", "Phone")
    repository_of_claims.write({"README.md": "Not of the content.\n"})
    repository_of_claims.commit("2026-05-03")
    repository_of_claims.write({"README.md": "Nor this.\n", "content/about.md": "# An ordinary page\n"})
    repository_of_claims.commit("2026-05-04")
    assert told(past(repository_of_claims)) == [
        "2026-05-03 channel/phone channel Phone renamed from Telephone",
        "2026-04-02 journey/claim Report: step Calls support feels 2 → 4",
        *WRITTEN,
    ]


def test_a_file_keeps_its_past_when_it_is_renamed(repository_of_claims: Repository) -> None:
    repository_of_claims.replace(CLAIM, "score: 2", "score: 4")
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.git("mv", CLAIM, "content/journeys/report-a-loss.yml")
    repository_of_claims.commit("2026-05-03")
    assert {
        (one.key and one.key.id) for one in past(repository_of_claims).told if "claim" in one.title.lower()
    } == {"report-a-loss"}


def test_what_moves_to_a_file_of_its_own_was_neither_removed_nor_written(repository_of_claims: Repository) -> None:
    repository_of_claims.write({"content/channels.yml": "phone: {title: Telephone}\n"})
    repository_of_claims.write({"content/channels/letter.md": "---\ntitle: A letter\n---\n"})
    repository_of_claims.commit("2026-04-02")
    assert told(past(repository_of_claims))[0] == "2026-04-02 channel/letter channel A letter renamed from Letter"


def test_what_is_gone_is_told_of(repository_of_claims: Repository) -> None:
    repository_of_claims.git("rm", "--quiet", CLAIM)
    repository_of_claims.commit("2026-04-02")
    assert told(past(repository_of_claims))[0] == "2026-04-02 journey/claim removed"


def test_a_merge_stands_for_its_branch(repository_of_claims: Repository) -> None:
    repository_of_claims.git("switch", "--quiet", "--create", "better")
    for day, score in (("2026-04-02", 3), ("2026-04-03", 5)):
        repository_of_claims.replace(
            CLAIM,
            f"score: {2 if score == 3 else 3}}}\n      - {{id: waits",
            f"score: {score}}}\n      - {{id: waits",
        )
        repository_of_claims.commit(day)
    repository_of_claims.git("switch", "--quiet", "main")
    repository_of_claims.replace("content/channels.yml", "Telephone", "Phone")
    repository_of_claims.commit("2026-04-04")
    repository_of_claims.git("merge", "--quiet", "--no-ff", "--no-edit", "better", day="2026-04-05")
    assert told(past(repository_of_claims))[:2] == [
        "2026-04-05 journey/claim Report: step Calls support feels 2 → 5",
        "2026-04-04 channel/phone channel Phone renamed from Telephone",
    ]


def test_a_shallow_clone_says_since_when_it_knows(repository_of_claims: Repository, tmp_path: Path) -> None:
    for day, score in (("2026-04-02", 3), ("2026-05-03", 4)):
        repository_of_claims.replace(CLAIM, f"score: {score - 1}}}", f"score: {score}}}")
        repository_of_claims.commit(day)
    address = repository_of_claims.folder.as_uri()
    for depth in (1, 2):
        repository_of_claims.git(
            "clone", "--quiet", "--depth", str(depth), address, str(tmp_path / f"clone-{depth}")
        )
    one, two = past(tmp_path / "clone-1"), past(tmp_path / "clone-2")
    assert one.told == ()
    assert str(one.since) == "2026-05-03 12:00:00+00:00"
    assert [line[:24] for line in told(two)] == ["2026-05-03 journey/claim"]
    assert str(two.since) == "2026-04-02 12:00:00+00:00"
    assert one
    assert two


def test_a_portal_in_a_subfolder_has_its_own_past(tmp_path: Path) -> None:
    whole = Repository.new(tmp_path / "whole")
    whole.write({f"sites/portal/{name}": text for name, text in FILES.items()})
    whole.write({"content/journeys/claim.yml": "title: Another portal's\n"})
    whole.commit("2026-03-01")
    whole.replace("content/journeys/claim.yml", "Another", "A third")
    whole.commit("2026-04-02")
    whole.replace(f"sites/portal/{CLAIM}", "Claim a loss", "Claim it")
    history = past(whole.folder / "sites/portal")
    assert told(history) == WRITTEN
    assert history.uncommitted == {"journeys/claim.yml"}


def test_a_work_tree_and_a_submodule_have_one_too(repository_of_claims: Repository, tmp_path: Path) -> None:
    repository_of_claims.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    assert told(past(tmp_path / "beside")) == WRITTEN
    outer = Repository.new(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", repository_of_claims.folder.as_uri(), "portal")
    outer.commit("2026-06-01")
    assert told(past(outer.folder / "portal")) == WRITTEN


@pytest.mark.parametrize(
    "names", [("GIT_DIR", "GIT_WORK_TREE"), ("GIT_INDEX_FILE",), ("GIT_PAGER", "GIT_EXTERNAL_DIFF")]
)
def test_the_environment_names_no_other_repository(
    names: tuple[str, ...], repository_of_claims: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in names:
        monkeypatch.setenv(name, "/nowhere")
    assert told(past(repository_of_claims)) == WRITTEN


def test_without_git_nothing_is_known(
    repository_of_claims: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bare/content").mkdir(parents=True)
    assert past(tmp_path / "bare") == History(missing=Missing.REPOSITORY)
    Repository.new(tmp_path / "unborn").write(FILES)
    assert past(tmp_path / "unborn") == History(missing=Missing.COMMITS)
    ignoring = Repository.new(tmp_path / "ignoring")
    ignoring.write({**FILES, ".gitignore": "content/\n"})
    ignoring.commit("2026-03-01")
    assert past(ignoring) == History(missing=Missing.COMMITS)
    monkeypatch.setenv("PATH", str(tmp_path / "bare"))
    history = past(repository_of_claims)
    assert history == History(missing=Missing.PROGRAM)
    assert not history


@pytest.mark.parametrize(
    ("said", "why"),
    [("fatal: detected dubious ownership in repository at '/x'", Missing.TRUST), ("fatal: oh", Missing.ANSWER)],
)
def test_a_repository_that_git_refuses_is_as_none(
    said: str, why: Missing, repository_of_claims: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    assert past(repository_of_claims) == History(missing=why)


def test_a_partial_clone_fetches_nothing(repository_of_claims: Repository, tmp_path: Path) -> None:
    repository_of_claims.replace(CLAIM, "score: 2", "score: 4")
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.git("config", "uploadpack.allowFilter", "true")
    address = repository_of_claims.folder.as_uri()
    repository_of_claims.git("clone", "--quiet", "--filter=blob:none", address, str(tmp_path / "partial"))
    lines = told(past(tmp_path / "partial"))
    assert lines[0] == "2026-04-02 journeys/claim.yml kept"  # the text it had before is not there
    missing = Repository(tmp_path / "partial").git("rev-list", "--objects", "--all", "--missing=print")
    assert "?" in missing


def test_hostile_names_and_files_are_read_as_they_are(repository_of_claims: Repository) -> None:
    repository_of_claims.write({'content/journeys/ż ó"\n:100644.yml': "title: Odd\npersona: ada\n"})
    repository_of_claims.commit("2026-04-02", who=":100644 \u202e\u0007Zoë & Ann", message="\n\n:000000 commit\n")
    repository_of_claims.replace(CLAIM, "score: 2", "score: 4")
    repository_of_claims.commit("2026-04-03")
    history = past(repository_of_claims)
    assert [line[:24] for line in told(history)][:1] == ["2026-04-03 journey/claim"]
    assert [one.revision.who for one in history.told][1] == "100644 Zoë & Ann"
    assert told(history)[-4:] == WRITTEN


def test_a_revision_that_cannot_be_read_is_no_end(repository_of_claims: Repository) -> None:
    text = (repository_of_claims.folder / CLAIM).read_text("utf-8")
    repository_of_claims.write({CLAIM: "title: [\n"})
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.write({CLAIM: text})
    repository_of_claims.commit("2026-04-03")
    assert told(past(repository_of_claims)) == [
        "2026-04-03 journeys/claim.yml kept",
        "2026-04-02 journeys/claim.yml kept",
        *WRITTEN,
    ]


def test_what_is_too_much_to_read_is_counted(repository_of_claims: Repository) -> None:
    for number in range(LATEST + 3):
        repository_of_claims.write({"content/personas/ada.md": f"---\ntitle: Ada {number}\n---\n"})
        repository_of_claims.commit("2026-04-02")
    many = {f"content/personas/p{number}.md": f"---\ntitle: Person {number}\n---\n" for number in range(BULK + 1)}
    repository_of_claims.write(many)
    repository_of_claims.commit("2026-05-01")
    history = past(repository_of_claims)
    ada = [one for one in history.told if one.key and one.key.id == "ada"]
    assert len(ada) == LATEST
    assert history.older == {"personas/ada.md": 4}
    assert [one.key for one in history.told[: BULK + 1]] == [None] * (BULK + 1)
    assert "2026-05-01 personas/p7.md added" in told(history)


def test_what_was_read_once_is_kept(repository_of_claims: Repository) -> None:
    repository_of_claims.replace(CLAIM, "score: 2}", "score: 4, takes: 20 min, pains: [{id: sore, title: Sore}]}")
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.replace(CLAIM, "title: Claim a loss", "title: Claim a loss\nreviewed: 2026-04-03")
    repository_of_claims.commit("2026-04-03")
    fresh = past(repository_of_claims)
    kept = repository_of_claims.folder / FILE
    before = kept.read_bytes()
    assert past(repository_of_claims) == fresh
    assert kept.read_bytes() == before
    for damaged in ("", "[]", "{", json.dumps({one: [{"Deed": {}}] for one in json.loads(before)})):
        kept.write_text(damaged, encoding="utf-8")
        assert past(repository_of_claims) == fresh
        assert kept.read_bytes() == before
    kept.write_text(before.decode().replace("Claim a loss", "As it is kept"), encoding="utf-8")
    assert "As it is kept" in {one.title for one in past(repository_of_claims).told}


def test_the_log_is_read_anew_when_the_head_has_moved(repository_of_claims: Repository) -> None:
    memory, root = Memory(), repository_of_claims.folder
    first = memory.history(root, "content")
    assert memory.history(root, "content").told is first.told
    repository_of_claims.replace(CLAIM, "score: 2", "score: 4")
    dirty = memory.history(root, "content")
    assert dirty.told is first.told
    assert (first.uncommitted, dirty.uncommitted) == (frozenset(), {"journeys/claim.yml"})
    repository_of_claims.commit("2026-04-02")
    assert len(memory.history(root, "content").told) == len(first.told) + 1


def test_those_who_only_follow_a_new_id_have_not_changed(repository_of_claims: Repository) -> None:
    repository_of_claims.replace(CLAIM, "score: 2", "score: {ada: 2}")
    repository_of_claims.write({"content/personas/bob.md": "---\ntitle: Bob\n---\n"})
    repository_of_claims.commit("2026-04-01")
    repository_of_claims.git("mv", "content/personas/ada.md", "content/personas/zoe.md")
    repository_of_claims.replace(CLAIM, "persona: ada", "persona: zoe")
    repository_of_claims.replace(CLAIM, "score: {ada: 2}", "score: {zoe: 2}")
    repository_of_claims.commit("2026-04-02")
    repository_of_claims.replace(CLAIM, "persona: zoe", "persona: bob")
    repository_of_claims.commit("2026-04-03")
    lines = told(past(repository_of_claims))
    assert lines[0].startswith("2026-04-03 journey/claim journey Claim a loss ")
    assert lines[1] == "2026-04-02 persona/zoe persona Ada, shop owner id ada → zoe"
    assert lines[2].startswith("2026-04-01")


@pytest.mark.parametrize("when", ["1775000000 +9999", "1775000000 -0000", "99999999999999999 +0000"])
def test_a_clock_that_went_wrong_stops_nothing(when: str, repository_of_claims: Repository) -> None:
    head = repository_of_claims.git("cat-file", "commit", "HEAD")
    odd = re.sub(r"(?m)^committer .*$", f"committer A <a@b.c> {when}", head)
    repository_of_claims.write({"odd": f"{odd}\n"})
    name = repository_of_claims.git("hash-object", "-t", "commit", "-w", "--literally", "odd")
    repository_of_claims.git("update-ref", "HEAD", name)
    assert [line[10:] for line in told(past(repository_of_claims))] == [line[10:] for line in WRITTEN]
