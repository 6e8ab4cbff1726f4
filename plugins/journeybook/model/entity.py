"""What every entity has."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from pydantic import Field

from journeybook.model.durations import Duration
from journeybook.model.kinds import Kind
from journeybook.model.places import NOWHERE, Place
from journeybook.model.record import SourcePlace, SourceRendition, record
from journeybook.model.rendition import AS_WRITTEN
from journeybook.model.rule_weights import Exemption
from journeybook.model.text import (
    Audience,
    Day,
    EvidenceRef,
    Extra,
    Language,
    Plain,
    Short,
    Status,
    TeamRef,
    WebLink,
)


@record
class Entity:
    """Something of a portal that has an id, a spot key and, mostly, a page."""

    kind_of: ClassVar[Kind]

    id: str
    """Names it in references and addresses; the file's stem, or a slug of the title for drafts."""
    title: Short
    """What readers see."""
    summary: Short | None = None
    """One sentence that says what it is."""
    aliases: tuple[str, ...] = ()
    """Former ids; references, addresses and anchors still find it. Where it moved journey, `journey/id`."""
    tags: tuple[Plain, ...] = ()
    """Words to filter by."""
    lang: Language | None = None
    """Language of its texts, where it differs from the portal's."""
    audience: Audience | None = None
    """Whom it is for; a page for the company alone is marked so."""
    owner: TeamRef | None = None
    """The team that keeps this page true."""
    status: Status | None = None
    """How far it has come."""
    reviewed: Day | None = None
    """The day somebody last held it against reality."""
    review_every: Duration | None = None
    """How long a review holds."""
    evidence: tuple[EvidenceRef, ...] = ()
    """What proves it."""
    links: tuple[WebLink, ...] = ()
    """Further reading."""
    narrative: str | None = None
    """Longer text in Markdown."""
    checks: tuple[Exemption, ...] = ()
    """Rules that weigh otherwise for it and all it holds, each for a reason and until a day."""
    extra: Extra = Field(default_factory=dict)
    """The author's own `x-…` keys."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written; two entities with the same content are equal wherever they stand."""
    # A factory, because Pydantic makes a deep copy of a default, which took a sixth of the time of reading.
    rendition: SourceRendition = field(default_factory=lambda: AS_WRITTEN, repr=False, compare=False)
    """How far its texts are translated, where somebody asked for another language."""

    def place_of(self, key: str) -> Place:
        """Where `key` was written: with all else, or in the file of its translation."""
        return self.rendition.place if key in self.rendition.place.keys else self.place
