"""Former ids, for `journeybook list --aliases`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from journeybook.model.addresses import address_of
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.portal import Portal
from journeybook_cli.terminal import console, for_people, visible


@dataclass(frozen=True, slots=True)
class _Alias:
    """A former key."""

    old: SpotKey
    new: SpotKey
    title: str

    @property
    def columns(self) -> tuple[str, str, str]:
        """Old key, new key and the address of today."""
        return str(self.old), str(self.new), _address(self.new)

    def to_json(self) -> dict[str, str]:
        """The alias for programs."""
        return {
            "old": str(self.old),
            "new": str(self.new),
            "title": self.title,
            "old_address": _address(self.old),
            "address": _address(self.new),
        }


def print_aliases(portal: Portal, kind: Kind | None, *, as_json: bool) -> None:
    """Print the former keys of everything, or of `kind`."""
    found = list(_aliases(portal, kind))
    if as_json:
        click.echo(json.dumps({"aliases": [one.to_json() for one in found]}, indent=2))
    elif for_people():
        _draw(found)
    else:
        for one in found:
            click.echo("\t".join(map(visible, one.columns)))
    if not found and not as_json:
        click.echo("nothing here has had another id; `aliases: […]` keeps old ones alive", err=True)


def _aliases(portal: Portal, kind: Kind | None) -> Iterator[_Alias]:
    order = list(Kind)
    former = portal.directory.former.items()
    for old, new in sorted(former, key=lambda pair: (order.index(Kind(pair[0].kind)), str(pair[0]))):
        if kind in {None, new.kind}:
            yield _Alias(old, new, to_plain(portal.entity(new).title))


def _address(key: SpotKey) -> str:
    """The address from the site's root, with directory URLs."""
    return address_of(key).url(directory_urls=True)


def _draw(found: list[_Alias]) -> None:
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("old", no_wrap=True)
    table.add_column("now", no_wrap=True)
    table.add_column("address", overflow="fold")
    for one in found:
        table.add_row(*map(visible, one.columns))
    console().print(table)
