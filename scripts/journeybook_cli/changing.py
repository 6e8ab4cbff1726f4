"""Files that a command changes: shown as a difference, and written all at once."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from journeybook.editing.change import Change, EditingError
from journeybook.editing.navigation import paths_named
from journeybook.editing.portal_files import PortalFiles, files_of
from journeybook.editing.use import Form, Use
from journeybook.editing.writing import write
from journeybook.model.keys import ATLAS
from journeybook.reading import read_others
from journeybook_cli.exits import Refusal
from journeybook_cli.opening import options_of_portal
from journeybook_cli.portal_root import HOST_FILE
from journeybook_cli.terminal import busy, visible

_T = TypeVar("_T")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def opened_files(root: Path) -> PortalFiles:
    """The files of the portal in `root`, held for changing; refused if there is no portal."""
    options, _ = options_of_portal(root)
    with busy("Reading the content"):
        others, _ = read_others(root, options)
        return files_of(root, options.content, options.editions, others)


def or_refused(action: Callable[[], _T]) -> _T:
    """What `action` returns; a change that cannot be made is refused with its reason."""
    try:
        return action()
    except EditingError as error:
        raise Refusal(str(error)) from error


def difference(before: PortalFiles, after: PortalFiles, renames: Mapping[str, str]) -> Iterator[str]:
    """The lines of a unified difference of all files, in colours where the terminal has them."""
    former = {new: old for old, new in renames.items()}
    for path in sorted({*before.texts, *after.texts} - renames.keys()):
        old = former.get(path, path)
        one, other = before.texts.get(old, ""), after.texts.get(path, "")
        if old != path:
            yield click.style(visible(f"rename {old} to {path}"), bold=True)
        if one != other:
            sides = ("/dev/null" if old not in before.texts else old, path if path in after.texts else "/dev/null")
            for line in difflib.unified_diff(_lines(one), _lines(other), *sides, lineterm=""):
                yield click.style(visible(line), fg=_COLOURS.get(line[:1]))


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def carry_out(root: Path, before: PortalFiles, after: PortalFiles, change: Change, *, dry_run: bool) -> None:
    """Write `change`, or show it if it is a `dry_run`; say what changed, and what the host's file still names."""
    former = {new: old for old, new in change.renames.items()}
    if dry_run:
        for line in difference(before, after, change.renames):
            click.echo(line)
        click.echo("nothing is changed yet; without --dry-run it is done", err=True)
    else:
        for path in or_refused(lambda: write(root, before, after)):
            if path in former:
                click.echo(f"renamed {visible(former[path])} to {visible(path)}")
            elif path in after.texts:
                click.echo(f"changed {visible(path)}")
            elif path not in change.renames:
                click.echo(f"deleted {visible(path)}")
        _say_what_is_new_to_git(root, sorted(after.texts.keys() - before.texts.keys()))
    gone = {before.inside(path) for path in (*change.renames, *change.deletions)}
    for use in host_uses(root, gone):
        place = f"{use.file}:{use.span.line}:{use.span.column}"
        click.echo(f"{place}: the navigation still names {visible(use.written)}; change it there too", err=True)


def _say_what_is_new_to_git(root: Path, paths: Sequence[str]) -> None:
    """A commit of all that is changed leaves files out that Git does not know, and with them what others name."""
    top = root.resolve()
    if paths and any((folder / ".git").exists() for folder in (top, *top.parents)):
        names = " ".join(shlex.quote(visible(path)) for path in paths)
        click.echo(f"Git does not know this name yet; before you commit: git add {names}", err=True)


def host_uses(root: Path, paths: set[str]) -> Iterator[Use]:
    """Where `mkdocs.yml` names one of `paths` inside the content folder."""
    settings = root / HOST_FILE
    if settings.is_file():
        for span, name in paths_named(settings.read_text(errors="replace"), paths):
            yield Use(ATLAS, Form.NAVIGATION, HOST_FILE, span, name, "the navigation")
