"""The thing somebody asks for on the command line: by its spot key, or by its bare id."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from journeybook.model.ids import folded, nearest
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal
from journeybook_cli.exits import Refusal


def key_asked_for(portal: Portal, text: str) -> SpotKey:
    """The key of what `text` names: a spot key, `kind:id` or an id, former ones too.

    Refused if it names nothing, or several things.
    """
    wanted = folded(text.strip().replace(":", "/", 1))
    found = _named(portal, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(f"'{text}' can mean {_listed(map(str, found), 'or')}; name one of them")
    near = _near(portal, wanted)
    hint = f"did you mean {_listed(near, 'or')}?" if near else "`journeybook list` shows what there is"
    raise Refusal(f"nothing is called '{text}'; {hint}")


def _named(portal: Portal, wanted: str) -> list[SpotKey]:
    by_key, former = portal.directory.by_key, portal.directory.former
    for keys in ({key: key for key in by_key}, former):
        found = [now for key, now in keys.items() if folded(str(key)) == wanted]
        found = found or [now for key, now in keys.items() if wanted in {folded(key.id), _within(key)}]
        if found:
            return list(dict.fromkeys(found))
    return []


def _within(key: SpotKey) -> str:
    """The key without its kind: `claim/calls-support`."""
    return folded(str(key).partition("/")[2])


def _near(portal: Portal, wanted: str) -> list[str]:
    """The keys that were most likely meant; a key is as near as the nearest of its parts."""
    keys = portal.directory.by_key
    if "/" in wanted:
        return nearest(wanted, map(str, keys))
    ids = nearest(wanted, {key.id for key in keys})
    return [str(key) for one in ids for key in keys if key.id == one][:3]


def _listed(names: Iterable[str], word: str) -> str:
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last


def keys_beginning(ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Completions of a key; none, and no complaint, where the portal cannot be read."""
    from journeybook_cli.opening import open_portal

    try:
        root = ctx.params.get("root")
        portal = open_portal(root if isinstance(root, Path) else Path.cwd()).portal
    except Exception:  # a shell that completes shows no errors
        return []
    wanted = folded(begun)
    return [
        CompletionItem(str(key), help=to_plain(entity.title))
        for key, entity in portal.directory.by_key.items()
        if folded(str(key)).startswith(wanted)
    ]
