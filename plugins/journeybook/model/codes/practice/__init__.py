"""JB4xx: what practice knows about maps, one family a file as in `checks`."""

from journeybook.model.codes.practice import (
    hand_offs,
    ids,
    images,
    metrics,
    privacy,
    structure,
    touchpoints,
    wording,
)

_FAMILIES = (ids, structure, wording, hand_offs, metrics, touchpoints, privacy, images)

CODES = tuple(code for family in _FAMILIES for code in family.CODES)
"""Every code of good practice, in the order of the families."""
