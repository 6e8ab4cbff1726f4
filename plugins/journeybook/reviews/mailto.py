"""Comments by e-mail, for readers without an account (RFC 6068)."""

from __future__ import annotations

from urllib.parse import quote

from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import Draft
from journeybook.reviews.percent import queried

_MAILBOX_SIGNS = "@,!$'*+"


class Mailto:
    """A mailbox."""

    def __init__(self, comments: Comments) -> None:
        self._mailbox = quote("".join((comments.address or "").split()), safe=_MAILBOX_SIGNS, errors="replace")

    def write(self, draft: Draft) -> str:
        """Opens a new mail; blanks are `%20` and lines end with `%0D%0A`, for mail programs know nothing else."""
        return f"mailto:{self._mailbox}?{queried({'subject': draft.title, 'body': _body(draft)})}"

    def existing(self, key: str) -> None:
        """Nobody but its owner can look into a mailbox."""


def _body(draft: Draft) -> str:
    return "\r\n".join(draft.body_lines())
