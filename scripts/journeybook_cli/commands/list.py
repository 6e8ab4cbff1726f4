"""`journeybook list`: what the portal holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from journeybook.exchange.portal_document import as_plain, things_of
from journeybook.model import Entity
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.text import Audience
from journeybook.portal import Portal
from journeybook_cli.aliases import print_aliases
from journeybook_cli.facts import place_text
from journeybook_cli.kinds import KindName
from journeybook_cli.opening import open_portal
from journeybook_cli.options import audience_option, json_option, terminal_options
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import console, for_people, visible
from journeybook_cli.translations import print_translations

_Row = tuple[SpotKey, Entity]


@click.command("list")
@click.argument("kind", type=KindName(), required=False)
@root_option
@click.option("--aliases", is_flag=True, help="List former ids, with what has them now and where it stands.")
@click.option("--translations", is_flag=True, help="List what is translated into each language, in part, or not.")
@json_option
@audience_option
@terminal_options
def command(
    kind: Kind | None, root: Path, aliases: bool, translations: bool, as_json: bool, audience: Audience | None
) -> None:
    """List what the portal holds: key, title and file of every thing, or of those of KIND.

    KIND is journey or journeys, persona, touchpoint, step, pain … Without it, everything is listed that
    has a file or an entry of its own. Where the output is no terminal, tabs stand between the columns.
    With --json each is the object that it is in the site's portal.json.
    """
    opened = open_portal(root, audience)
    if aliases:
        print_aliases(opened.portal, kind, as_json=as_json)
        return
    if translations:
        print_translations(opened.portal, kind, as_json=as_json)
        return
    rows = _rows(opened.portal, kind)
    if as_json:
        things = things_of(opened.portal, opened.options, [key for key, _ in rows])
        click.echo(json.dumps({"entities": list(map(as_plain, things))}, indent=2))
    elif for_people():
        _draw(rows)
    else:
        for key, entity in rows:
            click.echo("\t".join(map(visible, _columns(key, entity))))
    if not rows and not as_json:
        click.echo(
            f"the portal has no {kind.folder if kind else 'content'} yet; `journeybook new` adds some", err=True
        )
    if not opened.is_whole:
        click.echo("what could not be read is missing here; `journeybook check` says why", err=True)


def _rows(portal: Portal, kind: Kind | None) -> list[_Row]:
    """The things of `kind`, or all but stages, steps and pains, by kind and in reading order."""
    found = [
        row for row in portal.directory.by_key.items() if row[0].kind == kind or (not kind and not row[0].journey)
    ]
    order = list(Kind)
    return sorted(found, key=lambda row: order.index(row[1].kind_of))


def _columns(key: SpotKey, entity: Entity) -> tuple[str, str, str]:
    return str(key), to_plain(entity.title), place_text(entity)


def _draw(rows: Sequence[_Row]) -> None:
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("key", no_wrap=True)
    table.add_column("title")
    table.add_column("file", overflow="fold")
    for key, entity in rows:
        table.add_row(*map(visible, _columns(key, entity)))
    console().print(table)
