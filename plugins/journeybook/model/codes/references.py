"""JB2xx: ids and references."""

from journeybook.model.codes.code import Code

CODES: tuple[Code, ...] = ()
