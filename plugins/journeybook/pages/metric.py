"""The page of a metric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.model import Metric
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Fact, Value
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import Column, Table, said, table
from journeybook.pages.sections.uses import spots_naming, uses
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of
from journeybook.portal.twins import PERCENT, Twins, twins_of


@dataclass(frozen=True, slots=True)
class TwinFigures:
    """Both figures for the same thing, as large as their difference matters."""

    figures: tuple[Count, ...]
    """As we count it, and as customers see it; each leads to its metric's page."""
    gap: str
    """How far they lie apart, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage(PageView):
    """The page of a metric."""

    value: str
    """The figure as people write it; empty where there is none."""
    twins: tuple[TwinFigures, ...]
    """The pairs it is in."""


def metric_page(maker: PageMaker, metric: Metric) -> MetricPage:
    """The page of `metric`."""
    key, gettext = key_of(metric), maker.words.gettext
    pairs = tuple(twins_of(maker.portal, metric))
    return MetricPage(
        page=maker.page,
        head=head_of(maker, metric),
        facts=_facts(maker, metric),
        narrative=maker.narrative(metric, maker.voice(metric)),
        sections=present(
            *_twin_tables(maker, pairs),
            uses(maker, spots_naming(maker, key, "metrics"), "_steps", gettext("Steps it is measured at")),
            *backlink_groups(maker, key, without={"perceived_by"}, without_steps={"metrics"}),
        ),
        tail=tail_of(maker, metric),
        value=value_of(maker, metric) or "",
        twins=tuple(_twin_figures(maker, pair) for pair in pairs),
    )


def _facts(maker: PageMaker, metric: Metric) -> tuple[Fact, ...]:
    gettext = maker.words.gettext
    perceived = maker.portal.named_by(key_of(metric), "perceived_by")
    said_of = dict(_particulars(maker, metric))
    twin = maker.fact(gettext("Customers see it as"), *maker.links(perceived))
    return facts(*(maker.fact(label, value) for label, value in said_of.items()), twin)


def _particulars(maker: PageMaker, metric: Metric) -> Iterator[tuple[str, Value | None]]:
    """All that is needed to read the figure rightly, each with its label."""
    words, voice = maker.words, maker.voice(metric)
    yield words.gettext("Value"), value_of(maker, metric)
    yield words.gettext("Type"), metric.type
    yield words.gettext("Rests on (n)"), None if metric.n is None else words.number(metric.n)
    yield words.gettext("Period"), metric.period
    yield words.gettext("Scale"), metric.scale
    yield words.gettext("Method"), maker.text_if(metric.method, voice)
    yield words.gettext("Question"), maker.text_if(metric.question, voice)
    yield words.gettext("Window"), metric.window
    yield words.gettext("The clock starts"), maker.text_if(metric.clock_start, voice)
    yield words.gettext("Source"), maker.text_if(metric.source, voice)


def _twin_figures(maker: PageMaker, pair: Twins) -> TwinFigures:
    gettext = maker.words.gettext
    sides = ((pair.operational, gettext("As we count it")), (pair.perceived, gettext("As customers see it")))
    figures = (Count(value_of(maker, one) or "–", label, maker.to(one).to) for one, label in sides)
    return TwinFigures(tuple(figures), gap_of(maker, pair))


def _twin_tables(maker: PageMaker, twins: Iterable[Twins]) -> Iterator[Table | None]:
    for number, pair in enumerate(twins, 1):
        yield _twin_table(maker, pair, "_twins" if number == 1 else f"_twins_{number}")


def _twin_table(maker: PageMaker, pair: Twins, anchor: str) -> Table | None:
    """Both figures side by side: what is known of either, a row each."""
    gettext = maker.words.gettext
    ours, theirs = _particulars(maker, pair.operational), _particulars(maker, pair.perceived)
    rows = [
        (said(label), said(first), said(second))
        for (label, first), (_, second) in zip(ours, theirs, strict=True)
        if first or second
    ]
    columns = (
        Column(gettext("Metric")),
        Column(gettext("As we count it"), is_wide=True),
        Column(gettext("As customers see it"), is_wide=True),
    )
    heading = (anchor, gettext("Two views of the same thing"))
    named = (said(gettext("Name")), said(maker.to(pair.operational)), said(maker.to(pair.perceived)))
    return table(heading, columns, [named, *rows])


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
