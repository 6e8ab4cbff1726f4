"""JB1xx: files and their form."""

from journeybook.model.codes.code import Code

CODES: tuple[Code, ...] = ()
