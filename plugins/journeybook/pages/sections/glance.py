"""A touchpoint at a glance: how good it is, where it hurts, what proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, cast

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model import Touchpoint
from journeybook.model.addresses import Address
from journeybook.pages.measures import Level, level_of, mean_of, score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, PersonaScore, Score
from journeybook.pages.sections.link_groups import pain_note
from journeybook.pages.sections.section import Section
from journeybook.pages.tail import Proof, proofs_of
from journeybook.portal import RankedPain, StepSpot, key_of

_MOST = 3
"""How many pains stand there; all of them stand in the table below."""
_MOST_PROOFS = 6
"""How many pieces of evidence behind steps are listed."""
LEVELS = cast("tuple[Level, ...]", (5, 4, 3, 2, 1))


class LevelCount(Struct, frozen=True):
    """How often one level was given."""

    score: Score
    count: int
    shown: str


class Standing(Struct, frozen=True):
    """How good it is."""

    heading: Heading
    mean: PersonaScore
    levels: tuple[LevelCount, ...]
    """From very good to very bad, each with how many scores are of it."""
    most: int
    """The largest count."""


class Hurt(Struct, frozen=True):
    """One of the pains that weigh most."""

    link: Link
    at: Link
    """The step."""
    note: str


class Hurting(Struct, frozen=True):
    """Where it hurts."""

    heading: Heading
    pains: tuple[Hurt, ...]
    all: Address | None
    """Where all of them stand, if there are more."""
    all_shown: str
    none: str
    """That there are none."""


class Proven(Struct, frozen=True):
    """What proves it."""

    heading: Heading
    proofs: tuple[Proof, ...]
    """What it names itself."""
    behind: tuple[Proof, ...]
    """What its steps name."""
    none: str
    """That there is nothing."""


class Glance(Section, frozen=True, kw_only=True):
    """A touchpoint at a glance."""

    form: ClassVar[str] = "glance"
    standing: Standing | None
    hurting: Hurting | None
    proven: Proven | None

    def headings(self) -> Iterator[Heading]:
        """That of each part."""
        for part in (self.standing, self.hurting, self.proven):
            if part:
                yield part.heading


def glance(
    maker: PageMaker, touchpoint: Touchpoint, met: Sequence[StepSpot], pains: Sequence[RankedPain]
) -> Glance | None:
    """`touchpoint`, which the steps `met` meet, at a glance; None where there is nothing to say."""
    parts = _standing(maker, met), _hurting(maker, pains), _proven(maker, touchpoint, met)
    first = next((part.heading for part in parts if part), None)
    return Glance(heading=first, standing=parts[0], hurting=parts[1], proven=parts[2]) if first else None


def _standing(maker: PageMaker, met: Sequence[StepSpot]) -> Standing | None:
    mean = mean_of(met, maker.words)
    if mean is None:
        return None
    counts = Counter(level_of(value) for spot in met for value in spot.scores.values())
    levels = tuple(
        LevelCount(score(level, maker.words), counts[level], maker.words.number(counts[level])) for level in LEVELS
    )
    heading = Heading(2, "_scores", maker.words.gettext("How good it is"))
    return Standing(heading, mean, levels, max(counts.values()))


def _hurting(maker: PageMaker, pains: Sequence[RankedPain]) -> Hurting | None:
    words = maker.words
    none = "" if pains else next(iter(maker.gaps(words.gettext("Nobody has named a pain here."))), "")
    if not pains and not none:
        return None
    found = tuple(
        Hurt(maker.link(one.spot.key), maker.link(one.spot.at.key), pain_note(maker, one.spot.pain))
        for one in pains[:_MOST]
    )
    return Hurting(
        heading=Heading(2, "_hurts", words.gettext("Where it hurts")),
        pains=found,
        all=replace(maker.page.address, anchor="_pains") if len(pains) > _MOST else None,
        all_shown=words.ngettext("All %(count)s pain", "All %(count)s pains", len(pains)),
        none=none,
    )


def _proven(maker: PageMaker, touchpoint: Touchpoint, met: Iterable[StepSpot]) -> Proven | None:
    own = proofs_of(maker, key_of(touchpoint))
    steps = dict.fromkeys(proof for spot in met for proof in proofs_of(maker, spot.key))
    behind = tuple(proof for proof in steps if proof not in own)[:_MOST_PROOFS]
    none = "" if own or behind else next(iter(maker.gaps(maker.words.gettext("Nothing proves it yet."))), "")
    heading = Heading(2, "_proofs", maker.words.gettext("What proves it"))
    return Proven(heading, own, behind, none) if own or behind or none else None
