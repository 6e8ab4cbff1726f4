"""The closed list of a map's lanes, in the order in which a map shows them unless its author says otherwise."""

from __future__ import annotations

from enum import StrEnum


class LaneName(StrEnum):
    """A lane. The value is what authors and addresses call it; an author's own key `x-…` is a lane too."""

    STORYBOARD = "storyboard"
    DOES = "does"
    THINKS = "thinks"
    FEELS = "feels"
    CURVE = "curve"
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
