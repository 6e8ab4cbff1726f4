"""Mending findings that have one right answer, one family of codes a file. A new fixer is one line here."""

from journeybook.editing.fixing import ids, quotes, words
from journeybook.editing.fixing.fixer import Fixer
from journeybook.editing.fixing.mending import Mended, mended

FIXERS: dict[str, Fixer] = {**ids.FIXERS, **quotes.FIXERS, **words.FIXERS}
"""What mends each code. Codes without a fixer have several right answers, or none that a program could know."""

__all__ = ["FIXERS", "Fixer", "Mended", "mended"]
