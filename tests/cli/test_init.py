"""`journeybook init`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from tests.tools.built_once import run_tool

from journeybook.model.keys import SpotKey
from journeybook.reading import read_options
from journeybook.reviews import Spot, comment_links
from journeybook.reviews.github import FormField
from journeybook.words import Words

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CALL = Spot(SpotKey("step", "calls", "repair"), "Calls", "Repair", "https://example.com/", "content/a.yml", 3)


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_a_new_portal_has_nothing_to_mend(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    run("init", tmp_path / "p", *options)
    assert run("check", "--root", tmp_path / "p", "--fail-on", "info").output.startswith("no findings in ")


@pytest.mark.parametrize("options", [(), ("--empty",), ("--repository", "https://github.com/acme/journeys")])
def test_a_new_portal_builds_without_a_warning(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    run("init", tmp_path / "p", *options)
    run_tool("mkdocs", "build", "--strict", cwd=tmp_path / "p")
    pages = files_of(tmp_path / "p/site")
    assert "index.html" in pages
    assert ("journeys/washing-machine-repair/index.html" in pages) == ("--empty" not in options)


def test_the_example_shows_what_a_journey_can_hold(run: Run, portal: Path) -> None:
    keys = {line.split("\t")[0] for kind in ("", "stages", "steps", "pains") for line in
            run("list", *filter(None, [kind])).output.splitlines()}  # fmt: skip
    assert {
        "persona/night-nurse",
        "journey/washing-machine-repair",
        "stage/washing-machine-repair/have-it-repaired",
        "step/washing-machine-repair/sees-it-run",
        "pain/washing-machine-repair/no-time",
        "touchpoint/repair-hotline",
        "touchpoint/technician-visit",
        "channel/phone",
        "team/field-service",
    } <= keys


def test_an_empty_portal_has_no_example(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "p", "--empty")
    assert [*files_of(tmp_path / "p/content")] == ["index.md"]


def test_the_folder_may_be_the_current_one_and_hold_other_files(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "LICENSE").write_text("ours")
    monkeypatch.chdir(tmp_path)
    assert "cd " not in run("init", ".").output
    assert (tmp_path / "mkdocs.yml").is_file()
    assert (tmp_path / "LICENSE").read_text() == "ours"


def test_what_exists_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "content" / "teams.yml"
    own.parent.mkdir()
    own.write_text("ours: {title: Ours}\n")
    (tmp_path / "README.md").symlink_to("nowhere.md")
    refused = run("init", tmp_path, expect=2).output
    assert "content/teams.yml" in refused
    assert "README.md" in refused
    assert "--force" in refused
    assert [*files_of(tmp_path)] == ["content/teams.yml"], "refused as a whole"

    forced = run("init", tmp_path, "--force").output
    assert f"kept {own}" in forced
    assert f"wrote {tmp_path / 'mkdocs.yml'}" in forced
    assert own.read_text() == "ours: {title: Ours}\n"
    assert (tmp_path / "README.md").is_symlink()
    assert not (tmp_path / "nowhere.md").exists()

    before = files_of(tmp_path)
    run("init", tmp_path, "--force", "--empty", "--repository", "https://github.com/acme/journeys")
    assert {name: text for name, text in files_of(tmp_path).items() if name in before} == before


def test_a_file_where_a_folder_should_be_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a note")
    assert f"{tmp_path / 'content'}" in run("init", tmp_path, expect=2).output


def test_comment_links_and_the_issue_form_name_the_same_fields(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--repository", "https://github.com/acme/journeys/")
    options, findings = read_options(tmp_path)
    assert not findings
    assert options.comments
    asked = parse_qs(urlsplit(comment_links(CALL, options.comments, Words()).write).query)
    form = yaml.safe_load((tmp_path / ".github/ISSUE_TEMPLATE" / asked["template"][0]).read_text())
    fields = {field["id"]: field for field in form["body"]}
    assert set(fields) == set(FormField)
    assert asked.keys() - {"template", "title", "labels"} == fields.keys() - {FormField.COMMENT}
    assert {field["type"] for field in fields.values()} <= {"input", "textarea"}, "others cannot be prefilled"
    assert fields[FormField.COMMENT]["validations"]["required"]
    assert form["labels"] == ["journeybook"]
    assert {"name", "description", "body"} <= form.keys(), "GitHub needs these"


@pytest.mark.parametrize(
    ("address", "options"),
    [("https://gitlab.com/acme/journeys", ()), ("https://git.acme.example/x/journeys", ("--tracker", "gitlab"))],
)
def test_comment_links_name_the_gitlab_template(
    run: Run, tmp_path: Path, address: str, options: tuple[str, ...]
) -> None:
    run("init", tmp_path, "--repository", address, *options)
    comments = read_options(tmp_path)[0].comments
    assert comments
    asked = parse_qs(urlsplit(comment_links(CALL, comments, Words()).write).query)
    assert (tmp_path / ".gitlab/issue_templates" / f"{asked['issuable_template'][0]}.md").is_file()
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text())["edit_uri"] == "-/edit/main/content/"


@pytest.mark.parametrize(
    ("address", "files"),
    [
        (
            "https://github.com/acme/journeys",
            {
                ".github/CODEOWNERS",
                ".github/ISSUE_TEMPLATE/journey-comment.yml",
                ".github/pull_request_template.md",
                ".github/workflows/publish.yml",
                ".github/workflows/review.yml",
            },
        ),
        (
            "https://gitlab.com/acme/journeys",
            {
                ".gitlab-ci.yml",
                ".gitlab/CODEOWNERS",
                ".gitlab/issue_templates/Journey comment.md",
                ".gitlab/merge_request_templates/Default.md",
            },
        ),
    ],
)
def test_a_host_gets_what_it_asks_for(run: Run, tmp_path: Path, address: str, files: set[str]) -> None:
    told = run("init", tmp_path / "p", "--repository", address).output
    assert {name for name in files_of(tmp_path / "p") if name.startswith(".git")} == {".gitignore", *files}
    assert "wheel" in told
    assert run("codeowners", "--root", tmp_path / "p", "--check").output.endswith("is up to date\n")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://git.acme.example/journeys", "--tracker"),
        ("git@github.com:acme/journeys.git", "web address"),
        ("https://github.com/acme/x\ncomments: {}", "web address"),
    ],
)
def test_an_address_of_no_repository_is_refused(run: Run, tmp_path: Path, address: str, message: str) -> None:
    assert message in run("init", tmp_path / "p", "--repository", address, expect=2).output
    assert not (tmp_path / "p").exists()
