"""What a portal is made of: entities, ids, spot keys, addresses, diagnostics. No input or output."""

from typing import TYPE_CHECKING

from journeybook.on_demand import names_on_demand

if TYPE_CHECKING:
    from journeybook.model.entity import Entity
    from journeybook.model.journey import Gain, Journey, Next, Pain, Stage, Step, Work
    from journeybook.model.kinds import Kind
    from journeybook.model.organisation import Initiative, Opportunity, Team
    from journeybook.model.persona import Persona
    from journeybook.model.proof import Evidence, Metric
    from journeybook.model.records import RECORDS
    from journeybook.model.touchpoint import Channel, Touchpoint

__all__ = [
    "RECORDS",
    "Channel",
    "Entity",
    "Evidence",
    "Gain",
    "Initiative",
    "Journey",
    "Kind",
    "Metric",
    "Next",
    "Opportunity",
    "Pain",
    "Persona",
    "Stage",
    "Step",
    "Team",
    "Touchpoint",
    "Work",
]

__getattr__ = names_on_demand(
    __name__,
    {
        "entity": ("Entity",),
        "journey": ("Gain", "Journey", "Next", "Pain", "Stage", "Step", "Work"),
        "kinds": ("Kind",),
        "organisation": ("Initiative", "Opportunity", "Team"),
        "persona": ("Persona",),
        "proof": ("Evidence", "Metric"),
        "records": ("RECORDS",),
        "touchpoint": ("Channel", "Touchpoint"),
    },
)
