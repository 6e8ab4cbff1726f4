"""The repository's log of the content folder: which files each revision changed. Read once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from journeybook.history.git_program import Git, GitError, Missing

MOST_REVISIONS = 10_000
"""How many revisions are read; older ones are not looked for."""

_FORMAT = "%H%n%ct%n%cI%n%P%n%aN"
_LONGEST_NAME = 80
_RECORD = ":"
"""Begins what the log says of a file; the name of a revision cannot begin so."""
_FILE = "100"
"""Begins the mode of an ordinary file, which is neither a symbolic link nor a repository within."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the repository that somebody has committed."""

    name: str
    """Git's full name for it."""
    at: datetime
    """When it came in, in its author's time zone."""
    who: str
    """Its author's name, as the repository's mailmap has it."""

    @property
    def short(self) -> str:
        """Enough of its name to find it by."""
        return self.name[:10]


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a revision changed. Paths are relative to the content folder; texts go by Git's names."""

    path: str
    """Where it is, or where it was if it is gone."""
    was: str
    """Where it was before; the same if it was not renamed."""
    before: str
    """The text it had; empty where there was no file."""
    after: str
    """The text it got; empty where there is none any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one revision changed."""

    revision: Revision
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """What was done to a content folder."""

    entries: tuple[Entry, ...]
    """Every revision that touched it, the newest first; a merge stands for all of its branch."""
    cut_at: Revision | None = None
    """In a shallow clone, the oldest revision it has: nobody knows what that one changed."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a repository stands now."""

    head: str
    """Git's name of the revision that is checked out."""
    uncommitted: frozenset[str]
    """Files of the content folder that are not, or not so, committed; paths relative to it."""


def state_of(git: Git) -> State:
    """Where the repository of `git`'s folder stands; GitError if there is none, or nothing is committed yet."""
    prefix = _first(git.lines("rev-parse", "--show-prefix"))
    head, files = "", set[str]()
    said = git.ask(
        "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--", "."
    )
    for line in said.decode(errors="surrogateescape").split("\0"):
        if line.startswith("# branch.oid "):
            head = line.rpartition(" ")[2]
        elif path := _path_in(line):
            files.add(path.removeprefix(prefix))
    if not head or head.startswith("("):
        raise GitError(Missing.COMMITS)
    return State(head, frozenset(files))


def log_of(git: Git) -> Log:
    """The log of `git`'s folder; GitError if nothing of it was ever committed."""
    is_shallow = _first(git.lines("rev-parse", "--is-shallow-repository")) == "true"
    found = list(_entries(_asked(git)))
    if not found:
        raise GitError(Missing.COMMITS)
    oldest = found[-1]
    if is_shallow and oldest.is_root:
        # It looks as if it had written every file.
        return Log(tuple(one.entry for one in found[:-1]), oldest.entry.revision)
    return Log(tuple(one.entry for one in found))


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    is_root: bool
    """Whether nothing came before it, or nothing that this clone has."""


def _asked(git: Git) -> str:
    """What Git says of every revision, in fields that end with a null character."""
    arguments = (
        "log",
        "-z",
        "--first-parent",
        "-m",
        "--raw",
        "--no-abbrev",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--relative",
        "--ignore-submodules=all",
        f"--max-count={MOST_REVISIONS}",
        f"--format=tformat:{_FORMAT}",
    )
    try:
        said = git.ask(*arguments, "--find-renames", "--", ".")
    except GitError as error:
        if error.why is not Missing.ANSWER:
            raise
        # A partial clone lacks the texts by which renamed files are recognised.
        said = git.ask(*arguments, "--no-renames", "--", ".")
    return said.decode(errors="surrogateescape")


def _entries(said: str) -> Iterator[_Found]:
    fields = iter(said.split("\0"))
    head: list[str] = []
    touched: list[Touched] = []
    for raw in fields:
        field = raw.removeprefix("\n")
        if field.startswith(_RECORD):
            touched.extend(_touched(field, fields))
        elif field:
            if head and touched:
                yield _found(head, touched)
            head, touched = field.split("\n"), []
    if head and touched:
        yield _found(head, touched)


def _found(head: list[str], touched: list[Touched]) -> _Found:
    name, seconds, at, parents, who, *_ = (*head, "", "", "", "")
    return _Found(Entry(Revision(name, _moment(at, seconds), _shown(who)), tuple(touched)), not parents)


def _moment(written: str, seconds: str) -> datetime:
    """When a revision came in; in Greenwich's time where its time zone is none."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        pass
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _touched(record: str, fields: Iterator[str]) -> Iterator[Touched]:
    """The file that `record` is about, whose paths come next in `fields`; nothing for what is no ordinary file."""
    mode_before, mode_after, before, after, status = record[1:].split(" ")
    was = next(fields)
    path = next(fields) if status[:1] in {"R", "C"} else was
    before = before if mode_before.startswith(_FILE) and before.strip("0") else ""
    after = after if mode_after.startswith(_FILE) and after.strip("0") else ""
    if before != after or path != was:
        yield Touched(path, was, before, after)


def _shown(name: str) -> str:
    """`name` without what cannot be shown; an ellipsis in place of what nobody would read."""
    printable = "".join(one for one in name.encode(errors="replace").decode() if one.isprintable())
    return printable if len(printable) <= _LONGEST_NAME else printable[: _LONGEST_NAME - 1] + "…"


def _first(lines: Sequence[str]) -> str:
    return lines[0] if lines else ""


def _path_in(line: str) -> str:
    """The path that a line of `git status` is about; empty for lines about something else."""
    fields = {"1": 8, "2": 9, "u": 10, "?": 1}.get(line[:1])
    if fields is None or line[1:2] != " ":
        return ""
    parts = line.split(" ", fields)
    return parts[-1] if len(parts) > fields else ""
