"""The small pieces that pages are made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journeybook.model.addresses import Address

Direction = Literal["", "ltr", "rtl"]
"""Which way a text runs, where it differs from the portal's; else empty."""


class Asset(Struct, frozen=True):
    """A published file that is no page."""

    path: str
    """Its path from the site's root, not encoded."""


class InSite(Struct, frozen=True):
    """A page of any edition; its address starts at the site's root."""

    address: Address


Target = Address | Asset | InSite | str
"""Where a link leads; text is an address outside the portal, used as it is."""


class Abroad(Struct, frozen=True):
    """Another portal that a link leads to."""

    note: str
    """Says so, as `In the portal Hosting`; empty where that is said already."""
    language: str
    """The language of what stands there."""


class TextLink(Struct, frozen=True):
    """A link inside a text."""

    written: str
    """Its target as the author wrote it."""
    target: Target | None
    """Where it leads; None leaves its label without a link."""
    title: str
    """What stands there where the author gave no label."""
    abroad: Abroad | None = None
    """The other portal it leads to, if it does."""


class Text(Struct, frozen=True):
    """A short text as its author wrote it, in the inline subset of Markdown."""

    written: str
    links: tuple[TextLink, ...] = ()
    """Where the links in it lead."""
    language: str = ""
    """Its language, where it differs from the portal's."""
    direction: Direction = ""


class Link(Struct, frozen=True):
    """A link to a page or a spot of the portal."""

    title: str
    """Plain text."""
    to: Address
    language: str = ""
    """The title's language, where it differs from the portal's."""
    direction: Direction = ""


class OutsideLink(Struct, frozen=True):
    """A link that leads out of the portal, or that the author gave for further reading."""

    title: str
    """Plain text."""
    target: Target
    language: str = ""
    direction: Direction = ""
    abroad: Abroad | None = None
    """The other portal it leads to, if it does."""


class Moment(Struct, frozen=True):
    """A day or a span of time."""

    iso: str
    """As HTML has it, `2026-09-14` or `PT1200S`; empty for spans in months, which HTML does not know."""
    shown: str
    """As people read it."""


class Picture(Struct, frozen=True):
    """An image."""

    source: Target
    alt: str
    """What it shows; empty for decoration."""
    language: str = ""
    direction: Direction = ""


class Score(Struct, frozen=True):
    """How something feels, from 1 (very bad) to 5 (very good)."""

    value: float
    shown: str
    """The number as people write it."""
    level: Literal[1, 2, 3, 4, 5]
    """The nearest whole score; halves go away from the middle."""
    word: str
    """The level in words."""


class PersonaScore(Struct, frozen=True):
    """A score, or a mean of scores, of one persona."""

    who: Link | None
    """The persona; None where there is no doubt, or nobody is named."""
    score: Score
    basis: str = ""
    """For a mean, what it rests on: `5 of 6 steps scored`."""


Value = str | Text | Link | OutsideLink | Moment
"""What a fact can say."""


class Fact(Struct, frozen=True):
    """A label and what there is to say."""

    label: str
    values: tuple[Value, ...]
    name: str = ""
    """What scripts find it by; empty where none asks for it."""


class Count(Struct, frozen=True):
    """How many there are of something, and where they stand."""

    number: str
    label: str
    to: Address | None = None


class Heading(Struct, frozen=True):
    """A heading below the page's title."""

    level: Literal[2, 3]
    id: str
    title: str
    """Plain text."""
