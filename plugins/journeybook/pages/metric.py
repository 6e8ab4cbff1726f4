"""The page of a metric."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Metric
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage(PageView):
    """The page of a metric."""


def metric_page(maker: PageMaker, metric: Metric) -> MetricPage:
    """The page of `metric`."""
    return MetricPage(
        page=maker.page,
        head=head_of(maker, metric),
        facts=_facts(maker, metric),
        narrative=maker.narrative(metric, maker.voice(metric)),
        sections=backlink_groups(maker, key_of(metric)),
        tail=tail_of(maker, metric),
    )


def _facts(maker: PageMaker, metric: Metric) -> tuple[Fact, ...]:
    words, voice = maker.words, maker.voice(metric)
    perceived = maker.portal.named_by(key_of(metric), "perceived_by")
    return facts(
        maker.fact(words.gettext("Value"), value_of(maker, metric)),
        maker.fact(words.gettext("Type"), metric.type),
        maker.fact(words.gettext("Rests on (n)"), None if metric.n is None else words.number(metric.n)),
        maker.fact(words.gettext("Period"), metric.period),
        maker.fact(words.gettext("Scale"), metric.scale),
        maker.fact(words.gettext("Method"), maker.text_if(metric.method, voice)),
        maker.fact(words.gettext("Question"), maker.text_if(metric.question, voice)),
        maker.fact(words.gettext("Window"), metric.window),
        maker.fact(words.gettext("The clock starts"), maker.text_if(metric.clock_start, voice)),
        maker.fact(words.gettext("Source"), maker.text_if(metric.source, voice)),
        maker.fact(words.gettext("Customers see it as"), *maker.links(perceived)),
    )


def value_of(maker: PageMaker, metric: Metric) -> str | None:
    """The figure as people write it, or None where there is none."""
    return maker.words.number(metric.value) if isinstance(metric.value, int | float) else metric.value
