"""`journeybook serve`: the site while one writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journeybook.mkdocs.opening import HostError
from journeybook.mkdocs.serving.command import serve
from journeybook.model.text import Audience
from journeybook_cli.exits import Refusal
from journeybook_cli.options import as_of_option, audience_option, terminal_options
from journeybook_cli.portal_root import root_option


@click.command("serve")
@root_option
@click.option(
    "--address",
    metavar="HOST:PORT",
    help="Where to serve. Default: the dev_addr of mkdocs.yml, which is 127.0.0.1:8000 if it does not say.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@audience_option
@as_of_option
@terminal_options
def command(
    root: Path, address: str | None, open_browser: bool, audience: Audience | None, as_of: date | None
) -> None:
    """Serve the site while you write; every saved change shows at once.

    What is wrong with the content, or with mkdocs.yml, shows over the last good page, and goes away when it
    is mended. A page is made when a browser asks for it, and loaded anew when it has changed. Ctrl-C ends it.
    """
    try:
        serve(root, address, open_browser=open_browser, audience=audience, as_of=as_of)
    except HostError as error:
        raise Refusal(str(error)) from error
