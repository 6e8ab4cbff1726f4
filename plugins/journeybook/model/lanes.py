"""The closed list of a map's lanes, in the order in which a map shows them unless its author says otherwise."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import WithJsonSchema


class LaneName(StrEnum):
    """A lane. The value is what authors and addresses call it; an author's own key `x-…` is a lane too."""

    STORYBOARD = "storyboard"
    DOES = "does"
    CURVE = "curve"
    FEELS = "feels"
    THINKS = "thinks"
    MOMENTS_OF_TRUTH = "moments-of-truth"
    PAINS = "pains"
    GAINS = "gains"
    TOUCHPOINTS = "touchpoints"
    CHANNELS = "channels"
    INTERACTION = "line-of-interaction"
    FRONTSTAGE = "frontstage"
    VISIBILITY = "line-of-visibility"
    BACKSTAGE = "backstage"
    SYSTEMS = "systems"
    TEAMS = "teams"
    OPPORTUNITIES = "opportunities"
    METRICS = "metrics"
    EVIDENCE = "evidence"


LANES = tuple(name.value for name in LaneName)
"""What authors call them."""

OWN_LANE = "x-"
"""How the author's own keys begin, each of which is a lane."""


class LaneMark:
    """Marks a field whose text names a lane."""


LaneRef = Annotated[
    str,
    LaneMark(),
    WithJsonSchema({"anyOf": [{"enum": list(LANES)}, {"type": "string", "format": "own-key", "pattern": "^x-."}]}),
]
"""The name of a lane, or an author's own key `x-…`."""


def is_lane(name: str) -> bool:
    """Whether there can be a lane of that name."""
    return name in LANES or (name.startswith(OWN_LANE) and len(name) > len(OWN_LANE))
