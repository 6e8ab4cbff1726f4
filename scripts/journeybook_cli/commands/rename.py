"""`journeybook rename`: another id, and everything that names it follows."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook_cli.asked_key import key_asked_for, keys_beginning
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option


@click.command("rename")
@click.argument("key", shell_complete=keys_beginning)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@root_option
@terminal_options
def command(key: str, new: str, dry_run: bool, root: Path) -> None:
    """Give something another id.

    KEY is a spot key such as touchpoint/support-call or step/claim/calls-support, NEW the new id alone. All
    that names it follows: keys, mentions and links in texts, building blocks, translations. Its file is renamed
    too. The old id stays behind under `aliases:`, so that old addresses and comments still find it.
    """
    from journeybook.editing.renaming import renaming
    from journeybook_cli.changing import carry_out, opened_files, or_refused

    files = opened_files(root)
    found = key_asked_for(files.portal, key)
    own = new.removeprefix(f"{found.kind}/").removeprefix(f"{found.journey}/" if found.journey else "")
    change, after = or_refused(lambda: renaming(files, found, own))
    carry_out(root, files, after, change, dry_run=dry_run)
