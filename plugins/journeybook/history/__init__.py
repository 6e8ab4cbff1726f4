"""What changed and when, from Git; and what became of a portal between two states of it."""

from journeybook.history.changes import Changes, FieldChange, HandOffChange, Name, Presence, ThingChange, Value
from journeybook.history.comparing import changes_between, entity_changes

__all__ = [
    "Changes",
    "FieldChange",
    "HandOffChange",
    "Name",
    "Presence",
    "ThingChange",
    "Value",
    "changes_between",
    "entity_changes",
]
