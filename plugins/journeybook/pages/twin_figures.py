"""Figures as the company counts them, beside how customers see the same thing."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Metric
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.portal.twins import PERCENT, Twins


class TwinFigures(Struct, frozen=True):
    """Both figures for the same thing, as large as their difference matters."""

    figures: tuple[Count, ...]
    """As we count it, and as customers see it; each leads to its metric's page."""
    gap: str
    """How far they lie apart, in a sentence."""


def twin_figures(maker: PageMaker, pair: Twins) -> TwinFigures:
    """Both figures of `pair`, with the gap."""
    gettext = maker.words.gettext
    sides = ((pair.operational, gettext("As we count it")), (pair.perceived, gettext("As customers see it")))
    figures = (Count(value_of(maker, one) or "–", label, maker.to(one).to) for one, label in sides)
    return TwinFigures(tuple(figures), gap_of(maker, pair))


def gap_of(maker: PageMaker, pair: Twins) -> str:
    """How far both figures lie apart, in a sentence; or that they cannot be subtracted."""
    words, gap = maker.words, pair.gap
    if gap is None:
        return words.gettext("The two figures are not measured in the same unit, so no gap can be given.")
    number = words.number(abs(gap))
    if gap == 0:
        return words.gettext("Both figures are the same.")
    if pair.unit == PERCENT:
        more = words.gettext("Customers see it %(gap)s percentage points lower than we count it.", gap=number)
        less = words.gettext("Customers see it %(gap)s percentage points higher than we count it.", gap=number)
        return more if gap > 0 else less
    return words.gettext("The figures lie %(gap)s apart, on the scale “%(scale)s”.", gap=number, scale=pair.unit)


def value_of(maker: PageMaker, metric: Metric) -> str | None:
    """The figure as people write it, with its unit on the same line, or None where there is none."""
    value, unit = metric.value, metric.unit
    if value is None:
        return None
    if not isinstance(value, int | float):
        return f"{value}\u00a0{unit}" if unit else value
    if PERCENT in (unit or metric.scale or ""):
        return maker.words.percent(value / 100)
    return f"{maker.words.number(value)}\u00a0{unit}" if unit else maker.words.number(value)
