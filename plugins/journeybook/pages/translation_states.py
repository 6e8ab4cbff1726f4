"""How far each thing is translated into each of the portal's languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from msgspec import Struct

from journeybook.model.keys import SpotKey
from journeybook.pages.language_links import is_older, progress_of
from journeybook.portal import Portal, key_of
from journeybook.reading.translated import translated


class TranslationState(Struct, frozen=True):
    """How far one thing is translated into one language."""

    key: SpotKey
    done: int
    """How many of its texts are translated; for a journey those of its stages, steps and pains too."""
    missing: int
    """How many are not."""
    is_older: bool
    """Whether the original was reviewed after the day on which the translation was held against it."""

    @property
    def state(self) -> Literal["translated", "partly", "not"]:
        """In one word."""
        if not self.missing:
            return "translated"
        return "partly" if self.done else "not"


def translation_states(portal: Portal) -> Mapping[str, tuple[TranslationState, ...]]:
    """By language, the state of everything in `portal` that has texts in another; empty for one language."""
    content = portal.content
    if not content.languages:
        return {}
    original, *others = content.languages
    source = replace(content, entities=content.originals) if content.language else content
    found: dict[str, tuple[TranslationState, ...]] = {}
    for language in others:
        entities = (one for one in translated(source, language, original).entities)
        states = (
            TranslationState(key_of(one), *progress_of(one), is_older(one))
            for one in entities
            if key_of(one) in portal.directory.by_key
        )
        found[language] = tuple(state for state in states if state.done or state.missing)
    return found
