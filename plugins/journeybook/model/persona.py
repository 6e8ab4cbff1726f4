"""Personas: whose view a journey takes."""

from __future__ import annotations

from typing import ClassVar, Literal

from journeybook.model.entity import Entity
from journeybook.model.kinds import Kind
from journeybook.model.record import record
from journeybook.model.text import ChannelRef, Fraction, Image, Short


@record
class Persona(Entity):
    """A kind of person who lives through journeys."""

    kind_of: ClassVar[Kind] = Kind.PERSONA

    kind: Literal["customer", "employee", "partner"] | None = None
    """How the person stands to the company."""
    basis: Literal["assumption", "research"] | None = None
    """Whether the persona rests on research or was assumed."""
    photo: Image | None = None
    """A portrait."""
    quote: Short | None = None
    """Something the person would say."""
    role: Short | None = None
    """Occupation or part in life."""
    goals: tuple[Short, ...] = ()
    """What the person wants to reach."""
    needs: tuple[Short, ...] = ()
    """What the person needs for it."""
    frustrations: tuple[Short, ...] = ()
    """What stands in the way."""
    behaviours: tuple[Short, ...] = ()
    """What the person tends to do."""
    channels: tuple[ChannelRef, ...] = ()
    """Channels the person prefers, the favourite first."""
    share: Fraction | None = None
    """Share of all people of this kind, from 0 to 1."""
