"""Pages as they come out of the engine, without what the host puts around them, kept from build to build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import msgspec

from journeybook.mkdocs.narrative_trace import NarrativeTrace
from journeybook.mkdocs.narrator import Narrator
from journeybook.pages import Narrative
from journeybook.pages.digest import digest_of
from journeybook.pages.pieces import Heading
from journeybook.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Facts:
    """What others ask of a page that is made."""

    description: str
    """One plain sentence."""
    toc: str
    """The shape of its table of contents."""
    found: bytes
    """What readers find on it when they search, packed: it waits for the index, with that of all pages."""
    has_twin: bool
    """Whether it comes with a Markdown twin."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page."""

    key: str
    """The digest of all it was made from; empty if that cannot be told."""
    facts: Facts
    html: str
    """Its body."""
    headings: tuple[Heading, ...]
    """Its headings below the title, in order."""
    twin: str | None
    """Its Markdown twin; None if it has none."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was made before."""

    key: str
    """The digest of all it was made from."""
    facts: Facts


class Store(Protocol):
    """Where bytes are kept by the digest of what they were made from; it may forget any of them."""

    def get(self, key: str, /) -> bytes | None:
        """What is kept under `key`."""
        ...

    def put(self, key: str, content: bytes, /) -> None:
        """Keep `content` under `key`."""
        ...


class MadePages:
    """Finds pages that were made before, in a store that forgets.

    What a page is made from is its view, and what the portal answers to its narratives. Which those are, and
    what they ask, is kept by the view.
    """

    def __init__(self, store: Store, *, narratives: bool) -> None:
        """`narratives` says whether their HTML can be kept at all.

        The store may be read and written by several processes at once.
        """
        self._store = store
        self._narratives = narratives
        self._encoded = msgspec.msgpack.Encoder().encode
        self._facts = msgspec.msgpack.Decoder(Facts).decode
        self._made = msgspec.msgpack.Decoder(Made).decode
        self._asked = msgspec.msgpack.Decoder(tuple[tuple[Narrative, str], ...]).decode

    def find(self, view_key: str, narrator: Narrator) -> Found | None:
        """The page made from what the view of `view_key` shows, if `narrator` is answered as it was then."""
        try:
            for key in self._keys(view_key, narrator):
                if facts := self._store.get(_of_facts(key)):
                    return Found(key, self._facts(facts))
        except (msgspec.DecodeError, ValueError):
            pass
        return None

    def get(self, key: str) -> Made | None:
        """The page made from what `key` is the digest of."""
        made = self._store.get(key)
        try:
            return self._made(made) if made else None
        except msgspec.DecodeError:
            return None

    def put(self, made: Made) -> None:
        """Keep `made`, if it can be told from what it was made."""
        if made.key:
            self._store.put(made.key, self._encoded(made))
            self._store.put(_of_facts(made.key), self._encoded(made.facts))

    def key_for(self, view_key: str, rendered: Rendered, narrator: Narrator) -> str:
        """The key of what was `rendered` from the view of `view_key`; empty if nobody can tell.

        Keeps what its narratives asked.
        """
        if rendered.drawn is None:
            return ""
        narratives = [narrative for narrative, _ in rendered.drawn.narratives]
        if narratives and not self._narratives:
            return ""
        traces = [narrator.traces[narrative] for narrative in narratives]
        if narratives:
            self._store.put(_of_asked(view_key), self._encoded(list(zip(narratives, traces, strict=True))))
        return digest_of("body", view_key, traces)

    def _keys(self, view_key: str, narrator: Narrator) -> Iterator[str]:
        """The keys that the page may have: one without narratives, or one of those that were found then."""
        yield digest_of("body", view_key, [])
        if asked := self._store.get(_of_asked(view_key)):
            answers = [
                narrator.answers(narrative, NarrativeTrace.from_json(trace)).to_json()
                for narrative, trace in self._asked(asked)
            ]
            yield digest_of("body", view_key, answers)


def _of_facts(key: str) -> str:
    return digest_of("facts", key)


def _of_asked(view_key: str) -> str:
    return digest_of("asked", view_key)
