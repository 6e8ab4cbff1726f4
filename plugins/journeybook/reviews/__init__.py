"""Comment links out; reviews back in come later."""

from journeybook.reviews.comment_links import comment_links, short_comment_link
from journeybook.reviews.spot import CommentLinks, Spot

__all__ = ["CommentLinks", "Spot", "comment_links", "short_comment_link"]
