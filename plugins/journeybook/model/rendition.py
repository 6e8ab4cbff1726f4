"""What became of an entity's texts in a language other than the one it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, SupportsIndex

from journeybook.model.places import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Rendition:
    """How far an entity has been translated; an entity as its author wrote it has an empty one."""

    language: str = ""
    """The language it was to be translated into; empty where nobody asked for another."""
    original: str = ""
    """The language its author wrote it in."""
    done: int = 0
    """How many of its texts are translated; stages, steps and pains count for themselves."""
    missing: int = 0
    """How many of its texts are not."""
    left: Mapping[str, str] = field(default_factory=dict[str, str])
    """The texts that are not, as written, each with its language; empty where none is translated."""
    day: date | None = None
    """The day the translation was last held against the original."""
    place: Place = NOWHERE
    """Where the translation was written."""

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        """What a copy is made from; of an entity as its author wrote it there is only one."""
        return "AS_WRITTEN" if self is AS_WRITTEN else object.__reduce_ex__(self, protocol)

    @property
    def is_partial(self) -> bool:
        """Whether some texts are translated and some are not."""
        return bool(self.done and self.missing)

    @property
    def is_missing(self) -> bool:
        """Whether there is something to translate, and nothing of it is."""
        return bool(self.missing and not self.done)


AS_WRITTEN = Rendition()
"""An entity as its author wrote it."""
