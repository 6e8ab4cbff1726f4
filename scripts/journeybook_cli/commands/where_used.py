"""`journeybook where-used`: every place that names one thing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook_cli.asked_key import key_asked_for, keys_beginning
from journeybook_cli.options import json_option, terminal_options
from journeybook_cli.portal_root import root_option

if TYPE_CHECKING:
    from journeybook.model.places import Span


@click.command("where-used")
@click.argument("key", shell_complete=keys_beginning)
@root_option
@json_option
@terminal_options
def command(key: str, root: Path, as_json: bool) -> None:
    """Show every place that names one thing.

    KEY is a spot key such as touchpoint/support-call, or a bare id if only one thing has it. Found are keys,
    mentions and links in texts, building blocks, translations, and paths in mkdocs.yml. Each place is printed as
    file, line and column, with what stands there.
    """
    from journeybook.editing.uses import uses_of
    from journeybook_cli.changing import host_uses, opened_files
    from journeybook_cli.terminal import visible

    files = opened_files(root)
    found = key_asked_for(files.portal, key)
    paths = {path for path, target in files.pages.items() if target == found}
    rows = [
        _row(one.file, one.span, str(one.form), one.written, one.says)
        for one in [*uses_of(files, found), *host_uses(root, paths)]
    ]
    if as_json:
        click.echo(json.dumps({"key": str(found), "uses": rows}, indent=2, ensure_ascii=False))
        return
    for row in rows:
        named = f" ({row['written']})" if row["written"] else ""
        click.echo(visible(f"{row['file']}:{row['line']}:{row['column']}: {row['says']}{named}"))
    if not rows:
        click.echo(f"nothing names {found}", err=True)


def _row(file: str, span: Span, form: str, written: str, says: str) -> dict[str, str | int]:
    """One place for programs: lines and columns from 1."""
    return {
        "file": file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "form": form,
        "written": written,
        "says": says,
    }
