"""What is known of other portals: enough to link to everything in them, and to list their journeys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from journeybook.model.elsewhere import Elsewhere
from journeybook.model.kinds import Kind


class OtherThing(NamedTuple):
    """Something of another portal. A tuple, because a hub knows a great many."""

    title: str
    """Its title as plain text."""
    url: str
    """Where it stands: a path below the root of its site, percent-encoded."""
    language: str
    """The language of its texts."""


@dataclass(frozen=True, slots=True)
class OtherMood:
    """The mean score of several steps of another portal for one persona."""

    persona: str
    """The persona's spot key; empty where the journey names nobody."""
    mean: float
    """From 1 (very bad) to 5 (very good), over scored steps only."""
    n: int
    """How many steps were scored."""
    of: int
    """How many steps there are."""


@dataclass(frozen=True, slots=True)
class OtherStage:
    """A stage of another portal's journey."""

    key: str
    """Its spot key there."""
    title: str
    """As plain text."""
    moods: tuple[OtherMood, ...]
    """Its mean score per persona."""


@dataclass(frozen=True, slots=True)
class OtherJourney:
    """A journey of another portal."""

    key: str
    """Its spot key there."""
    title: str
    """As plain text."""
    url: str
    """Its whole address; empty if nobody knows where the other site stands."""
    language: str
    personas: tuple[str, ...]
    """The spot keys of those who live through it."""
    state: str
    """`current` or `future`."""
    status: str
    """`draft`, `in-review`, `reviewed` or `retired`; empty where nobody said."""
    scope: str
    """`buying`, `experience` or `employee`; empty where nobody said."""
    moods: tuple[OtherMood, ...]
    """The mean score of the whole journey per persona."""
    counts: Mapping[str, int]
    """How many `stages`, `steps`, `touchpoints`, `moments_of_truth`, `pains` and `hand_offs` it has."""
    stages: tuple[OtherStage, ...]
    """Its stages in order."""


@dataclass(frozen=True, slots=True)
class OtherPortal:
    """Another portal, as it was when it was fetched."""

    name: str
    """What `journeybook.yml` calls it."""
    title: str
    language: str
    audience: str
    """Whom it was built for: `internal` or `public`."""
    site: str
    """The address of its site's root, with a slash at its end; empty if nobody knows."""
    things: Mapping[str, OtherThing]
    """Everything in it, by spot key."""
    journeys: tuple[OtherJourney, ...]
    """Its journeys in its own order."""


class Found(NamedTuple):
    """Something of another portal, and what a link to it needs."""

    title: str
    url: str
    """Its whole address; empty if nobody knows where the other site stands."""
    language: str
    portal: str
    """The title of the portal it is in."""


@dataclass(frozen=True, slots=True)
class OtherPortals:
    """All other portals that this one knows."""

    by_name: Mapping[str, OtherPortal] = field(default_factory=dict[str, OtherPortal])
    """Those that could be read, by name, in the order of `journeybook.yml`."""
    unread: frozenset[str] = frozenset()
    """Those that could not, or that must not be shown; that has been said."""

    def find(self, where: Elsewhere | None) -> Found | None:
        """What `where` names; None if there is no such thing."""
        portal = self.by_name.get(where.portal) if where else None
        thing = portal.things.get(where.key) if portal and where else None
        if not portal or not thing:
            return None
        url = portal.site + thing.url if portal.site else ""
        return Found(thing.title, url, thing.language, portal.title)

    def journey(self, where: Elsewhere) -> OtherJourney | None:
        """The journey that `where` names, or that the stage, step or pain it names is part of."""
        kind, _, rest = where.key.partition("/")
        own = rest.partition("/")[0] if Kind(kind).within_journey else rest
        portal = self.by_name.get(where.portal)
        journeys = portal.journeys if portal else ()
        wanted = f"{Kind.JOURNEY}/{own}" if Kind(kind).within_journey or kind == Kind.JOURNEY else ""
        return next((one for one in journeys if one.key == wanted), None)


NO_OTHERS = OtherPortals()
"""For a portal that names no other."""
