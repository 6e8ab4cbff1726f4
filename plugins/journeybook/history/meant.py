"""What a reference means in both states, so that a renamed thing is not a change of all that names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.model import ids
from journeybook.model.keys import SpotKey
from journeybook.model.text import EVERYONE, Reference
from journeybook.portal.directory import Directory

Meaning = Callable[[Reference, str, str], str]
"""The id, now, of what a text names from within the journey of that id; the text itself where it names nothing."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What references say before and after, both in ids of now."""

    before: Meaning
    after: Meaning


def _as_written(_reference: Reference, text: str, _journey: str) -> str:
    return ids.normal(text)


AS_WRITTEN = Meanings(_as_written, _as_written)
"""Where no portal says what the ids lead to."""


def meanings_of(before: Directory, after: Directory, now: Callable[[SpotKey], SpotKey]) -> Meanings:
    """What references mean in two portals; `now` gives the key that something of the first has in the second."""

    def then(reference: Reference, text: str, journey: str) -> str:
        found = None if text == EVERYONE else before.resolve(reference, text, journey)
        return text if found is None else _written(now(found), now(SpotKey("journey", journey)).id)

    def today(reference: Reference, text: str, journey: str) -> str:
        found = None if text == EVERYONE else after.resolve(reference, text, journey)
        return text if found is None else _written(found, journey)

    return Meanings(then, today)


def _written(key: SpotKey, journey: str) -> str:
    return key.id if key.journey in {"", journey} else f"{key.journey}/{key.id}"
