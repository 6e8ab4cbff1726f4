"""What many pages of an edition show alike, so that each does not reckon it anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache, partial

from journeybook.model.keys import SpotKey
from journeybook.pages.pieces import Link
from journeybook.portal import Portal
from journeybook.portal.freshness import Freshness, Upkept, review_queue
from journeybook.reviews import comment_links, short_comment_link
from journeybook.words import Words

_MOST_LINKS = 16_384
"""How many links are held: room for those that are everywhere, and for those within a few hundred journeys."""
_MOST_COMMENTS = 1_024
"""How many comment links are held: a step has the same on the pages of its journey and of its stage."""


class Reckoned:
    """Found for the first page that asks, from the portal and the options alone; it lives as long as a context."""

    def __init__(self, portal: Portal, as_of: date, words: Words) -> None:
        """`as_of` is the reference day."""
        self._portal = portal
        self._as_of = as_of
        self._links: dict[SpotKey, Link] = {}
        self.comment_links = lru_cache(maxsize=_MOST_COMMENTS)(partial(comment_links, words=words))
        self.short_comment_link = lru_cache(maxsize=_MOST_COMMENTS)(partial(short_comment_link, words=words))

    def link(self, key: SpotKey, make: Callable[[SpotKey], Link]) -> Link:
        """The link to `key` that is right on every page; if it is not known yet, the one that `make` makes."""
        if (known := self._links.get(key)) is None:
            if len(self._links) == _MOST_LINKS:
                self._links.clear()
            known = self._links[key] = make(key)
        return known

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
