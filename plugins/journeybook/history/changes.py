"""What became of a portal between two states of it: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journeybook.model.durations import Duration
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind

Value = str | int | float | date | Duration | tuple[str, ...]
"""What a field can hold; a tuple is a list as a whole, where its order or its emptiness is what changed."""


class Presence(StrEnum):
    """Whether something is there in both states."""

    ADDED = "added"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Name:
    """Something of a portal, as one speaks of it."""

    key: SpotKey
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One value that is another now. Of a list, each item that came or went is a change of its own."""

    field: str
    """The key as authors write it: `feels`, `score`, `evidence`, `x-cost`."""
    about: str = ""
    """Which of several: the persona of a score, the text of a gain or of a piece of work."""
    part: str = ""
    """The key inside the one it is about: `team` of a piece of work."""
    names: Kind | None = None
    """The kind that the values name, where they are ids."""
    before: Value | None
    """None where it was not there."""
    after: Value | None
    """None where it is no longer there."""


@dataclass(frozen=True, slots=True)
class HandOffChange:
    """A change of team on the way into a step, which is new or no longer there."""

    presence: Presence
    giver: Name
    taker: Name
    elsewhere: Name | None = None
    """The step of the same journey that the same teams' hand-off led into before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingChange:
    """What became of one entity, stage, step or pain."""

    key: SpotKey
    """Its key now, or what it was where it is gone."""
    title: str
    """Its title, likewise."""
    presence: Presence
    was: Name | None = None
    """What it was called where its key is another now; its former title with it."""
    alias_kept: bool = False
    """Whether what it was called still leads to it."""
    journey: Name | None = None
    """The journey it stands in, for stages, steps and pains."""
    stage: Name | None = None
    """The stage it stands in, for steps and pains."""
    step: Name | None = None
    """The step it stands at, for pains."""
    moved: bool = False
    """Whether it stands at another place: as few things as possible are said to have moved."""
    moved_from: Name | None = None
    """The stage, step or journey that it stood in, where that is another now."""
    previous: Name | None = None
    """What stands right before it now, of things that moved or were added."""
    following: Name | None = None
    """What stands right after it now, likewise."""
    fields: tuple[FieldChange, ...] = ()
    """What changed in it, in the order of the model's fields; of what came or went, all it says or said."""
    hand_offs: tuple[HandOffChange, ...] = ()
    """Changes of team on the way into it, of steps."""
    holds: tuple[Name, ...] = ()
    """The stages, steps and pains that came or went with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationChange:
    """What became of a journey, or of another thing with a page of its own, in another language."""

    of: Name
    language: str
    """As the portal writes it."""
    added: int
    """How many texts are new."""
    changed: int
    """How many say something else."""
    removed: int
    """How many are gone."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that became of a portal."""

    things: tuple[ThingChange, ...] = ()
    """Journeys first, each followed by what is in it, then all else; in the order of what is now."""
    titles: Mapping[SpotKey, str] = field(default_factory=dict[SpotKey, str])
    """The titles of what the changes name."""
    translations: tuple[TranslationChange, ...] = ()
    """What became of translations, in the order of what is now."""

    def __bool__(self) -> bool:
        return bool(self.things or self.translations)
