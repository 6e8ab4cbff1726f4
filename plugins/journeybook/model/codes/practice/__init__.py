"""JB4xx: what practice knows about maps, one family a file as in `checks`."""

from journeybook.model.codes.practice import exemptions, ids

_FAMILIES = (ids, exemptions)

CODES = tuple(code for family in _FAMILIES for code in family.CODES)
"""Every code of good practice, in the order of the families."""
