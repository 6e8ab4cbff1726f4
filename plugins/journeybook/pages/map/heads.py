"""The heads of a map: stages, and steps below them."""

from __future__ import annotations

from msgspec import Struct

from journeybook.pages.pieces import Link, PersonaScore, Text


class MapStage(Struct, frozen=True):
    """A stage above its columns."""

    id: str
    """Empty for room left to a stage that only the map beside this one has."""
    link: Link | None
    columns: int
    """How many it has: one for each step, or one without any."""
    goal: Text | None
    moods: tuple[PersonaScore, ...]
    """The mean score per persona."""


class MapStep(Struct, frozen=True):
    """The head of a column, with what a lens looks at."""

    id: str
    number: int
    """Its number in the journey."""
    link: Link
    """To the step in full, on this page where it stands there."""
    personas: tuple[str, ...]
    """Ids of the personas it has a score of."""
    channels: tuple[str, ...]
    """Ids of its channels."""
    team: str
    """The id of its team; empty without one."""
    marks: tuple[str, ...]
    """Of `pains`, `moments-of-truth`, `unproven`, those that are true of it."""
    comment: str | None
    """Where a comment on it is written, in short; None where the portal takes none."""
