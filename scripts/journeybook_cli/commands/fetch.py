"""`journeybook fetch`: other portals, as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from journeybook.exchange.pinning import Fetched, fetch_all, write_pins
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.ids import nearest
from journeybook.model.other_portals import OtherPortals
from journeybook.model.portal_files import LOCK_FILE
from journeybook.model.portal_options import OtherSource, PortalOptions
from journeybook.portal import assemble
from journeybook.reading import read_content, read_options
from journeybook.reading.lock import path_of, read_lock
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.options import terminal_options
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import busy, visible

_MOST_TOLD = 20
"""How many journeys and lost references of one portal are told by name."""


def _completed(ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    root = ctx.params.get("root")
    options, _ = read_options(root if isinstance(root, Path) else Path.cwd())
    return [CompletionItem(name) for name in options.portals if name.startswith(begun)]


@click.command("fetch")
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=_completed)
@click.option("--check", is_flag=True, help="Say whether something newer is there; write nothing.")
@root_option
@terminal_options
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], check: bool, root: Path) -> None:
    """Fetch the other portals that journeybook.yml names, or those called NAME, and say what has changed.

    What links and the atlas need of each is kept in portals/, and its SHA-256 in journeybook.lock. Commit
    both: a build reads them and never asks the network. Exit code 1 says that a portal could not be fetched,
    that something of it that this portal names has gone, or with --check that something newer is there.
    """
    options, wrong = read_options(root)
    for finding in wrong:
        click.echo(visible(str(finding)), err=True)
    sources = _chosen(options.portals, names)
    pins = read_lock(root) or {}
    with busy("Fetching"):
        found = fetch_all(root, sources, pins)
    fetched = [one for one in found if isinstance(one, Fetched)]
    failures = [one for one in found if not isinstance(one, Fetched)]
    gone = [] if names else sorted(pins.keys() - options.portals.keys())
    lost = _lost(root, options, fetched)
    for one in fetched:
        for line in (_told(one), *_changes(one)):
            click.echo(visible(line))
    for line in _first([str(finding) for finding in lost]):
        click.echo(visible(line), err=True)
    for name in gone:
        click.echo(visible(f"{name}: no longer in journeybook.yml"))
    for name, refused in failures:
        click.echo(visible(f"{name}: cannot be used: {refused.message}"), err=True)
    new = [one for one in fetched if one.is_new]
    if not check and (new or gone):
        write_pins(root, new, pins, gone)
        click.echo(f"Commit portals/ and {LOCK_FILE}.")
    ctx.exit(Exit.FINDINGS if failures or lost or wrong or (check and (new or gone)) else Exit.CLEAN)


def _chosen(sources: Mapping[str, OtherSource], names: Sequence[str]) -> Mapping[str, OtherSource]:
    """The sources with those names, or all of them."""
    if not sources:
        raise Refusal("journeybook.yml names no other portals; write `portals: {name: https://…/portal.json}`")
    for name in names:
        if name not in sources:
            near = nearest(name, sources)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(sources)}"
            raise Refusal(f"journeybook.yml names no portal '{name}'; {hint}")
    return {name: source for name, source in sources.items() if not names or name in names}


def _told(one: Fetched) -> str:
    if not one.is_new:
        return f"{one.name}: as it was"
    count = len(one.portal.journeys)
    journeys = f"{count} journey{'' if count == 1 else 's'}"
    kept = f"{path_of(one.name)}, {len(one.content) / 1000:.0f} kB"
    if one.portal.audience == "internal":
        kept += ", for the company alone"
    return f"{one.name}: {'new' if one.before is None else 'changed'}, {journeys} ({kept})"


def _changes(one: Fetched) -> Iterator[str]:
    """What the other portal has more and less than it had."""
    if one.before is None:
        return
    before = {journey.key: journey.title for journey in one.before.journeys}
    after = {journey.key: journey.title for journey in one.portal.journeys}
    lines = [f"  + {key}  {after[key]}" for key in after if key not in before]
    lines += [f"  - {key}  {before[key]}" for key in before if key not in after]
    yield from _first(lines)
    others = len(one.before.things.keys() - one.portal.things.keys() - before.keys())
    if others:
        yield f"  - {others} other thing{'' if others == 1 else 's'}"


def _lost(root: Path, options: PortalOptions, fetched: Sequence[Fetched]) -> list[Diagnostic]:
    """What this portal names that is not, or no longer, in the portals fetched."""
    others = {one.name: one.portal for one in fetched}
    unread = frozenset(options.portals.keys() - others.keys())
    content = replace(read_content(root, options.content), others=OtherPortals(others, unread))
    return [finding for finding in assemble(content).diagnostics if finding.code == "JB226"]


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_MOST_TOLD]
    if len(lines) > _MOST_TOLD:
        yield f"  … and {len(lines) - _MOST_TOLD} more"
