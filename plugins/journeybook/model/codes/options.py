"""JB3xx: the options of `journeybook.yml`."""

from journeybook.model.codes.code import Code

CODES: tuple[Code, ...] = ()
