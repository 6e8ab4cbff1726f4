"""The small pieces that pages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeybook.model.addresses import Address

Direction = Literal["", "ltr", "rtl"]
"""Which way a text runs, where it differs from the portal's; else empty."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A published file that is no page."""

    path: str
    """Its path from the site's root, not encoded."""


@dataclass(frozen=True, slots=True)
class InSite:
    """A page of any edition; its address starts at the site's root."""

    address: Address


Target = Address | Asset | InSite | str
"""Where a link leads; text is an address outside the portal, used as it is."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """Another portal that a link leads to."""

    note: str
    """Says so, as `In the portal Hosting`; empty where that is said already."""
    language: str
    """The language of what stands there."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link inside a text."""

    written: str
    """Its target as the author wrote it."""
    target: Target | None
    """Where it leads; None leaves its label without a link."""
    title: str
    """What stands there where the author gave no label."""
    abroad: Abroad | None = None
    """The other portal it leads to, if it does."""


@dataclass(frozen=True, slots=True)
class Text:
    """A short text as its author wrote it, in the inline subset of Markdown."""

    written: str
    links: tuple[TextLink, ...] = ()
    """Where the links in it lead."""
    language: str = ""
    """Its language, where it differs from the portal's."""
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page or a spot of the portal."""

    title: str
    """Plain text."""
    to: Address
    language: str = ""
    """The title's language, where it differs from the portal's."""
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A link that leads out of the portal, or that the author gave for further reading."""

    title: str
    """Plain text."""
    target: Target
    language: str = ""
    direction: Direction = ""
    abroad: Abroad | None = None
    """The other portal it leads to, if it does."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a span of time."""

    iso: str
    """As HTML has it, `2026-09-14` or `PT1200S`; empty for spans in months, which HTML does not know."""
    shown: str
    """As people read it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image."""

    source: Target
    alt: str
    """What it shows; empty for decoration."""
    language: str = ""
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How something feels, from 1 (very bad) to 5 (very good)."""

    value: float
    shown: str
    """The number as people write it."""
    level: Literal[1, 2, 3, 4, 5]
    """The nearest whole score; halves go away from the middle."""
    word: str
    """The level in words."""


@dataclass(frozen=True, slots=True)
class PersonaScore:
    """A score, or a mean of scores, of one persona."""

    who: Link | None
    """The persona; None where there is no doubt, or nobody is named."""
    score: Score
    basis: str = ""
    """For a mean, what it rests on: `5 of 6 steps scored`."""


Value = str | Text | Link | OutsideLink | Moment
"""What a fact can say."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what there is to say."""

    label: str
    values: tuple[Value, ...]
    name: str = ""
    """What scripts find it by; empty where none asks for it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, and where they stand."""

    number: str
    label: str
    to: Address | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the page's title."""

    level: Literal[2, 3]
    id: str
    title: str
    """Plain text."""
