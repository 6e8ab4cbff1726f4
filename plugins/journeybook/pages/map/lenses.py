"""What a reader can look at alone in a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.map.heads import MapStep
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.vocabulary import kind_word


class Lens(Struct, frozen=True):
    """One thing a reader can look at alone."""

    value: str
    """What addresses call it: `persona:ID`, `channel:ID`, `team:ID`, or a mark of steps."""
    title: str
    """What readers call it, in plain words."""
    said: str
    """How many steps it shows, of how many."""


class LensGroup(Struct, frozen=True):
    """Lenses of one kind."""

    title: str
    lenses: tuple[Lens, ...]
    """In the order in which the map comes upon them."""


def lenses_of(maker: PageMaker, heads: Sequence[MapStep]) -> tuple[LensGroup, ...]:
    """The lenses through which a reader sees some of the steps, but not all, or one of several personas."""
    return tuple(group for group in _groups(maker, heads) if group.lenses)


def _groups(maker: PageMaker, heads: Sequence[MapStep]) -> Iterator[LensGroup]:
    found = {
        Kind.PERSONA: [head.personas for head in heads],
        Kind.CHANNEL: [head.channels for head in heads],
        Kind.TEAM: [(head.team,) if head.team else () for head in heads],
    }
    for kind, by_step in found.items():
        counts = Counter(chain.from_iterable(by_step))
        # Of several personas each has a line of its own, even where all feel something at every step.
        has_lines = kind is Kind.PERSONA and len(counts) > 1
        yield LensGroup(
            kind_word(kind, maker.words),
            tuple(
                _lens(maker, f"{kind}:{one}", maker.link(SpotKey(kind, one)).title, count, len(heads))
                for one, count in counts.items()
                if count < len(heads) or has_lines
            ),
        )
    gettext = maker.words.gettext
    marks = {
        "pains": gettext("Only pains"),
        "moments-of-truth": gettext("Only moments of truth"),
        "unproven": gettext("Only what lacks evidence"),
    }
    counts = Counter(chain.from_iterable(head.marks for head in heads))
    yield LensGroup(
        gettext("Marks"),
        tuple(
            _lens(maker, mark, title, counts[mark], len(heads))
            for mark, title in marks.items()
            if 0 < counts[mark] < len(heads)
        ),
    )


def _lens(maker: PageMaker, value: str, title: str, shown: int, of: int) -> Lens:
    said = maker.words.ngettext(
        "%(shown)s of %(count)s step: %(lens)s",
        "%(shown)s of %(count)s steps: %(lens)s",
        of,
        shown=shown,
        lens=title,
    )
    return Lens(value, title, said)
