"""What a portal is made of: entities, ids, spot keys, addresses, diagnostics. No input or output."""

from journeybook.model.entity import Entity
from journeybook.model.journey import Gain, Journey, Next, Pain, Stage, Step, Work
from journeybook.model.kinds import Kind
from journeybook.model.organisation import Initiative, Opportunity, Team
from journeybook.model.persona import Persona
from journeybook.model.proof import Evidence, Metric
from journeybook.model.touchpoint import Channel, Touchpoint

RECORDS: dict[Kind, type[Entity]] = {
    entity.kind_of: entity
    for entity in (
        Persona, Journey, Stage, Step, Touchpoint, Channel, Team, Pain, Opportunity, Initiative, Evidence, Metric,
    )
}  # fmt: skip
"""The record of every kind."""

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
