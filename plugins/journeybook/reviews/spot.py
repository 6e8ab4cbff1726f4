"""A spot as a reviewer sees it."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model.keys import SpotKey


class Spot(Struct, frozen=True):
    """Something one can comment on."""

    key: SpotKey
    title: str
    """Plain text: `Calls support about the slow site`."""
    where: str
    """Plain text that places it: `Move my site to a new hosting plan › Decide`; may be empty."""
    page: str
    """Where it stands: an absolute address if the site's is known, else one from the site's root."""
    file: str
    """The file that defines it, relative to the portal's root; empty where readers shall not know."""
    line: int
    """Its line there, from 1."""


class CommentLinks(Struct, frozen=True):
    """Where a comment on a spot is written, and where those already made are."""

    write: str
    """Opens a new comment."""
    existing: str | None
    """Lists the comments already made, if the tracker can."""
