"""What became of the texts in other languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from journeybook.history.changes import Name, TranslationChange
from journeybook.history.matching import Matches
from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.reading.content import Content

_Texts = dict[tuple[SpotKey, str], dict[tuple[SpotKey, str], Any]]
"""Texts by what they are of and their field; by what has the page they stand on, and language."""


def changed_translations(before: Content, after: Content, matches: Matches) -> Iterator[TranslationChange]:
    """What became of each thing's translation into each language; one that went with its thing is left out."""
    then, now = _texts(before, matches, is_after=False), _texts(after, matches, is_after=True)
    for whole, language in dict.fromkeys([*now, *then]):
        standing = matches.after.get(whole)
        was, has = then.get((whole, language), {}), now.get((whole, language), {})
        if standing is None or was == has:
            continue
        counts = Counter(_way(was, has, one) for one in {**was, **has})
        yield TranslationChange(
            of=Name(whole, standing.entity.title),
            language=language,
            added=counts["added"],
            changed=counts["changed"],
            removed=counts["removed"],
        )


def _way(was: dict[Any, Any], has: dict[Any, Any], one: Any) -> str:
    if one not in was:
        return "added"
    if one not in has:
        return "removed"
    return "same" if was[one] == has[one] else "changed"


def _texts(content: Content, matches: Matches, *, is_after: bool) -> _Texts:
    found: _Texts = {}
    for one in content.translations:
        key = one.key if is_after else matches.key_now(one.key)
        whole = SpotKey(Kind.JOURNEY, key.journey) if key.journey else key
        texts = found.setdefault((whole, one.language), {})
        texts.update({(key, field): value for field, value in one.values.items()})
    return found
