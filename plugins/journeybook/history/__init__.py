"""What changed between two states of a portal, and since when something is as it is."""

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
