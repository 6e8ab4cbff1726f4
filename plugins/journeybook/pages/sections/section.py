"""What every section of a page has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from journeybook.pages.pieces import Heading


class Section(Struct, frozen=True, kw_only=True):
    """A part of a page with a heading; its form names the template that shows it."""

    form: ClassVar[str]
    heading: Heading

    def headings(self) -> Iterator[Heading]:
        """Its own heading, then those inside it."""
        yield self.heading


def present(*sections: Section | None) -> tuple[Section, ...]:
    """Those sections there is something in."""
    return tuple(section for section in sections if section)


def headings_in(sections: Iterable[Section]) -> tuple[Heading, ...]:
    """Every heading of `sections`, in order."""
    return tuple(heading for section in sections for heading in section.headings())
