"""Building blocks: what an author's own text can show of the portal."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from pydantic import Field

from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.text import (
    Audience,
    ChannelRef,
    EvidenceRef,
    InitiativeRef,
    JourneyRef,
    Language,
    OpportunityRef,
    PersonaRef,
    Plain,
    Score,
    Short,
    StageRef,
    Status,
    TeamRef,
    TouchpointRef,
)

FENCE = "journeybook"
"""The word behind the three signs that open the fence of a block."""

Shown = Literal[
    "personas", "journeys", "stages", "steps", "moments-of-truth", "pains", "hand-offs", "touchpoints", "channels",
    "teams", "opportunities", "initiatives", "evidence", "metrics", "boards", "atlas",
    "persona", "journey", "stage", "step", "pain", "touchpoint", "channel", "team", "opportunity", "initiative",
    "metric",
]  # fmt: skip
"""What a block can show: all of a kind, or one thing."""

Look = Literal["cards", "table", "list", "count", "card", "facts", "map", "curve", "flow"]
"""How a block can show it."""

Order = Literal[
    "title", "-title", "score", "-score", "severity", "-severity", "rank", "-rank", "reviewed", "-reviewed",
    "impact", "-impact", "effort", "-effort",
]  # fmt: skip
"""What a list can be sorted by; with a hyphen the other way round."""


@record
class Limits:
    """Between which numbers a value must be; a bare number is `exactly`."""

    at_least: Score | None = None
    """The lowest number that counts."""
    at_most: Score | None = None
    """The highest number that counts."""
    exactly: Score | None = None
    """The only number that counts."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""

    def hold(self, value: float | None) -> bool:
        """Whether `value` is within the limits; a value that nobody gave is not."""
        if value is None:
            return False
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
            and self.exactly in (None, value)
        )


@record
class Where:
    """Which of them a block shows: all keys must fit, and of a key with a list one value."""

    personas: tuple[PersonaRef, ...] = ()
    """Whose journey it is, or is a part of."""
    journeys: tuple[JourneyRef, ...] = ()
    """The journeys it belongs to, or is met in."""
    stages: tuple[StageRef, ...] = ()
    """The stages, as `journey/stage`; the bare id does where one journey is named."""
    touchpoints: tuple[TouchpointRef, ...] = ()
    """The touchpoints met."""
    channels: tuple[ChannelRef, ...] = ()
    """The channels used."""
    teams: tuple[TeamRef, ...] = ()
    """The teams that answer for it; of a hand-off, those that give or take."""
    owners: tuple[TeamRef, ...] = ()
    """The teams that keep it true."""
    opportunities: tuple[OpportunityRef, ...] = ()
    """The opportunities that take up its pains."""
    initiatives: tuple[InitiativeRef, ...] = ()
    """The initiatives that take those up."""
    evidence: tuple[EvidenceRef, ...] = ()
    """What proves it, or a part of it."""
    state: tuple[Literal["current", "future"], ...] = ()
    """The state of the journey."""
    scope: tuple[Literal["buying", "experience", "employee"], ...] = ()
    """The scope of the journey."""
    status: tuple[Status, ...] = ()
    """How far it has come."""
    kind: tuple[Plain, ...] = ()
    """The kind of a persona, a channel or a piece of evidence."""
    tags: tuple[Plain, ...] = ()
    """Words it is tagged with."""
    audience: tuple[Audience, ...] = ()
    """Whom it is for; what says nothing is for everybody."""
    lang: tuple[Language, ...] = ()
    """The language of its texts."""
    score: Limits | None = None
    """How it feels, 1 (very bad) to 5 (very good): the mean over all its scored steps and personas."""
    severity: Limits | None = None
    """How much a pain hurts, 1 to 5."""
    impact: Limits | None = None
    """What solving it is worth, 1 to 5."""
    effort: Limits | None = None
    """What solving it costs, 1 to 5."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class Block:
    """A building block: a part of the portal shown in an author's own text."""

    show: Shown
    """What to show: all of a kind, or one thing."""
    id: Plain | None = None
    """Which one, where `show` names one thing; a stage, step or pain as `journey/id`."""
    where: Where | None = None
    """Which of them; without it all."""
    look: Look | None = Field(default=None, alias="as")
    """How to show it; each thing has a look it takes by itself."""
    sort: tuple[Order, ...] = ()
    """In which order; without it the order of the files. What has no value comes last."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """How many at most."""
    title: Short | None = None
    """A line above it."""
    empty: Short | None = None
    """What to say where there is nothing to show."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""
