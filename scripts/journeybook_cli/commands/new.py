"""`journeybook new`: one more persona, journey, touchpoint … ."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.exchange.editor import keep_fresh, names_of
from journeybook.model.kinds import DEFINED_IN_FILES, Kind
from journeybook_cli.exits import Refusal
from journeybook_cli.kinds import KindName
from journeybook_cli.new_entry import NewEntry, entry_for
from journeybook_cli.opening import open_portal
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option


@click.command("new")
@click.argument("kind", type=KindName(DEFINED_IN_FILES))
@click.argument("title")
@click.option("--id", "own_id", metavar="ID", help="The id; without it, the title gives one.")
@click.option(
    "--markdown", is_flag=True, help="A Markdown file, also for journeys and for kinds kept in one file."
)
@root_option
@terminal_options
def command(kind: Kind, title: str, own_id: str | None, markdown: bool, root: Path) -> None:
    """Add a thing of KIND called TITLE.

    KIND is persona, journey, touchpoint, channel, team, opportunity, initiative, evidence or metric. The
    new file, or the new entry at the end of channels.yml and the like, says in comments what else it can
    hold. Nothing that exists is changed.
    """
    opened = open_portal(root)
    portal = opened.portal
    entry = entry_for(portal, root, kind, title, own_id, markdown=markdown)
    file = root / portal.content.folder / entry.path
    _write(file, entry)
    keep_fresh(root, names_of(opened.whole).with_one(entry.key, entry.title))
    shown = file.relative_to(root)
    click.echo(f"added {entry.key} to {shown}" if entry.before is not None else f"wrote {shown} ({entry.key})")
    click.echo("Next: open it, fill in what stands behind the #, then run `journeybook check`.")


def _write(file: Path, entry: NewEntry) -> None:
    """Put the new text at the end; a file that was not there must still not be there."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb" if entry.before is None else "ab") as output:
            output.write(entry.added.encode())
    except OSError as error:
        raise Refusal(f"{file} cannot be written: {error.strerror}") from error
