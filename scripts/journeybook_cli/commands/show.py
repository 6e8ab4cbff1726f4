"""`journeybook show`: one thing, and what names it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

import click

from journeybook.model import Entity
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.model.text import EVERYONE, Audience
from journeybook.portal import Portal
from journeybook_cli.asked_key import key_asked_for, keys_beginning
from journeybook_cli.facts import Plain, facts_of, place_of, place_text
from journeybook_cli.opening import open_portal
from journeybook_cli.options import audience_option, json_option, terminal_options
from journeybook_cli.portal_root import root_option
from journeybook_cli.reasons import reason_of
from journeybook_cli.terminal import visible

_LONGEST = 240
"""Characters of one text that are shown; `--json` shows all of it."""


@click.command("show")
@click.argument("key", shell_complete=keys_beginning)
@root_option
@json_option
@audience_option
@terminal_options
def command(key: str, root: Path, as_json: bool, audience: Audience | None) -> None:
    """Show the facts of one thing, and what names it and why.

    KEY is a spot key such as touchpoint/support-call or step/claim/calls-support, or a bare id if only
    one thing has it.
    """
    opened = open_portal(root, audience)
    found = key_asked_for(opened.portal, key)
    if as_json:
        click.echo(json.dumps(_as_json(found, opened.portal), indent=2))
        return
    for line in _as_text(found, opened.portal):
        click.echo(line)


def _as_json(key: SpotKey, portal: Portal) -> dict[str, Plain]:
    entity = portal.entity(key)
    return {
        "key": str(key),
        **place_of(entity),
        "content": facts_of(entity),
        "backlinks": [
            {
                "key": str(link.source),
                "title": to_plain(portal.entity(link.source).title),
                "field": link.field,
                "via": str(link.via) if link.via else None,
                "reason": reason_of(link, portal),
                **place_of(portal.entity(link.source)),
            }
            for link in portal.backlinks(key)
        ],
    }


def _as_text(key: SpotKey, portal: Portal) -> Iterator[str]:
    entity = portal.entity(key)
    yield f"{click.style(str(key), bold=True)}  {visible(to_plain(entity.title))}"
    yield place_text(entity)
    yield ""
    facts = [(name, text) for name, value in _told(entity).items() for text in _texts(value)]
    width = max((len(name) for name, _ in facts), default=0)
    last = ""
    for name, text in facts:
        yield f"{'' if name == last else visible(name):<{width}}  {text}"
        last = name
    links = portal.backlinks(key)
    if not links:
        yield from ["", "Nothing names it."]
        return
    yield from ["", click.style("Named by", bold=True)]
    for link in links:
        title = to_plain(portal.entity(link.source).title)
        yield f"{link.source}  {visible(title)}: {visible(reason_of(link, portal))}"


def _told(entity: Entity) -> dict[str, Plain]:
    """The facts without what the headline says already."""
    return {name: value for name, value in facts_of(entity).items() if name not in {"id", "title"}}


def _texts(value: Plain) -> Iterator[str]:
    """The lines that say `value`: one for a single value, one for each item of a list."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    else:
        yield _brief(value)


def _brief(value: Plain) -> str:
    """`value` on one line: of a record its title and the rest, of a list of records inside it their number."""
    if isinstance(value, list):
        return str(len(value)) if any(isinstance(item, dict) for item in value) else ", ".join(map(_brief, value))
    if not isinstance(value, dict):
        return visible(shorten(str(value), _LONGEST, placeholder=" …"))
    rest = {name: one for name, one in value.items() if name not in {"id", "title", "narrative"}}
    title = _brief(value["title"]) if "title" in value else ""
    named = f"{title} ({value['id']})" if "id" in value else title
    told = ", ".join(_brief(one) if name == EVERYONE else f"{name} {_brief(one)}" for name, one in rest.items())
    return ": ".join(filter(None, (named, told)))
