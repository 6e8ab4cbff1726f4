"""`journeybook export`: a journey's map as a document, a picture, or the text of a diagram."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journeybook.model.text import Audience
from journeybook.words import Words
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.exporting.chromium import opened_page
from journeybook_cli.exporting.diagrams import DIAGRAMS, diagram_text
from journeybook_cli.exporting.drawn import PAPERS, pdf_of, png_of, svg_of
from journeybook_cli.exporting.journey_page import built_site, journey_asked_for, page_in, with_choices
from journeybook_cli.opening import Opened, open_portal
from journeybook_cli.options import as_of_option, audience_option, terminal_options, today
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import busy

_ENDINGS = {"pdf": "pdf", "png": "png", "svg": "svg", "mermaid": "mmd"}


@click.command("export")
@click.argument("form", type=click.Choice(list(_ENDINGS)))
@click.argument("journey")
@root_option
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. Default: the journey's id with the form's ending, here.",
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="Of the PDF's sheets.")
@click.option(
    "--scale", type=click.FloatRange(0.5, 8), default=2, show_default=True, help="How fine the PNG is drawn."
)
@click.option("--lanes", metavar="LANES", help="The lanes to show, in this order: does,curve,pains.")
@click.option("--lens", metavar="LENS", help="What stands out: persona:ID, channel:ID, team:ID, pains …")
@click.option(
    "--diagram",
    type=click.Choice(DIAGRAMS),
    default="flow",
    show_default=True,
    help="The Mermaid diagram: the ways through the journey, or how its steps feel.",
)
@click.option("--language", metavar="LANG", help="One of the portal's languages. Default: the original.")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A site that is built already. Default: the portal is built anew, elsewhere, and thrown away.",
)
@audience_option
@as_of_option
@terminal_options
@click.pass_context
def command(
    ctx: click.Context,
    form: str,
    journey: str,
    root: Path,
    out: Path | None,
    force: bool,
    paper: str,
    scale: float,
    lanes: str | None,
    lens: str | None,
    diagram: str,
    language: str | None,
    site: Path | None,
    audience: Audience | None,
    as_of: date | None,
) -> None:
    """Write the map of JOURNEY as pdf, png or svg, or a diagram of it as mermaid text.

    Pictures are drawn by Chromium, which the extra journeybook[export] drives; Mermaid text needs no browser.
    A PDF is on landscape sheets, divided by stage where one is too small to be read, tagged, with an outline.
    """
    opened = open_portal(root, audience)
    asked = journey_asked_for(opened.portal, journey)
    spoken = _language(opened, language)
    target = out or Path(f"{asked.id}.{_ENDINGS[form]}")
    _refuse_to_lose(target, force=force)
    if form == "mermaid":
        made = diagram_text(opened.published.translated(spoken), asked, Words(spoken), diagram).encode()
    else:
        with _site_of(site, root, audience, as_of, ctx) as folder, busy("Drawing the map"):
            page = page_in(folder, asked, "" if spoken == opened.options.editions[0] else spoken)
            address = with_choices(page, lanes=lanes, lens=lens)
            with opened_page(address, scale if form == "png" else 1) as shown:
                makers = {
                    "pdf": lambda: pdf_of(shown, paper, as_of or today()),
                    "png": lambda: png_of(shown),
                    "svg": lambda: svg_of(shown).encode(),
                }
                made = makers[form]()
    target.write_bytes(made)
    click.echo(f"wrote {target} ({len(made) / 1000:,.0f} kB)")


@contextmanager
def _site_of(
    site: Path | None, root: Path, audience: Audience | None, as_of: date | None, ctx: click.Context
) -> Generator[Path]:
    """The folder of the site: the one somebody named, or one built for this."""
    if site:
        yield site
        return
    with TemporaryDirectory(prefix="journeybook-") as folder:
        built = built_site(root, Path(folder, "site"), audience, as_of)
        if not built:
            ctx.exit(Exit.FINDINGS)
        yield built


def _language(opened: Opened, language: str | None) -> str:
    editions = opened.options.editions
    if language and language not in editions:
        raise Refusal(f"the portal is not published in '{language}', but in {', '.join(editions)}")
    return language or editions[0]


def _refuse_to_lose(target: Path, *, force: bool) -> None:
    if target.exists() and not force:
        raise Refusal(f"{target} is there already; --force overwrites it, --out names another file")
    if not target.parent.is_dir():
        raise Refusal(f"there is no folder {target.parent}")
