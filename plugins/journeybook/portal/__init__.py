"""The portal: references resolved, backlinks, hand-offs, roll-ups. The graph everybody reads."""

from journeybook.portal.backlinks import Backlink
from journeybook.portal.graph import PAGED, Portal, assemble
from journeybook.portal.mentions import entities_in, key_of
from journeybook.portal.ranking import RankedPain
from journeybook.portal.redirects import Redirect, redirects_of
from journeybook.portal.spots import Edge, Flow, HandOff, Mood, PainSpot, StepSpot, Way

__all__ = [
    "PAGED",
    "Backlink",
    "Edge",
    "Flow",
    "HandOff",
    "Mood",
    "PainSpot",
    "Portal",
    "RankedPain",
    "Redirect",
    "StepSpot",
    "Way",
    "assemble",
    "entities_in",
    "key_of",
    "redirects_of",
]
