"""Evidence and metrics: what the claims of a portal rest on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from journeybook.model.entity import Entity
from journeybook.model.kinds import Kind
from journeybook.model.record import record
from journeybook.model.text import Count, Day, MetricRef, Plain, Short


@record
class Evidence(Entity):
    """Something that was heard, seen or counted."""

    kind_of: ClassVar[Kind] = Kind.EVIDENCE

    kind: (
        Literal["interview", "survey", "observation", "walkthrough", "contact-log", "review", "analytics"] | None
    ) = None
    """How it was gathered."""
    day: Day | None = Field(default=None, alias="date")
    """When it was gathered."""
    voice: Literal["customer", "proxy", "insider"] | None = None
    """Who speaks: customers, front-line staff for them, or insiders."""
    n: Count | None = None
    """How many people, contacts or cases it rests on."""


@record
class Metric(Entity):
    """A figure, with all that is needed to read it rightly.

    NPS is the share of 9 to 10 minus the share of 0 to 6, where 7 and 8 stay in the base; CSAT the
    share of the two best answers; CES the mean on a scale of 1 to 7; FCR always names its window.
    """

    kind_of: ClassVar[Kind] = Kind.METRIC

    type: Plain | None = None
    """NPS, CSAT, CES, FCR or another name."""
    method: Short | None = None
    """How it is computed."""
    scale: Plain | None = None
    """The scale of its answers."""
    question: Short | None = None
    """What is asked, word by word."""
    window: Plain | None = None
    """The time in which it must happen to count."""
    clock_start: Short | None = None
    """From which moment time is counted."""
    value: float | Plain | None = None
    """The figure itself."""
    unit: Plain | None = None
    """What it is counted in: %, hours, points."""
    n: Count | None = None
    """How many answers or cases it rests on."""
    period: Plain | None = None
    """When it was measured."""
    source: Short | None = None
    """Where it comes from."""
    perceived_by: MetricRef | None = None
    """The metric that says how customers see the same thing."""
