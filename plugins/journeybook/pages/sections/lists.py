"""Lists of short texts side by side: goals, needs, frustrations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.pieces import Heading, Text
from journeybook.pages.sections.section import Section


class TextList(Struct, frozen=True):
    """One list."""

    heading: Heading
    items: tuple[Text, ...]

    @property
    def name(self) -> str:
        """What styles know it by: `goals`."""
        return self.heading.id.lstrip("_")


class Lists(Section, frozen=True, kw_only=True):
    """Lists of short texts side by side."""

    form: ClassVar[str] = "lists"
    lists: tuple[TextList, ...]

    def headings(self) -> Iterator[Heading]:
        """That of each list."""
        for one in self.lists:
            yield one.heading


def lists(maker: PageMaker, voice: Voice, *written: tuple[str, str, Iterable[str]]) -> Lists | None:
    """A list for each anchor, title and texts in `written`, those without texts left out; None if all are."""
    found = tuple(
        TextList(Heading(2, anchor, title), maker.texts(items, voice)) for anchor, title, items in written if items
    )
    return Lists(heading=found[0].heading, lists=found) if found else None
