"""What is good and bad about a step: moments of truth, pains, gains, and what takes the pains up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Pain
from journeybook.model.keys import SpotKey
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane, TextLane, link_lane, text_lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link, Text
from journeybook.pages.sections.link_groups import pain_note
from journeybook.portal import StepSpot, key_of


class PainMark(Struct, frozen=True):
    """A pain in a cell."""

    link: Link
    """To its own page."""
    severity: int
    """From 1 to 5; 0 where nobody said."""
    note: str
    """Severity and reach, in words."""


class PainLane(CellLane, frozen=True, kw_only=True):
    """What hurts at each step."""

    form: ClassVar[str] = "pains"
    cells: tuple[tuple[PainMark, ...], ...]
    """Some for each column, the worst first."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


class MarkedLane(TextLane, frozen=True, kw_only=True):
    """Texts that carry a sign."""

    form: ClassVar[str] = "marked"


def judged_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of moments of truth, pains, gains and opportunities."""
    gettext = maker.words.gettext

    def reason(spot: StepSpot) -> tuple[Text | None, ...]:
        return (maker.text_if(spot.step.moment_of_truth, maker.voice(spot.step, spot.stage, spot.journey)),)

    def gains(spot: StepSpot) -> tuple[Text, ...]:
        voice = maker.voice(spot.step, spot.stage, spot.journey)
        return maker.texts((one.title for one in spot.step.gains), voice)

    moments = text_lane(LaneName.MOMENTS_OF_TRUTH, gettext("Moments of truth"), columns, reason)
    pleasing = text_lane(LaneName.GAINS, gettext("Gains"), columns, gains)
    yield MarkedLane(name=moments.name, label=moments.label, cells=moments.cells)
    yield PainLane(
        name=LaneName.PAINS,
        label=gettext("Pains"),
        cells=tuple(_pains(maker, spot) if spot else () for spot in columns),
    )
    yield MarkedLane(name=pleasing.name, label=pleasing.label, cells=pleasing.cells)
    yield link_lane(
        LaneName.OPPORTUNITIES,
        gettext("Opportunities"),
        columns,
        lambda spot: maker.links(_opportunities(maker, spot)),
    )


def _pains(maker: PageMaker, spot: StepSpot) -> tuple[PainMark, ...]:
    worst_first = sorted(spot.step.pains, key=lambda pain: -(pain.severity or 0))
    return tuple(_pain(maker, pain, spot) for pain in worst_first)


def _pain(maker: PageMaker, pain: Pain, spot: StepSpot) -> PainMark:
    return PainMark(maker.link(key_of(pain, spot.journey.id)), pain.severity or 0, pain_note(maker, pain))


def _opportunities(maker: PageMaker, spot: StepSpot) -> Iterator[SpotKey]:
    """What takes up the pains of the step, each once."""
    found = (maker.portal.named_by(key_of(pain, spot.journey.id), "opportunity") for pain in spot.step.pains)
    yield from dict.fromkeys(key for keys in found for key in keys)
