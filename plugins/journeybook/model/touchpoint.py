"""Touchpoints and the channels they run through."""

from __future__ import annotations

from typing import ClassVar, Literal

from journeybook.model.entity import Entity
from journeybook.model.kinds import Kind
from journeybook.model.record import record
from journeybook.model.text import ChannelRef, MetricRef, Plain, Short, TeamRef


@record
class Touchpoint(Entity):
    """A meeting with the company, named once and used by steps of many journeys."""

    kind_of: ClassVar[Kind] = Kind.TOUCHPOINT

    channels: tuple[ChannelRef, ...] = ()
    """The media it runs through."""
    team: TeamRef | None = None
    """Who answers for it."""
    purpose: Short | None = None
    """What it is for."""
    ownership: Literal["owned", "earned", "third-party"] | None = None
    """Who controls it."""
    promise: Short | None = None
    """What the company promises here."""
    competitors: tuple[Short, ...] = ()
    """What others do here."""
    metrics: tuple[MetricRef, ...] = ()
    """What is measured here."""
    surveys: tuple[Plain, ...] = ()
    """Survey files in `evidence/` whose answers speak of it."""


@record
class Channel(Entity):
    """A medium."""

    kind_of: ClassVar[Kind] = Kind.CHANNEL

    kind: Literal["human", "digital", "bot", "physical", "paper"] | None = None
    """Who or what the customer deals with in it."""
