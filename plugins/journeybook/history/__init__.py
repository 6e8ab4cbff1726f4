"""What changed and when, from Git; and what became of a portal between two states of it."""

from typing import TYPE_CHECKING

from journeybook.on_demand import names_on_demand

if TYPE_CHECKING:
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

__getattr__ = names_on_demand(
    __name__,
    {
        "changes": ("Changes", "FieldChange", "HandOffChange", "Name", "Presence", "ThingChange", "Value"),
        "comparing": ("changes_between", "entity_changes"),
    },
)
