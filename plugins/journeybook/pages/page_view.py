"""What every page shows."""

from __future__ import annotations

from msgspec import Struct, field

from journeybook.pages.head import Head
from journeybook.pages.narrative import Narrative
from journeybook.pages.pieces import Fact, Heading
from journeybook.pages.planned import PlannedPage
from journeybook.pages.sections.section import Section, headings_in
from journeybook.pages.tail import Tail


class PageView(Struct, frozen=True, kw_only=True):
    """What a page shows. Each kind of page has its own, with what only that kind has."""

    page: PlannedPage
    head: Head
    opening: tuple[Section, ...] = ()
    """Pictures that stand before everything else, in order."""
    facts: tuple[Fact, ...] = ()
    narrative: Narrative | None = None
    sections: tuple[Section, ...] = ()
    """Its other parts, in order."""
    tail: Tail = field(default_factory=Tail)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings below the title, in order; those inside narratives are left out."""
        return headings_in(self.opening) + headings_in(self.sections) + self.tail.headings
