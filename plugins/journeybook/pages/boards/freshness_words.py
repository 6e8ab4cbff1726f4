"""What states of freshness are called, and how they stand out."""

from __future__ import annotations

from journeybook.pages.vocabulary import mark
from journeybook.portal.freshness import Freshness
from journeybook.words import Words

_STATES = {
    Freshness.DUE: mark("Review due"),
    Freshness.NEVER: mark("Never reviewed"),
    Freshness.FRESH: mark("Fresh"),
    Freshness.OPEN: mark("No next review"),
}
TONES = {Freshness.DUE: "overdue", Freshness.NEVER: "draft", Freshness.FRESH: "reviewed"}
"""The badges that go with them."""


def freshness_word(freshness: Freshness, words: Words) -> str:
    """How fresh something is, in words."""
    return words.gettext(_STATES[freshness])
