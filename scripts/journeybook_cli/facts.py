"""Where an entity was written, for people."""

from __future__ import annotations

from journeybook.model import Entity


def place_text(entity: Entity) -> str:
    """File and line that define `entity`: `content/journeys/claim.yml:14`."""
    return f"{entity.place.file}:{entity.place.span.line}"
