"""What authors wrote, as a diagram shows it: short, on one line, without markup."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model.inline import to_plain
from journeybook.model.mention_syntax import SCHEME
from journeybook.pictures.escape import escaped, one_line
from journeybook.portal import Portal


class Texts(Struct, frozen=True):
    """The texts of one portal."""

    portal: Portal
    """Knows the titles of what a text mentions."""

    def plain(self, written: str, width: int) -> str:
        """`written` at most `width` columns wide, to be read as it is."""
        return one_line(to_plain(written, self._named), width)

    def escaped(self, written: str, width: int) -> str:
        """The same as Mermaid text."""
        return escaped(self.plain(written, width))

    def _named(self, target: str) -> tuple[None, str]:
        name = target.removeprefix(SCHEME)
        found = self.portal.directory.named(name) if name != target else []
        return None, to_plain(self.portal.entity(found[0]).title) if len(found) == 1 else name
