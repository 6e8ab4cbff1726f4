"""What a page is made from besides the thing it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from journeybook.history.told import NO_HISTORY, History
from journeybook.model.portal_options import PortalOptions
from journeybook.pages.reckoned import Reckoned
from journeybook.pages.scope import ONLY, Scope
from journeybook.portal import Portal
from journeybook.words import Words


def _no_edit(_file: str, _line: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """The portal, its options, and what only the host knows."""

    portal: Portal
    options: PortalOptions
    words: Words
    as_of: date
    """The reference day: the day on which things are judged fresh or stale."""
    directory_urls: bool = True
    """Whether pages are `claim/` or `claim.html`."""
    site: str = ""
    """The site's public address with a slash at its end; empty if nobody said."""
    scope: Scope = ONLY
    """Which part of the site it is, where that is published in several languages."""
    history: History = NO_HISTORY
    """What changed and when, as far as readers are told."""
    edit: Callable[[str, int], str | None] = _no_edit
    """The address that opens a file (relative to the portal's root) at a line for editing."""
    reckoned: Reckoned = field(init=False, repr=False, compare=False)
    """What was reckoned for one page and holds on others; a context with anything else begins anew."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reckoned", Reckoned(self.portal, self.options.comments, self.as_of, self.words))
