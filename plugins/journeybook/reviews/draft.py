"""What a new comment says before its writer has begun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from journeybook.reviews.spot import Spot
from journeybook.words import Words

KEY_LINE = "journeybook: {key}"
"""The line by which a comment is known to belong to a spot, wherever its text ends up.

It stands alone on its line: the word `journeybook`, a colon, a blank and the spot key, as in
`journeybook: step/claim/calls-support`. It is never translated and never shortened. An issue form
prefills its field `spot` with the bare key instead, which the tracker shows alone on its line too. So a
reader of comments takes every line that holds nothing but a spot key, with or without `journeybook:`
before it, and the last one counts.
"""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Draft(Struct, frozen=True):
    """The texts of a new comment. Each is one line without control characters."""

    key: str
    """The spot key, whole."""
    title: str
    """What it is about, as a title."""
    about: str
    """The title of the spot; empty where there is no room."""
    where: str
    """What the spot is a part of; may be empty."""
    page: str
    """The address of the page; empty where there is no room."""
    file: str
    """The file that defines the spot; empty where there is no room."""
    line: int
    """The line in it, from 1."""
    labels: tuple[str, ...]
    """Labels the comment shall get."""
    words: Words
    """The language of the body."""

    @property
    def source(self) -> str:
        """File and line, as `content/journeys/claim.yml:14`; empty without a file."""
        return f"{self.file}:{self.line}" if self.file else ""

    @property
    def key_line(self) -> str:
        """The line that says which spot it is; see `KEY_LINE`."""
        return KEY_LINE.format(key=self.key)

    def body_lines(self, closing: Sequence[str] = ()) -> list[str]:
        """The body: room to write, what the comment is about, the key line and `closing` lines."""
        gettext = self.words.gettext
        facts = [
            gettext("About: %(title)s", title=self.about) if self.about else "",
            gettext("Part of: %(whole)s", whole=self.where) if self.where else "",
            gettext("Page: %(address)s", address=self.page) if self.page else "",
            gettext("Source: %(place)s", place=self.source) if self.source else "",
        ]
        listed = [f"- {_one_line(fact)}" for fact in facts if fact]
        return ["", "", *listed, "", self.key_line, *closing]


def draft_of(spot: Spot, labels: Iterable[str], words: Words) -> Draft:
    """The draft of a comment on `spot`."""
    title = _one_line(spot.title)
    return Draft(
        key=str(spot.key),
        title=_one_line(words.gettext("Comment: %(title)s", title=title)) if title else str(spot.key),
        about=title,
        where=_one_line(spot.where),
        page=_one_line(spot.page),
        file=_one_line(spot.file),
        line=spot.line,
        labels=tuple(filter(None, map(_one_line, labels))),
        words=words,
    )


def _one_line(text: str) -> str:
    return (text if text.isprintable() else _CONTROL.sub(" ", text)).strip()
