"""The links with which a reader comments on a spot."""

from __future__ import annotations

from msgspec.structs import replace

from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import draft_of
from journeybook.reviews.fitting import fitted, shortened
from journeybook.reviews.percent import filled
from journeybook.reviews.spot import CommentLinks, Spot
from journeybook.reviews.tracker import tracker_of
from journeybook.words import Words

_SHORT_TITLE = 60
"""Characters of a title in a short link."""


def comment_links(spot: Spot, comments: Comments, words: Words) -> CommentLinks:
    """Where a comment on `spot` is written, and where those already made are.

    The address for writing has at most 2,000 characters: texts are shortened before the spot key, which
    always survives whole. Only a repository, mailbox or template that is nearly as long itself can make
    it longer.
    """
    tracker = tracker_of(comments)
    key = str(spot.key)
    existing = filled(comments.search, {"key": key}) if comments.search else tracker.existing(key)
    return CommentLinks(fitted(draft_of(spot, comments.labels, words), tracker.write), existing)


def short_comment_link(key: SpotKey, title: str, comments: Comments, words: Words) -> str:
    """Where a comment on the spot `key` is written, with no more than its title and the key.

    It is for pages that carry many, such as a map, whose every step has its full links as well.
    """
    spot = Spot(key, shortened(title, _SHORT_TITLE), "", "", "", 0)
    return fitted(replace(draft_of(spot, (), words), about=""), tracker_of(comments).write)
