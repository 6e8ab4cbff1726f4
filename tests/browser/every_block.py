"""A page that shows everything of a portal in every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.block_table import OFFERS, ONE_PIECE_OF_EVIDENCE
from journeybook.model.kinds import Kind
from journeybook.portal import Portal, assemble
from journeybook.reading import read_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journeybook.model.block_table import Offer
    from journeybook.model.keys import SpotKey

MOST = 4
"""How many of a kind are shown: enough to see how they stand beside each other."""


def every_block(root: Path) -> str:
    """The page, for the portal in `root`."""
    portal = assemble(read_content(root))
    return "# Every block\n\n" + "\n".join(_blocks(portal))


def _blocks(portal: Portal) -> Iterator[str]:
    for show, offer in OFFERS.items():
        yield f"## {show}\n"
        yield from _of_offer(portal, show, offer)
    yield from _of_offer(portal, str(Kind.EVIDENCE), ONE_PIECE_OF_EVIDENCE)
    yield _fence("show: pains", "where: {severity: 1, journey: move-hosting}", "title: A title of *its own*")


def _of_offer(portal: Portal, show: str, offer: Offer) -> Iterator[str]:
    for look in offer.looks:
        if offer.is_one:
            yield _fence(f"show: {show}", f"id: {_first(portal, show)}", f"as: {look}")
        else:
            yield _fence(
                f"show: {show}", f"as: {look}", *([] if look == "count" or offer.is_whole else [f"limit: {MOST}"])
            )


def _fence(*lines: str) -> str:
    return "\n".join(("```journeybook", *lines, "```\n"))


def _first(portal: Portal, kind: str) -> str:
    """The first of `kind`; journeys, and what stands in them, of the one that has everything."""
    found: list[SpotKey] = [key for key in portal.directory.by_key if key.kind == kind]
    rich = [key for key in found if "move-hosting" in (key.id, key.journey)] or found
    return "/".join(filter(None, (rich[0].journey, rich[0].id)))
