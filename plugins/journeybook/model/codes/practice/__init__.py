"""JB4xx: what practice knows about maps, one family a file as in `checks`."""

from journeybook.model.codes.practice import (
    evidence,
    exemptions,
    hand_offs,
    ids,
    images,
    metrics,
    moments,
    pains,
    personas,
    privacy,
    projects,
    scores,
    structure,
    touchpoints,
    upkeep,
    wording,
)

_FAMILIES = (
    ids, upkeep, personas, evidence, moments, scores, pains, projects,
    structure, wording, hand_offs, metrics, touchpoints, privacy, images, exemptions,
)  # fmt: skip

CODES = tuple(code for family in _FAMILIES for code in family.CODES)
"""Every code of good practice, in the order of the families."""
