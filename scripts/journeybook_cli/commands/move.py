"""`journeybook move`: a step or a stage at another place of its journey."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook_cli.asked_key import key_asked_for, keys_beginning
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option


@click.command("move")
@click.argument("key", shell_complete=keys_beginning)
@click.argument("stage", required=False, shell_complete=keys_beginning)
@click.option("--before", metavar="KEY", shell_complete=keys_beginning, help="What it shall stand before.")
@click.option("--after", metavar="KEY", shell_complete=keys_beginning, help="What it shall stand behind.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@root_option
@terminal_options
def command(key: str, stage: str | None, before: str | None, after: str | None, dry_run: bool, root: Path) -> None:
    """Move a step or a stage within its journey.

    A step goes to the end of STAGE, or --before or --after another step; a stage goes --before or --after another
    stage. What it holds and the comments above it go along, and its key stays, so nothing that names it changes.
    """
    from journeybook.editing.moving import Goal, moving
    from journeybook.model.keys import SpotKey
    from journeybook_cli.changing import carry_out, opened_files, or_refused

    files = opened_files(root)
    found = key_asked_for(files.portal, key)

    def near(text: str | None, kind: str) -> SpotKey | None:
        """What `text` names: an id alone is looked for in the same journey first."""
        own = SpotKey(kind, text or "", found.journey)
        return (
            (own if own in files.portal.directory.by_key else key_asked_for(files.portal, text)) if text else None
        )

    goal = Goal(near(stage, "stage"), near(before, found.kind), near(after, found.kind))
    change, changed = or_refused(lambda: moving(files, found, goal))
    carry_out(root, files, changed, change, dry_run=dry_run)
