"""How far things are translated, for `journeybook list --translations`."""

from __future__ import annotations

import json
from dataclasses import dataclass

import click

from journeybook.model.kinds import Kind
from journeybook.pages.translation_states import TranslationState, translation_states
from journeybook.portal import Portal
from journeybook_cli.terminal import console, for_people, visible


@dataclass(frozen=True, slots=True)
class _Row:
    """One thing in one language."""

    language: str
    found: TranslationState

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """Language, key, state and how many texts of how many."""
        found = self.found
        state = f"{found.state}, older" if found.is_older else found.state
        return self.language, str(found.key), state, f"{found.done}/{found.done + found.missing}"

    def to_json(self) -> dict[str, str | int | bool]:
        """The row for programs."""
        found = self.found
        return {
            "language": self.language,
            "key": str(found.key),
            "kind": found.key.kind,
            "id": found.key.id,
            "state": found.state,
            "older": found.is_older,
            "done": found.done,
            "missing": found.missing,
        }


def print_translations(portal: Portal, kind: Kind | None, *, as_json: bool) -> None:
    """Print how far everything, or all of `kind`, is translated into each language."""
    states = translation_states(portal)
    rows = [
        _Row(language, one) for language, found in states.items() for one in found if kind in {None, one.key.kind}
    ]
    if as_json:
        click.echo(json.dumps({"translations": [row.to_json() for row in rows]}, indent=2))
    elif for_people():
        _draw(rows)
    else:
        for row in rows:
            click.echo("\t".join(map(visible, row.columns)))
    if not states and not as_json:
        click.echo("the portal has one language; `languages: […]` in journeybook.yml publishes others", err=True)


def _draw(rows: list[_Row]) -> None:
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("language")
    table.add_column("key", no_wrap=True)
    table.add_column("state")
    table.add_column("texts", justify="right")
    for row in rows:
        table.add_row(*map(visible, row.columns))
    console().print(table)
