"""What many pages of an edition show alike, so that each does not reckon it anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import Any

from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import Comments
from journeybook.pages.pieces import Link
from journeybook.portal import Portal
from journeybook.portal.freshness import Freshness, Upkept, review_queue
from journeybook.reviews import short_comment_link
from journeybook.words import Words

_MOST_LINKS = 16_384
"""How many links are held: room for those that are everywhere, and for those within a few hundred journeys."""
_MOST_SHARED = 512
"""How many parts of pages are held that stand on several: pages of one journey are made one after the other."""
_MOST_COMMENTS = 1_024
"""How many short comment links are held: a step has one in the maps of its journey and of its stage."""


def _no_link(_key: SpotKey, _title: str) -> None:
    return None


class Reckoned:
    """Found for the first page that asks, from the portal and the options alone; it lives as long as a context."""

    def __init__(self, portal: Portal, comments: Comments | None, as_of: date, words: Words) -> None:
        """`comments` says where they go, `as_of` is the reference day."""
        self._portal = portal
        self._as_of = as_of
        self.links: dict[SpotKey, Link] = {}
        """Links that are right on every page."""
        self.shared: dict[tuple[str, SpotKey], Any] = {}
        """What is shown of spots, alike on every page that shows it, by what it is."""
        self._short_comments = lru_cache(_MOST_COMMENTS)(
            partial(short_comment_link, comments=comments, words=words) if comments else _no_link
        )

    def short_comment(self, key: SpotKey, title: str) -> str | None:
        """Where a comment on the spot `key` of that `title` is written, in short; None where there are none."""
        return self._short_comments(key, title)

    def keep_link(self, key: SpotKey, link: Link) -> Link:
        """Hold `link`, which leads to `key`; returns it."""
        if len(self.links) == _MOST_LINKS:
            self.links.clear()
        self.links[key] = link
        return link

    def share(self, key: tuple[str, SpotKey], part: object) -> None:
        """Hold `part`, found under `key`."""
        if len(self.shared) == _MOST_SHARED:
            self.shared.clear()
        self.shared[key] = part

    @cached_property
    def review_queue(self) -> tuple[Upkept, ...]:
        """Everything that is to be reviewed; see `review_queue`."""
        return review_queue(self._portal, self._as_of)

    @cached_property
    def overdue(self) -> Mapping[SpotKey, tuple[Upkept, ...]]:
        """What each team keeps and is due for review, the longest overdue first."""
        found: defaultdict[SpotKey, list[Upkept]] = defaultdict(list)
        for one in self.review_queue:
            if one.owner and one.freshness is Freshness.DUE:
                found[one.owner].append(one)
        return {owner: tuple(kept) for owner, kept in found.items()}
