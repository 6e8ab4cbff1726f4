"""The pipelines that `journeybook init` writes, run step by step in a repository with two branches."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.tools.git import commit, git
from tests.tools.pipelines import Host, run_github, run_gitlab

if TYPE_CHECKING:
    from tests.cli.conftest import Run
    from tests.tools.pipelines import Ran

MARKER = "<!-- journeybook: review -->\n"
JOURNEY = "content/journeys/washing-machine-repair.yml"
STRANGER = {"id": 5, "user": {"login": "eve"}, "author": {"id": 5}, "body": f"{MARKER}planted"}


def branched(run: Run, folder: Path, address: str) -> Path:
    """A clone of a new portal, on a branch that scores a step higher."""
    origin = folder / "origin"
    run("init", origin, "--repository", address)
    (origin / "tools").mkdir()
    (origin / "tools/journeybook-0.1.0-py3-none-any.whl").touch()
    git(origin, "init", "--quiet", "--initial-branch", "main")
    commit(origin, "A portal")
    git(folder, "clone", "--quiet", str(origin), "clone")
    clone = folder / "clone"
    git(clone, "switch", "--quiet", "--create", "better")
    change(clone, "score: 2", "score: 4")
    return clone


def change(clone: Path, old: str, new: str) -> None:
    text = (clone / JOURNEY).read_text()
    assert old in text
    (clone / JOURNEY).write_text(text.replace(old, new, 1))
    commit(clone, "A change")


class TestGitHub:
    EXPRESSIONS = {  # noqa: RUF012  # never changed
        "github.base_ref": "main",
        "github.event.pull_request.number": "7",
        "github.token": "the run's token",
        "github.server_url": "https://github.com",
        "github.repository": "acme/maps",
        "github.run_id": "12",
        "steps.preview.outputs.artifact-url": "https://github.com/acme/maps/actions/runs/12/artifacts/1",
        "!cancelled() && steps.install.outcome == 'success'": "true",
    }
    SAME_REPOSITORY = (
        "!cancelled() && steps.install.outcome == 'success' && "
        "github.event.pull_request.head.repo.full_name == github.repository && github.actor != 'dependabot[bot]'"
    )

    @pytest.fixture
    def host(self, run: Run, tmp_path: Path) -> Host:
        clone = branched(run, tmp_path, "https://github.com/acme/maps")
        summary = tmp_path / "summary.md"
        return Host(
            clone, tmp_path / "host", {"GITHUB_REPOSITORY": "acme/maps", "GITHUB_STEP_SUMMARY": str(summary)}
        )

    def review(self, host: Host, *, fork: bool = False) -> Ran:
        (host.outside.parent / "summary.md").write_text("")
        expressions = self.EXPRESSIONS | {self.SAME_REPOSITORY: str(not fork).lower()}
        return run_github(host, host.checkout / ".github/workflows/review.yml", "review", expressions)

    def test_a_pull_request_gets_one_comment_which_is_kept_up_to_date(self, host: Host) -> None:
        host.comments = [STRANGER, {"id": 6, "user": None, "body": "a ghost's"}]
        ran = self.review(host)
        assert ran.failed == [], ran.log
        *others, ours = host.comments
        assert len(others) == 2
        assert ours["body"].startswith(MARKER)
        assert " in 7 files\n([where, and how to mend it](https://github.com/acme/maps/actions/runs/12))." in ours["body"]  # noqa: E501  # fmt: skip
        assert "[download the preview](https://github.com/acme/maps/actions/runs/12/artifacts/1)" in ours["body"]
        assert (host.checkout / "preview/journeys/washing-machine-repair.html").is_file()
        assert (host.checkout / "review/changes.html").is_file()
        assert (host.outside.parent / "summary.md").read_text() == ours["body"]
        assert [one.partition("@")[0] for one in ran.used] == [
            "actions/checkout", "actions/setup-python", "actions/upload-artifact"
        ]  # fmt: skip

        change(host.checkout, "score: 4", "score: 1")
        assert self.review(host).failed == []
        assert [one["id"] for one in host.comments] == [5, 6, ours["id"]]
        assert host.comments[0]["body"] == f"{MARKER}planted"
        assert host.comments[2]["body"] != ours["body"]

    def test_a_broken_change_of_a_fork_fails_and_the_summary_says_so(self, host: Host) -> None:
        change(host.checkout, "touchpoint: repair-hotline", "touchpoint: repair-hotlin")
        ran = self.review(host, fork=True)
        assert "Check" in ran.failed
        assert f"::error file={JOURNEY},line=" in ran.log
        assert ran.skipped == ["Comment"]
        assert host.comments == []
        report = (host.outside.parent / "summary.md").read_text()
        assert report.startswith(MARKER)
        assert re.search(r"\n1 error(, .+)? in 7 files\n", report)
        assert "download the preview" not in report, "there is none"

    def test_no_workflow_may_do_more_than_it_must(self, host: Host) -> None:
        read = {
            name: yaml.safe_load((host.checkout / f".github/workflows/{name}.yml").read_text())
            for name in ("review", "publish")
        }
        rights = {
            (name, job): told["permissions"] for name, flow in read.items() for job, told in flow["jobs"].items()
        }
        assert all(flow["permissions"] == {} for flow in read.values())
        assert rights == {
            ("review", "review"): {"contents": "read", "pull-requests": "write"},
            ("publish", "build"): {"contents": "read"},
            ("publish", "publish"): {"pages": "write", "id-token": "write"},
        }
        # YAML reads the key `on` as true. The other kind of pull request run would hand forks our secrets.
        assert [*read["review"][True]] == ["pull_request"]
        # What comes from outside goes through the environment, never into a script's text.
        assert not any(
            "${{" in step.get("run", "")
            for flow in read.values() for job in flow["jobs"].values() for step in job["steps"]
        )  # fmt: skip

    def test_publishing_builds_the_site(self, host: Host) -> None:
        ran = run_github(host, host.checkout / ".github/workflows/publish.yml", "build", {})
        assert ran.failed == [], ran.log
        assert (host.checkout / "site/journeys/washing-machine-repair/index.html").is_file()
        assert ran.used[-1].startswith("actions/upload-pages-artifact@")


class TestGitLab:
    @pytest.fixture
    def host(self, run: Run, tmp_path: Path) -> Host:
        clone = branched(run, tmp_path, "https://gitlab.com/acme/maps")
        told = {
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(clone, "rev-parse", "main"),
            "CI_JOB_URL": "https://gitlab.example/acme/maps/-/jobs/9",
            "CI_API_V4_URL": "https://gitlab.example/api/v4",
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
            "JOURNEYBOOK_TOKEN": "a token",
        }
        return Host(clone, tmp_path / "host", told)

    def review(self, host: Host) -> Ran:
        return run_gitlab(host, host.checkout / ".gitlab-ci.yml", "review")

    def test_a_merge_request_gets_one_comment_which_is_kept_up_to_date(self, host: Host) -> None:
        host.comments = [STRANGER]
        ran = self.review(host)
        assert ran.failed == [], ran.log
        _, ours = host.comments
        assert ours["body"].startswith(MARKER)
        assert " in 7 files\n([where, and how to mend it](https://gitlab.example/acme/maps/-/jobs/9))." in ours["body"]  # noqa: E501  # fmt: skip
        assert "[open the preview](https://gitlab.example/acme/maps/-/jobs/9/artifacts/browse/preview/)" in ours["body"]  # noqa: E501  # fmt: skip
        change(host.checkout, "score: 4", "score: 1")
        assert self.review(host).failed == []
        assert [one["id"] for one in host.comments] == [5, ours["id"]]
        assert host.comments[1]["body"] != ours["body"]

    def test_a_broken_change_without_a_token_fails_and_the_log_says_so(self, host: Host) -> None:
        change(host.checkout, "touchpoint: repair-hotline", "touchpoint: repair-hotlin")
        host.environment["JOURNEYBOOK_TOKEN"] = ""
        ran = self.review(host)
        assert ran.failed == ["review"]
        assert host.comments == []
        assert MARKER in ran.log
        assert re.search(r"\n1 error(, .+)? in 7 files\n", ran.log)
        reports = yaml.safe_load((host.checkout / ".gitlab-ci.yml").read_text())["review"]["artifacts"]["reports"]
        for report in reports.values():
            assert "repair-hotlin" in (host.checkout / report).read_text()

    def test_publishing_builds_the_site(self, host: Host) -> None:
        ran = run_gitlab(host, host.checkout / ".gitlab-ci.yml", "pages")
        assert ran.failed == [], ran.log
        assert (host.checkout / "public/index.html").is_file()


@pytest.mark.parametrize(
    ("host", "schema", "files"),
    [
        ("github", ["github-workflows"], [".github/workflows/review.yml", ".github/workflows/publish.yml"]),
        ("github", ["github-issue-forms"], [".github/ISSUE_TEMPLATE/journey-comment.yml"]),
        ("gitlab", ["gitlab-ci", "--data-transform", "gitlab-ci"], [".gitlab-ci.yml"]),
    ],
)
def test_every_file_is_as_its_host_wants_it(
    run: Run, tmp_path: Path, host: str, schema: list[str], files: list[str]
) -> None:
    run("init", tmp_path, "--repository", f"https://{host}.com/acme/maps")
    name, *options = schema
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}", *options, *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
