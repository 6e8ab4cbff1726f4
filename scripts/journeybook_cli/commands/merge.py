"""`journeybook merge`: one touchpoint out of two."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook_cli.asked_key import key_asked_for, keys_beginning
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option


@click.command("merge")
@click.argument("key", shell_complete=keys_beginning)
@click.argument("into", shell_complete=keys_beginning)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@root_option
@terminal_options
def command(key: str, into: str, dry_run: bool, root: Path) -> None:
    """Make the touchpoint KEY a part of the touchpoint INTO.

    All that names KEY names INTO afterwards, and KEY stays behind as a former id. What INTO lacks it takes
    over; where the two differ, INTO stays as it is, and what KEY said stands as a comment in its file, for you to
    decide.
    """
    from journeybook.editing.merging import merging
    from journeybook_cli.changing import carry_out, opened_files, or_refused
    from journeybook_cli.terminal import visible

    files = opened_files(root)
    one, other = key_asked_for(files.portal, key), key_asked_for(files.portal, into)
    merge = or_refused(lambda: merging(files, one, other))
    carry_out(root, files, merge.after, merge.change, dry_run=dry_run)
    if merge.taken:
        click.echo(f"taken over: {visible(', '.join(dict.fromkeys(merge.taken)))}", err=True)
    if merge.kept:
        file = files.portal.entity(other).place.file
        kept = ", ".join(dict.fromkeys(merge.kept))
        click.echo(f"the two differ, so kept as comments in {visible(file)}: {visible(kept)}", err=True)
