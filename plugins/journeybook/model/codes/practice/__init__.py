"""JB4xx: what practice knows about maps, one family a file as in `checks`."""

from journeybook.model.codes.practice import (
    evidence,
    exemptions,
    ids,
    moments,
    pains,
    personas,
    projects,
    scores,
    upkeep,
)

_FAMILIES = (ids, upkeep, personas, evidence, moments, scores, pains, projects, exemptions)

CODES = tuple(code for family in _FAMILIES for code in family.CODES)
"""Every code of good practice, in the order of the families."""
