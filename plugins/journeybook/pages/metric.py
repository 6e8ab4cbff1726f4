"""The page of a metric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.model import Metric
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, Value
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import Column, Table, said, table
from journeybook.pages.sections.uses import spots_naming, uses
from journeybook.pages.tail import tail_of
from journeybook.pages.twin_figures import TwinFigures, twin_figures, value_of
from journeybook.portal import key_of
from journeybook.portal.twins import Twins, twins_of


class MetricPage(PageView, frozen=True, kw_only=True):
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
        twins=tuple(twin_figures(maker, pair) for pair in pairs),
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
