"""The record of every kind."""

from journeybook.model.entity import Entity
from journeybook.model.journey import Journey, Pain, Stage, Step
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
"""By kind."""
