"""Earlier revisions of a portal, read from its Git repository; the checkout is never touched."""

from __future__ import annotations

import difflib
import os
import subprocess
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from journeybook.history.git_program import environment


class RevisionError(ValueError):
    """A revision cannot be read; the message says why and what to do, for people who seldom use Git."""


@contextmanager
def checked_out(repository: Path, revision: str) -> Generator[Path]:
    """A temporary folder with the files that `revision` has in the folder `repository`.

    `repository` is a portal's folder: the repository's own, or one inside it. The temporary folder is empty if
    the revision has no such folder, and gone afterwards. Links that lead out of it are left out. Raises
    RevisionError.
    """
    commit = _commit(repository, revision)
    with TemporaryDirectory(prefix="journeybook-") as temporary:
        folder = Path(temporary).resolve()
        if _has_folder(repository, commit):
            _unpack(repository, commit, folder)
        yield folder


def merge_base(repository: Path, revision: str, other: str = "HEAD") -> str:
    """The commit from which `other`, or what is checked out, and `revision` went their own ways.

    Raises RevisionError.
    """
    commit = _commit(repository, revision)
    answer = _git(repository, "merge-base", _commit(repository, other), commit)
    if answer.returncode:
        if _is_shallow(repository):
            raise RevisionError(
                f"this clone is too short to see where it left '{revision}'; fetch the rest with "
                "`git fetch --unshallow` (in a GitHub workflow: `fetch-depth: 0`, in GitLab: `GIT_DEPTH: 0`)"
            )
        which = "what is checked out" if other == "HEAD" else f"'{other}'"
        raise RevisionError(f"{which} has no commit in common with '{revision}'; name another revision")
    return answer.stdout.decode().strip()


def changed_files(repository: Path, since: str) -> tuple[str, ...]:
    """The files below `repository` that are not as in `since`: changed, added, deleted or not yet in Git.

    Paths are relative to `repository`, with forward slashes, in order; what Git ignores is left out. A moved
    file counts with its old and its new path. Raises RevisionError.
    """
    commit = _commit(repository, since)
    compared = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--", ".")
    new = ("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    found = {
        os.fsdecode(path)
        for question in (compared, new)
        for path in _answer(repository, *question).split(b"\0")
        if path
    }
    return tuple(sorted(found))


def _commit(repository: Path, revision: str) -> str:
    """The name of the commit that `revision` means."""
    wanted = f"{revision}^{{commit}}"
    # A leading dash would be an option to Git.
    if revision and not revision.startswith("-"):
        answer = _git(repository, "rev-parse", "--verify", "--quiet", wanted)
        if not answer.returncode:
            return answer.stdout.decode().strip()
    _answer(repository, "rev-parse", "--git-dir")
    raise RevisionError(_no_revision(repository, revision))


def _no_revision(repository: Path, revision: str) -> str:
    listed = _answer(repository, "for-each-ref", "--format=%(refname:short)").decode(errors="replace").split()
    near = difflib.get_close_matches(revision, listed, n=2)
    named_elsewhere = [one for one in listed if one.partition("/")[2] == revision]
    suggested = " or ".join(f"'{one}'" for one in dict.fromkeys([*named_elsewhere, *near]))
    if suggested:
        return f"there is no revision '{revision}' here; did you mean {suggested}?"
    short = " (this clone is shallow and holds only the newest)" if _is_shallow(repository) else ""
    return (
        f"there is no revision '{revision}' here{short}; "
        "`git branch --all` lists the branches, `git fetch` brings what is missing"
    )


def _is_shallow(repository: Path) -> bool:
    return _git(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _has_folder(repository: Path, commit: str) -> bool:
    """Whether `commit` has the folder `repository`."""
    prefix = _answer(repository, "rev-parse", "--show-prefix").decode().rstrip("\n")
    return not prefix or not _git(repository, "cat-file", "-e", f"{commit}:{prefix}").returncode


def _unpack(repository: Path, commit: str, folder: Path) -> None:
    """Write the files of `commit` into `folder`, as they come from Git."""
    if not hasattr(tarfile, "data_filter"):  # Python 3.11.0 to 3.11.3
        raise RevisionError("reading earlier revisions needs Python 3.11.4 or newer; run this again with it")
    with TemporaryFile() as complaints, _started(repository, commit, complaints.fileno()) as archiving:
        assert archiving.stdout is not None  # noqa: S101  # we asked for it
        try:
            with tarfile.open(fileobj=archiving.stdout, mode="r|") as archive:
                archive.extractall(folder, filter=_inside)  # noqa: S202  # the filter keeps it inside
        except tarfile.TarError as error:
            archiving.kill()
            archiving.wait()
            complaints.seek(0)
            raise RevisionError(_said_by_git(complaints.read()) or f"Git's archive is broken: {error}") from error


def _started(repository: Path, commit: str, complaints: int) -> subprocess.Popen[bytes]:
    command = ["git", "archive", "--format=tar", commit]
    return subprocess.Popen(  # noqa: S603  # arguments are ours: the commit is a hash
        command, cwd=repository, env=environment(os.environ), stdout=subprocess.PIPE, stderr=complaints
    )


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """`member` as plain files are written; None if it would lead out of `folder`."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _answer(repository: Path, *question: str) -> bytes:
    """What Git prints; RevisionError if it cannot answer."""
    answer = _git(repository, *question)
    if answer.returncode:
        said = _said_by_git(answer.stderr)
        if "not a git repository" in said:
            said = f"{repository} is not in a Git repository, so there is nothing earlier to compare with"
        raise RevisionError(said or f"Git cannot do `git {question[0]}` here")
    return answer.stdout


def _said_by_git(complaints: bytes) -> str:
    """The first line of Git's complaint, as our own message."""
    lines = complaints.decode(errors="replace").splitlines()
    return f"Git says: {lines[0].removeprefix('fatal: ')}" if lines else ""


def _git(repository: Path, *question: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # arguments are ours, or checked to be no options
            ["git", *question],  # noqa: S607  # whichever Git the user has
            cwd=repository,
            env=environment(os.environ),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise RevisionError(
            "Git is not installed here, so there is nothing earlier to compare with; install it and run this again"
        ) from error
