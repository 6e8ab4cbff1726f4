"""What stands at the foot of every page: proofs, further reading, the author's own keys, its past, neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from msgspec import Struct

from journeybook.model import Entity, Evidence
from journeybook.model.keys import SpotKey
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.past import Past, past_of
from journeybook.pages.pieces import Heading, Link, OutsideLink
from journeybook.pages.vocabulary import word_for


class Proof(Struct, frozen=True):
    """Evidence that is named."""

    link: Link
    note: str
    """Kind, voice, size and day: `Interview · Customer · n = 9 · 7 May 2026`."""


class Extra(Struct, frozen=True):
    """A key of the author's own, or a part of its value."""

    label: str
    """Empty for an item of a list."""
    value: str = ""
    parts: tuple[Extra, ...] = ()


class Tail(Struct, frozen=True):
    """What stands at the foot of every page."""

    proofs: tuple[Proof, ...] = ()
    links: tuple[OutsideLink, ...] = ()
    extras: tuple[Extra, ...] = ()
    previous: Link | None = None
    """The page before, in reading order."""
    next: Link | None = None
    past: Past | None = None
    """What changed, and when."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings."""
        return (self.past.heading,) if self.past else ()


def tail_of(maker: PageMaker, entity: Entity, *around: Entity) -> Tail:
    """The foot of the page about `entity`; `around` holds a stage's journey."""
    page = maker.page
    voice = maker.voice(entity, *around)
    return Tail(
        proofs=proofs_of(maker, page.key),
        links=further_links(maker, entity, voice),
        extras=extras_of(entity.extra),
        previous=maker.link(page.previous) if page.previous else None,
        next=maker.link(page.next) if page.next else None,
        past=past_of(maker, entity),
    )


def proofs_of(maker: PageMaker, source: SpotKey, field: str = "evidence") -> tuple[Proof, ...]:
    """The evidence that `field` of `source` names."""
    return tuple(proof_of(maker, key) for key in maker.portal.named_by(source, field))


def proof_of(maker: PageMaker, key: SpotKey) -> Proof:
    """One piece of evidence, with what is needed to weigh it."""
    return maker.once("proof", key, lambda: _proof_of(maker, key))


def _proof_of(maker: PageMaker, key: SpotKey) -> Proof:
    evidence = maker.portal.get(Evidence, key.id)
    words = maker.words
    known = [word_for(value, words) for value in (evidence.kind, evidence.voice) if value]
    if evidence.n is not None:
        known.append(words.gettext("n = %(n)s", n=words.number(evidence.n)))
    if gathered := day(evidence.day, words):
        known.append(gathered.shown)
    return Proof(maker.link(key), " · ".join(known))


def further_links(maker: PageMaker, entity: Entity, voice: Voice) -> tuple[OutsideLink, ...]:
    """The links the author gave for further reading."""
    return tuple(link for one in entity.links if (link := maker.outside(one, voice)))


def extras_of(extra: Mapping[str, Any]) -> tuple[Extra, ...]:
    """The author's own keys: `x-cost-per-move` is labelled `cost per move`."""
    return tuple(_extra(key.removeprefix("x-").replace("-", " "), value) for key, value in extra.items())


def _extra(label: str, value: Any) -> Extra:
    if isinstance(value, Mapping):
        parts = cast("Mapping[object, object]", value)
        return Extra(label, parts=tuple(_extra(str(key), part) for key, part in parts.items()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Extra(label, parts=tuple(_extra("", part) for part in cast("Sequence[object]", value)))
    return Extra(label, _shown(value))


def _shown(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
