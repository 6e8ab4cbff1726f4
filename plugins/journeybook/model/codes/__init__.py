"""The closed list of diagnostic codes, each with its entry in the reference.

JB1xx speak of files and their form, JB2xx of ids and references, JB3xx of options, JB4xx of practice.
"""

from journeybook.model.codes import blocks, checks, files, options, other_portals, practice, references, relations
from journeybook.model.codes.code import Code, Severity

_FAMILIES = (files, blocks, references, relations, options, other_portals, checks, practice)

CODES: dict[str, Code] = {code.code: code for family in _FAMILIES for code in family.CODES}
"""Every code by its name, in order."""

__all__ = ["CODES", "Code", "Severity"]
