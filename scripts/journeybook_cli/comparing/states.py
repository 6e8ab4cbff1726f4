"""The two states that somebody asked to compare: revisions, folders, or the files as they are now."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.history.revisions import RevisionError, checked_out, merge_base
from journeybook.model.diagnostics import Severity
from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.model.portal_options import PortalOptions
from journeybook.model.text import Audience
from journeybook.portal import Portal, assemble
from journeybook.portal.audience import division_of
from journeybook.reading import read_content, read_options
from journeybook_cli.exits import Refusal
from journeybook_cli.portal_root import HOST_FILE
from journeybook_cli.terminal import busy

_NOW = "the files as they are now"
_HASH = 40


@dataclass(frozen=True, slots=True)
class State:
    """A portal in one state."""

    name: str
    """What people call it."""
    portal: Portal
    options: PortalOptions
    mistakes: int
    """How many errors its files hold; what they are about may be missing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be compared."""

    base: str
    head: str | None
    """None is the files as they are now."""


def asked_for(root: Path, base: str, head: str | None) -> Asked:
    """The two states that the words of the command line mean; `A...B` is what B changed since it left A."""
    if _is_portal(base):
        return Asked(base, head)
    if "..." in base:
        if head is not None:
            raise Refusal(f"'{base}' names both states already; leave out '{head}'")
        first, _, second = base.partition("...")
        return Asked(_left_at(root, first or "HEAD", second or "HEAD"), second or None)
    if ".." in base and head is None:
        first, _, second = base.partition("..")
        return Asked(first or "HEAD", second or None)
    return Asked(base, head)


def read_states(root: Path, asked: Asked, audience: Audience | None) -> tuple[State, State]:
    """Both states, for `audience` if somebody asked for one; refused where there is no such state."""
    with busy("Reading the other state"):
        base = _read(root, asked.base, audience)
    with busy("Reading the content"):
        head = _state(_NOW, root, audience) if asked.head is None else _read(root, asked.head, audience)
    return base, head


def _read(root: Path, text: str, audience: Audience | None) -> State:
    if _is_portal(text):
        return _state(text, Path(text).resolve(), audience)
    if Path(text).is_dir() and any(sign in text for sign in "/\\"):
        raise Refusal(f"there is no portal in the folder {text}; name one that holds {OPTIONS_FILE}")
    with _folder_of(root, text) as folder:
        return _state(_short(text), folder, audience)


@contextmanager
def _folder_of(root: Path, revision: str) -> Generator[Path]:
    try:
        with checked_out(root, revision) as folder:
            yield folder
    except RevisionError as error:
        raise Refusal(str(error)) from error


def _left_at(root: Path, one: str, other: str) -> str:
    try:
        return merge_base(root, one, other)
    except RevisionError as error:
        raise Refusal(str(error)) from error


def _short(revision: str) -> str:
    """A revision as people read it: a whole hash is cut."""
    is_hash = len(revision) == _HASH and all(one in "0123456789abcdef" for one in revision)
    return revision[:9] if is_hash else revision


def _is_portal(text: str) -> bool:
    folder = Path(text)
    return folder.is_dir() and any((folder / name).exists() for name in (OPTIONS_FILE, HOST_FILE, "content"))


def _state(name: str, folder: Path, audience: Audience | None) -> State:
    options, _ = read_options(folder)
    if audience:
        options = replace(options, audience=audience)
    whole = assemble(read_content(folder, options.content, options.editions))
    mistakes = sum(one.severity is Severity.ERROR for one in whole.diagnostics)
    return State(name, division_of(whole, options).portal, options, mistakes)
