"""`journeybook upgrade`: a portal of an older content format brought to the newest."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.reading import read_options
from journeybook.reading.upgrades import NEWEST, STEPS, Files, Upgrade, UpgradeError, upgrade_of
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import HOST_FILE, root_option
from journeybook_cli.terminal import visible

_ENDINGS = {".yml", ".yaml", ".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command("upgrade")
@root_option
@click.option("--write", is_flag=True, help="Write the changes; without it they are only shown.")
@terminal_options
@click.pass_context
def command(ctx: click.Context, root: Path, write: bool) -> None:
    """Bring a portal to the newest content format.

    Shows what would change, as a difference; --write changes the files. Comments and order stay. The exit code
    is 0 if there is nothing to do or it is done, 1 if there is something to do, 2 if nobody knows how.
    """
    files = _files(root)
    try:
        upgrade = upgrade_of(files, STEPS)
    except UpgradeError as error:
        raise Refusal(str(error)) from error
    if not upgrade.steps:
        click.echo(f"nothing to do: the portal has format {NEWEST}, the newest")
        return
    for line in _difference(files, upgrade):
        click.echo(line)
    for step in upgrade.steps:
        click.echo(f"to format {step.to}: {step.title}", err=True)
    if not write:
        click.echo("nothing is changed yet; `journeybook upgrade --write` does it", err=True)
        ctx.exit(Exit.FINDINGS)
    for path, text in upgrade.changed.items():
        (root / path).write_bytes(text.encode())
    click.echo(f"changed {', '.join(upgrade.changed)}", err=True)


def _files(root: Path) -> Files:
    """The portal's texts; refused if there is no portal."""
    options, _ = read_options(root)
    folder = root / options.content
    if not any((root / name).exists() for name in (OPTIONS_FILE, HOST_FILE, options.content)):
        raise Refusal(f"there is no portal in {root}; --root names another folder")
    inside = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
    found = [path for path in (root / OPTIONS_FILE, *inside) if path.is_file()]
    return {path.relative_to(root).as_posix(): _text(path) for path in found}


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()  # line ends stay as they are
    except UnicodeDecodeError as error:
        raise Refusal(f"{path} is not UTF-8; mend it first (`journeybook check`)") from error


def _difference(files: Files, upgrade: Upgrade) -> Iterator[str]:
    for path, text in upgrade.changed.items():
        old = files.get(path, "").splitlines()
        for line in difflib.unified_diff(old, text.splitlines(), path, path, lineterm=""):
            yield click.style(visible(line), fg=_COLOURS.get(line[:1]))
