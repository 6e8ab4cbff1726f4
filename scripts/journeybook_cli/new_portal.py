"""A new portal: which files it begins with, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from journeybook.exchange.codeowners import with_block
from journeybook.exchange.editor import vs_code_files
from journeybook_cli.starter import starter_copy, starter_files, starter_text

Host = Literal["github", "gitlab"]

HOST_FILES: dict[Host, dict[str, str]] = {
    "github": {
        ".github/ISSUE_TEMPLATE/journey-comment.yml": "github/journey-comment.yml",
        ".github/pull_request_template.md": "github/pull_request_template.md",
        ".github/workflows/publish.yml": "github/publish.yml",
        ".github/workflows/review.yml": "github/review.yml",
    },
    "gitlab": {
        ".gitlab/issue_templates/Journey comment.md": "gitlab/Journey comment.md",
        ".gitlab/merge_request_templates/Default.md": "gitlab/merge_request_template.md",
        ".gitlab-ci.yml": "gitlab/gitlab-ci.yml",
    },
}
"""Where each host looks for what comments, reviews and publishing need, and our text of it."""

_FORM_NAMES: dict[Host, str] = {"github": "journey-comment.yml", "gitlab": "Journey comment"}
_EDIT_PATHS: dict[Host, str] = {"github": "edit/main/content/", "gitlab": "-/edit/main/content/"}

_NO_COMMENTS = """\
# comments:
#   tracker: github       # github, gitlab, mailto or template
#   repository: https://github.com/your-company/customer-journeys
#   labels: [journeybook]
"""
_COMMENTS = """\
comments:
  tracker: {host}
  repository: {address}
  form: {form}
  labels: [journeybook]
"""
_NO_REPOSITORY = """\
# repo_url: https://github.com/your-company/customer-journeys    # pages then link to their source
# edit_uri: edit/main/content/
"""
_REPOSITORY = """\
repo_url: {address}
edit_uri: {edit}             # the branch, and the folder of the content
"""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the portal's files will be kept."""

    address: str
    """Its web address."""
    host: Host
    """What kind of place it is."""


def host_of(address: str) -> Host | None:
    """What the address of a repository says about its host; None if it says nothing."""
    name = (urlsplit(address).hostname or "").lower()
    return "github" if "github" in name else "gitlab" if "gitlab" in name else None


def files_of_portal(repository: Repository | None, *, with_example: bool) -> dict[str, str]:
    """The files of a new portal: paths relative to its folder, and their texts."""
    values = {"comments": _comments(repository), "host_repository": _host_repository(repository)}
    found = {_real_name(path): starter_text(f"always/{path}", **values) for path in starter_files("always")}
    found |= vs_code_files("content")
    content = "example" if with_example else "empty"
    found |= {path: starter_text(f"{content}/{path}") for path in starter_files(content)}
    if repository:
        found |= {path: starter_copy(text) for path, text in HOST_FILES[repository.host].items()}
        found[f".{repository.host}/CODEOWNERS"] = with_block(starter_copy("hosts/CODEOWNERS"), ())
    return found


def _real_name(path: str) -> str:
    """The name in the portal; under its own name the file would be heeded where we keep it."""
    return ".gitignore" if path == "gitignore" else path


def _comments(repository: Repository | None) -> str:
    if repository is None:
        return _NO_COMMENTS.rstrip()
    form = _FORM_NAMES[repository.host]
    return _COMMENTS.format(host=repository.host, address=repository.address, form=form).rstrip()


def _host_repository(repository: Repository | None) -> str:
    if repository is None:
        return _NO_REPOSITORY.rstrip()
    return _REPOSITORY.format(address=repository.address, edit=_EDIT_PATHS[repository.host]).rstrip()
