"""`journeybook schema`: what an editor needs to complete and check the files."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.exchange.editor import keep_fresh, names_of, schema_files, write_schemas
from journeybook.model.portal_files import SCHEMAS_FOLDER
from journeybook_cli.exits import Refusal
from journeybook_cli.opening import open_portal
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option


@click.command("schema")
@root_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where the schemas go. Default: {SCHEMAS_FOLDER} in the portal's folder, which Git then ignores.",
)
@terminal_options
def command(root: Path, out: Path | None) -> None:
    """Write JSON Schemas, with which editors complete, explain and check the files while you write.

    There is one for each kind of file, with what every key means and the ids of this portal. `build`,
    `serve`, `new` and `init` keep those in the portal's folder fresh; call this after a fresh clone.
    """
    names = names_of(open_portal(root).whole)
    folder = out or root / SCHEMAS_FOLDER
    if out is None:
        if fault := keep_fresh(root, names):
            raise Refusal(f"{folder} cannot be written: {fault.strerror}")
        click.echo(f"the schemas in {SCHEMAS_FOLDER} are fresh")
        return
    files = schema_files(names)
    try:
        written = write_schemas(folder, files)
    except OSError as error:
        raise Refusal(f"{folder} cannot be written: {error.strerror}") from error
    click.echo(f"wrote {len(written)} of {len(files)} schemas to {folder}; the others were fresh")
