"""Draws the flowcharts of a portal, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from html import escape
from pathlib import Path

from journeybook.drawing.chart import chart_of
from journeybook.drawing.engine import DrawingError, look
from journeybook.drawing.svg import svg_of
from journeybook.drawing.workers import drawn_by_engines
from journeybook.reading.kept import CACHE, Kept

_CLICK = re.compile(r'^(click \w+ )"([^"\n]*)"', re.MULTILINE)
_SLOT = re.compile(r'href="#(\d+)"')

FOLDER = f"{CACHE}/diagrams"
"""Where a portal keeps its drawn diagrams, from its root folder."""

Say = Callable[[str], object]
"""Tells the user something that is no warning."""


class Drawer:
    """Turns Mermaid text into SVG; what it has drawn it keeps in a folder beside the portal.

    Addresses are none of the engine's business: a chart is the same wherever its page stands, and whatever they
    are. A chart that cannot be drawn is told of once; its page then does without.
    """

    def __init__(self, root: Path, say: Say = lambda _: None) -> None:
        """`root` is the portal's root folder."""
        self._kept = Kept(root / FOLDER, ".svg")
        self._look = look()
        self._say = say
        self._drawn: dict[str, str] = {}
        """Charts with numbers in place of addresses, by their source; empty for what cannot be drawn."""

    def __call__(self, source: str) -> str:
        """The flowchart `source` as markup for an HTML page; empty if it cannot be drawn."""
        bare, addresses = _without_addresses(source)
        if bare not in self._drawn:
            self.prepare([source])
        return _SLOT.sub(lambda slot: f'href="{escape(addresses[int(slot[1])])}"', self._drawn[bare])

    def prepare(self, sources: Iterable[str]) -> None:
        """Draw `sources` all at once, which takes less time than one after the other."""
        missing: list[str] = []
        for source in dict.fromkeys(_without_addresses(one)[0] for one in sources):
            if source in self._drawn:
                continue
            picture = self._kept.get(self._key(source))
            if picture is None or not self._take(source, picture, is_new=False):
                missing.append(source)
        if len(missing) > 1:
            self._say(f"Drawing {len(missing)} diagrams")
        for source, outcome in zip(missing, drawn_by_engines(missing), strict=True):
            if isinstance(outcome, DrawingError):
                self._give_up(source, outcome)
            elif self._take(source, outcome, is_new=True):
                self._kept.put(self._key(source), outcome)

    def tidy(self) -> None:
        """Delete what has long been of no use."""
        self._kept.prune()

    def _take(self, source: str, picture: str, *, is_new: bool) -> bool:
        try:
            self._drawn[source] = svg_of(chart_of(picture))
        except DrawingError as error:
            if is_new:
                self._give_up(source, error)
            return False
        return True

    def _give_up(self, source: str, error: DrawingError) -> None:
        self._drawn[source] = ""
        title = next((line for line in source.split("\n") if line.startswith("accTitle")), source[:80])
        self._say(f"A diagram could not be drawn and is left out; its text stays. {title}: {error}")

    def _key(self, source: str) -> str:
        return sha256(f"{self._look}\n{source}".encode()).hexdigest()


def _without_addresses(source: str) -> tuple[str, list[str]]:
    """`source` with `#0`, `#1` … in place of the addresses it links to, and those."""
    addresses: list[str] = []

    def number(click: re.Match[str]) -> str:
        addresses.append(click[2])
        return f'{click[1]}"#{len(addresses) - 1}"'

    return _CLICK.sub(number, source), addresses
