"""Teams, and what they take up: opportunities and initiatives."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from journeybook.model.entity import Entity
from journeybook.model.kinds import Kind
from journeybook.model.record import record
from journeybook.model.text import Day, Fraction, InitiativeRef, OneToFive, Plain


@record
class Team(Entity):
    """Who answers for touchpoints and steps."""

    kind_of: ClassVar[Kind] = Kind.TEAM

    department: Plain | None = None
    """The department it belongs to."""
    contact: Plain | None = None
    """Where to reach it: a mailbox, a room, an address."""


@record
class Opportunity(Entity):
    """A problem restated so that it can be solved."""

    kind_of: ClassVar[Kind] = Kind.OPPORTUNITY

    impact: OneToFive | None = None
    """What solving it is worth to customers, 1 (little) to 5 (much)."""
    effort: OneToFive | None = None
    """What it costs, 1 (little) to 5 (much)."""
    initiative: InitiativeRef | None = None
    """The project that takes it up."""


@record
class Initiative(Entity):
    """A project that takes opportunities up."""

    kind_of: ClassVar[Kind] = Kind.INITIATIVE

    progress: Fraction | None = None
    """How much is done, from 0 to 1."""
    from_: Day | None = Field(default=None, alias="from")
    """When it begins."""
    to: Day | None = None
    """When it shall be done."""
