"""`journeybook codeowners`: who is asked to review which file."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from journeybook.exchange.codeowners import HANDLES_KEY, BlockError, Owners, owners_of, with_block
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.opening import Opened, open_portal
from journeybook_cli.options import terminal_options
from journeybook_cli.outputs.as_text import counted
from journeybook_cli.portal_root import folder_in_repository, root_option, top_of_repository
from journeybook_cli.terminal import visible

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where hosts look for the file, from the top of the repository."""

_SIGNS = (("github", ".github"), ("gitlab", ".gitlab"), ("gitlab", ".gitlab-ci.yml"))
"""A host, and what stands at the top of its repositories."""


@click.command("codeowners")
@root_option
@click.option(
    "--file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. Default: the one there is, else .github/CODEOWNERS or .gitlab/CODEOWNERS.",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if the file is not up to date.")
@terminal_options
@click.pass_context
def command(ctx: click.Context, root: Path, file: Path | None, only_check: bool) -> None:
    """Write who is asked to review which file, from the teams that own what it holds.

    A team's accounts are what its `x-codeowners:` names (`@acme/support`, a list, or mailboxes), else its
    `contact:` if that is an account. Only the lines between our two marks are written; yours are left alone.
    """
    opened = open_portal(root)
    path = file or _file_of(opened)
    owners = owners_of(opened.whole, folder_in_repository(opened.root))
    before = _text_of(path)
    after = _text_with(owners, before, path)
    if owners.nameless:
        names = ", ".join(visible(team.id) for team in owners.nameless)
        click.echo(
            f"nobody can be asked for {names}: give each team `contact: '@your-company/team'` "
            f"or `{HANDLES_KEY}:` with its accounts",
            err=True,
        )
    if before == after:
        click.echo(f"{path} is up to date")
    elif only_check:
        _show(before, after, path)
        click.echo(f"{path} is not up to date; `journeybook codeowners` writes it", err=True)
        ctx.exit(Exit.FINDINGS)
    else:
        _write(path, after)
        click.echo(f"wrote {path}: {counted(len(owners.lines), 'file')} with owners")


def _file_of(opened: Opened) -> Path:
    top = top_of_repository(opened.root)
    for place in _PLACES:
        if (top / place).is_file():
            return top / place
    tracker = opened.options.comments.tracker if opened.options.comments else ""
    for host, sign in _SIGNS:
        if tracker == host or (top / sign).exists():
            return top / f".{host}/CODEOWNERS"
    raise Refusal(
        "nothing here says whether this is for GitHub or GitLab; name the file: --file .github/CODEOWNERS"
    )


def _text_with(owners: Owners, before: str, path: Path) -> str:
    if not owners.lines and not before:
        return before
    try:
        return with_block(before, owners.lines)
    except BlockError as error:
        raise Refusal(f"{path}: {error}") from error


def _text_of(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} cannot be read: {error}") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror}") from error


def _show(before: str, after: str, path: Path) -> None:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), lineterm="")
    for line in lines:
        click.echo(visible(line))
