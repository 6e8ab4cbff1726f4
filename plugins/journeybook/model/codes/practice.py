"""JB4xx: what practice knows about maps."""

from journeybook.model.codes.code import Code

CODES: tuple[Code, ...] = ()
