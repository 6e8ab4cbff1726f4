"""What is measured at each step, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Evidence, Kind, Metric
from journeybook.model.keys import SpotKey
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.twin_figures import value_of
from journeybook.pages.vocabulary import kinds_word, word_for
from journeybook.portal import Portal, StepSpot, key_of
from journeybook.portal.claims import claims_at


class MetricMark(Struct, frozen=True):
    """A metric in a cell."""

    link: Link
    value: str
    """The figure with its unit; empty where nobody said."""


class MetricLane(CellLane, frozen=True, kw_only=True):
    """What is measured at each step."""

    form: ClassVar[str] = "metrics"
    cells: tuple[tuple[MetricMark, ...], ...]
    """Some for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


class ProofMark(Struct, frozen=True):
    """A piece of evidence in a cell."""

    link: Link
    voice: str
    """As the model has it (`customer`, `proxy`, `insider`); empty where nobody said."""
    voice_word: str
    """As readers read it."""
    n: str
    """`n = 9`; empty where nobody counted."""


class Grounds(Struct, frozen=True):
    """What one step rests on."""

    proofs: tuple[ProofMark, ...]
    """The strongest voice first."""
    assumption: str
    """Says that something at the step is an assumption; empty where nothing is, or readers are not told."""

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.proofs or self.assumption)


class EvidenceLane(CellLane, frozen=True, kw_only=True):
    """What each step rests on."""

    form: ClassVar[str] = "evidence"
    cells: tuple[Grounds | None, ...]
    """One for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


_VOICES = ("customer", "proxy", "insider", "")


def proof_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of metrics and evidence."""
    yield MetricLane(
        name=LaneName.METRICS,
        label=kinds_word("metric", maker.words),
        cells=tuple(_metrics(maker, spot) if spot else () for spot in columns),
    )
    yield EvidenceLane(
        name=LaneName.EVIDENCE,
        label=kinds_word("evidence", maker.words),
        cells=tuple(_grounds(maker, spot) if spot else None for spot in columns),
    )


def is_unproven(maker: PageMaker, spot: StepSpot) -> bool:
    """Whether the step claims something that rests on no evidence, and readers are told."""
    told = maker.tells_of_gaps and spot.journey.state != "future"
    return told and maker.once("unproven", spot.key, lambda: _is_unproven(maker.portal, spot))


def _is_unproven(portal: Portal, spot: StepSpot) -> bool:
    return not all(claim.is_proven for claim in claims_at(portal, spot))


def _metrics(maker: PageMaker, spot: StepSpot) -> tuple[MetricMark, ...]:
    keys = maker.portal.named_by(spot.key, "metrics")
    metrics = ((key, maker.portal.get(Metric, key.id)) for key in keys)
    return tuple(MetricMark(maker.link(key), value_of(maker, metric) or "") for key, metric in metrics)


def _grounds(maker: PageMaker, spot: StepSpot) -> Grounds:
    marks = sorted((_mark(maker, key) for key in _evidence(maker, spot)), key=lambda one: _VOICES.index(one.voice))
    return Grounds(tuple(marks), maker.words.gettext("Assumption") if is_unproven(maker, spot) else "")


def _evidence(maker: PageMaker, spot: StepSpot) -> tuple[SpotKey, ...]:
    """What proves the step, its pains and its gains, each once."""
    find, named = maker.portal.directory.find, maker.portal.named_by
    found = [*named(spot.key, "evidence")]
    for pain in spot.step.pains:
        found += named(key_of(pain, spot.journey.id), "evidence")
    written = (name for gain in spot.step.gains for name in gain.evidence)
    found += filter(None, (find(SpotKey(Kind.EVIDENCE, name)) for name in written))
    return tuple(dict.fromkeys(found))


def _mark(maker: PageMaker, key: SpotKey) -> ProofMark:
    evidence, words = maker.portal.get(Evidence, key.id), maker.words
    voice = evidence.voice or ""
    n = "" if evidence.n is None else words.gettext("n = %(n)s", n=words.number(evidence.n))
    return ProofMark(maker.link(key), voice, word_for(voice, words) if voice else "", n)
