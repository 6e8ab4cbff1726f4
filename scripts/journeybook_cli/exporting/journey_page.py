"""Where a journey's page stands in a site."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

import click

from journeybook.mkdocs.building import build
from journeybook.mkdocs.opening import HostError
from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.text import Audience
from journeybook.portal import Portal
from journeybook_cli.asked_key import key_asked_for
from journeybook_cli.exits import Refusal
from journeybook_cli.terminal import busy, visible


def journey_asked_for(portal: Portal, text: str) -> SpotKey:
    """The key of the journey that `text` names by id or key, former ones too; refused if there is none."""
    key = key_asked_for(portal, text if "/" in text or ":" in text else f"{Kind.JOURNEY}/{text}")
    if key.kind != Kind.JOURNEY:
        raise Refusal(f"{key} is no journey; `journeybook list journeys` shows those there are")
    return key


def built_site(root: Path, site: Path, audience: Audience | None, as_of: date | None) -> Path | None:
    """`site`, into which the portal in `root` was built; None, and the findings printed, if it could not be."""
    try:
        with busy("Building the site"):
            report = build(root, site_dir=site, audience=audience, as_of=as_of)
    except HostError as error:
        raise Refusal(str(error)) from error
    if report.built:
        return report.site
    for message in report.messages:
        click.echo("\n".join(map(visible, message.text.splitlines())), err=True)
    return None


def page_in(site: Path, key: SpotKey, folder: str) -> Path:
    """The file of the page of `key` in the `folder` of `site` that its language has; refused if there is none."""
    address = address_of(key)
    for directory_urls in (False, True):
        file = site / folder / address.file(directory_urls=directory_urls)
        if file.is_file():
            return file.resolve()
    raise Refusal(f"{site} holds no page of {key}; build the site anew, or leave --site out")


def with_choices(page: Path, **choices: str | None) -> str:
    """The address of the file `page` with what a reader chose, as the page's own scripts write it."""
    chosen = "&".join(f"{name}={quote(value, safe=',:')}" for name, value in choices.items() if value)
    return f"{page.as_uri()}{'?' if chosen else ''}{chosen}"
