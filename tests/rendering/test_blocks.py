"""Building blocks as HTML: whole whatever authors write, and put into the Markdown of other hosts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journeybook.model.block_table import OFFERS
from journeybook.pages import ROOT
from journeybook.portal import Portal
from journeybook.rendering import BlockHtml, with_blocks
from tests.rendering.everything import everything
from tests.rendering.sites import Document, context_of
from tests.rendering.test_texts import HOSTILE


def blocks_of(portal: Portal) -> Iterator[str]:
    """A block for everything that can be shown, in every look."""
    for show, offer in OFFERS.items():
        key = next((key for key in portal.directory.by_key if key.kind == show), None) if offer.is_one else None
        for look in offer.looks:
            named = f"id: {key.journey + '/' if key.journey else ''}{key.id}\n" if key else ""
            yield f"show: {show}\n{named}as: {look}"


def shapes(text: str) -> list[list[str]]:
    context = context_of(everything(text))
    html = BlockHtml(context)
    found = [Document(html.html(block, "content/index.md")[0]) for block in blocks_of(context.portal)]
    return [[tag.removesuffix(" dir") for tag in one.tags if "span" not in tag] for one in found]


HARMLESS = shapes("A text")


@pytest.mark.parametrize("text", HOSTILE[::4])
def test_a_text_never_becomes_markup(text: str) -> None:
    assert shapes(text) == HARMLESS


def test_links_begin_at_the_root_of_the_site() -> None:
    context = context_of(everything("A text"))
    html = BlockHtml(context)
    for block in blocks_of(context.portal):
        links = Document(html.html(block, "content/index.md")[0]).links
        assert all(link.startswith((ROOT, "https://")) for link in links), block


def test_markdown_with_blocks_shows_them_where_they_stood() -> None:
    text = (
        "Text\n```journeybook\nshow: x\n```\nmore\n\n> ```journeybook\n> show: y\n> ```\n\n```yaml\nshow: z\n```"
    )
    shown = with_blocks(text, lambda inside: f"<div>\n{inside.strip()}\n</div>")
    assert shown == (
        "Text\n\n<div>\nshow: x\n</div>\n\nmore\n\n> <div>\n> show: y\n> </div>\n\n```yaml\nshow: z\n```"
    )


def test_markdown_without_blocks_stays_as_it_is() -> None:
    text = "```yaml\nshow: x\n```\n\n````\n```journeybook\nshow: x\n```\n````\n"
    assert with_blocks(text, lambda _inside: "lost") == text
