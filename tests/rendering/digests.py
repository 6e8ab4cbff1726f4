"""The digest of every page of the sample portal, and of a portal with one of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journeybook.pages import Context, plan, view_of
from journeybook.pages.digest import digest_of, digest_of_edition
from journeybook.pages.scope_of import scope_of
from journeybook.portal.publication import publication_of
from journeybook.reading import read_content, read_options
from journeybook.words import Words
from tests.pages.portals import AS_OF, EVERYTHING, edit
from tests.rendering.everything import everything
from tests.rendering.sites import context_of

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def sample(language: str) -> Context:
    """The sample portal in one of its languages."""
    options, _ = read_options(REPOSITORY)
    content = read_content(REPOSITORY, options.content, options.editions)
    portal = publication_of(content, options).translated(language)
    return Context(
        portal,
        replace(options, language=language),
        Words(language),
        AS_OF,
        scope=scope_of(portal, language, options.editions),
        edit=edit,
    )


def digests() -> Iterator[str]:
    """A line for each page."""
    for context in (sample("en"), sample("pl"), context_of(EVERYTHING), context_of(everything("A *text*"))):
        yield digest_of_edition(context)
        for page in plan(context.portal):
            yield f"{digest_of(view_of(page, context))} {page.key}"
