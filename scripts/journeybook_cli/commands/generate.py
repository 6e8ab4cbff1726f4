"""`journeybook generate`: the portal as plain Markdown, for any other site generator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import click

from journeybook.drawing import Drawer
from journeybook.exchange.generate import (
    Builder,
    ForeignFolderError,
    Source,
    Written,
    generated_files,
    read_host_settings,
    write_folder,
)
from journeybook.history.looking_back import Memory, told_history
from journeybook.model.diagnostics import Severity
from journeybook.model.text import Audience
from journeybook.pages import Context
from journeybook.pages.scope_of import scope_of
from journeybook.pages.sections.diagrams import flow_sources
from journeybook.words import Words
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.opening import Opened, open_portal
from journeybook_cli.options import as_of_option, audience_option, terminal_options, today
from journeybook_cli.outputs import FORMS
from journeybook_cli.outputs.report import Report
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import busy, visible

_SHOWN = 20
"""How many changed files are named."""


@click.command("generate")
@root_option
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site's sources go: an empty or new folder, or one generated before.",
)
@click.option(
    "--for",
    "builder",
    type=click.Choice(get_args(Builder)),
    default="mkdocs",
    show_default=True,
    help="Who builds the site. With a folder for each page, they read links in maps differently.",
)
@audience_option
@as_of_option
@click.option("--force", is_flag=True, help="Overwrite generated files that somebody has changed since.")
@terminal_options
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    out: Path,
    builder: Builder,
    audience: Audience | None,
    as_of: date | None,
    force: bool,
) -> None:
    """Write the portal as plain Markdown, for any other site generator.

    DIR gets docs/, with all pages, pictures, styles and scripts, and a mkdocs.yml with which MkDocs and
    Zensical build the site without Journeybook. Only files that were generated are ever changed or deleted.
    """
    opened = open_portal(root, audience)
    _refuse_inside(out.resolve(), opened)
    found = tuple(one for one in opened.diagnostics if one.severity is not Severity.INFO)
    if found:
        for line in FORMS["text"](Report(found, opened.files, opened.root, show_source=False)):
            click.echo(line, err=True)
    if any(one.severity is Severity.ERROR for one in found):
        ctx.exit(Exit.FINDINGS)
    try:
        with busy("Writing the pages"):
            source = replace(_source(opened, as_of or today()), builder=builder)
            written = write_folder(out, generated_files(source), force=force)
    except ForeignFolderError as error:
        raise Refusal(str(error)) from error
    for line in _told(written):
        click.echo(line)


def _source(opened: Opened, as_of: date) -> Source:
    content = opened.portal.content.folder
    host = read_host_settings(opened.root, content)
    hides_sources = opened.options.audience == "public" and opened.options.edit_links != "public"
    custom = opened.root / str(host.theme.get("custom_dir") or ".")
    languages = opened.options.editions
    history = told_history(Memory(), opened.root, content, opened.options)

    def context(language: str) -> Context:
        portal = opened.published.translated(language)
        return Context(
            portal=portal,
            options=replace(opened.options, language=language),
            words=Words(language),
            as_of=as_of,
            directory_urls=host.directory_urls,
            site=host.site_url,
            scope=scope_of(portal, language, languages, has_past=bool(history)),
            history=history,
            edit=_no_edit if hides_sources else host.repository.edit,
        )

    contexts = tuple(map(context, languages))
    return Source(
        contexts=contexts,
        host=host,
        root=opened.root,
        read=lambda path: (opened.root / content / path).read_bytes(),
        left_out=opened.published.left_out,
        overrides=(custom,) if custom != opened.root else (),
        draw=_drawer(opened, contexts),
    )


def _drawer(opened: Opened, contexts: Iterable[Context]) -> Drawer | None:
    """Who draws diagrams, with those of all journeys drawn already; None where a script does in the page."""
    if opened.options.diagrams != "svg":
        return None
    drawer = Drawer(opened.root, lambda said: click.echo(visible(said), err=True))
    drawer.prepare(source for context in contexts for source in flow_sources(context))
    drawer.tidy()
    return drawer


def _no_edit(_file: str, _line: int) -> None:
    """Nobody of the public edits sources."""


def _refuse_inside(out: Path, opened: Opened) -> None:
    content = (opened.root / opened.portal.content.folder).resolve()
    if out == opened.root.resolve() or out.is_relative_to(content) or content.is_relative_to(out):
        raise Refusal(f"{out} holds the portal itself; name a folder beside its content")


def _told(written: Written) -> Iterable[str]:
    counts = (
        ("written", len(written.written)),
        ("unchanged", written.unchanged),
        ("deleted", len(written.deleted)),
    )
    yield ", ".join(f"{count:,} {what}" for what, count in counts if count) or "nothing to write"
    if written.kept:
        yield f"{len(written.kept):,} left alone, for somebody has changed them (--force overwrites them):"
        yield from (f"  {visible(path)}" for path in written.kept[:_SHOWN])
        if len(written.kept) > _SHOWN:
            yield "  …"
