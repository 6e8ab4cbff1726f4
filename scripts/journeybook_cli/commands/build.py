"""`journeybook build`: the site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.mkdocs.building import build
from journeybook.mkdocs.host_log import Message
from journeybook.mkdocs.opening import HostError
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.options import as_of_option, audience_option, terminal_options
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import busy, visible

if TYPE_CHECKING:
    from journeybook.model.text import Audience

_COLOURS = {"WARNING": "yellow", "ERROR": "red", "CRITICAL": "red"}
_SAYS_HOW_BAD = re.compile(r":\d+:\d+: (?:info|warning|error) JB\d")


@click.command("build")
@root_option
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes. Default: the site_dir of mkdocs.yml, which is site/ if it does not say.",
)
@click.option(
    "--use-directory-urls/--no-directory-urls",
    "directory_urls",
    default=None,
    help="Addresses that end in a slash, or pages that can be opened from a folder, without a server. "
    "Default: what mkdocs.yml says.",
)
@audience_option
@as_of_option
@terminal_options
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    strict: bool,
    site_dir: Path | None,
    directory_urls: bool | None,
    audience: Audience | None,
    as_of: date | None,
) -> None:
    """Build the site.

    It is built beside the one that stands and takes its place when it is whole: after an error the last
    good site is still there.
    """
    try:
        with busy("Building the site"):
            report = build(
                root,
                strict=strict,
                site_dir=site_dir,
                audience=audience,
                as_of=as_of,
                directory_urls=directory_urls,
            )
    except HostError as error:
        raise Refusal(str(error)) from error
    for message in report.messages:
        click.echo(_shown(message), err=True)
    if not report.built:
        ctx.exit(Exit.FINDINGS)
    pages = f"{report.pages:,} page{'' if report.pages == 1 else 's'}"
    click.echo(f"built {pages} in {report.seconds:.1f} s: {_short(report.site)}")


def _shown(message: Message) -> str:
    text = "\n".join(map(visible, message.text.splitlines()))
    level = "" if _SAYS_HOW_BAD.search(text) else f"{message.level.lower()}: "
    return f"{click.style(level, fg=_COLOURS.get(message.level))}{text}" if level else text


def _short(folder: Path) -> str:
    """The folder as one would type it here."""
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) and folder != here else folder)
