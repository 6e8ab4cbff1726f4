"""What a metric must say to be read rightly, by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from journeybook.model import Metric

_PERCENT = "%"


class Sort(StrEnum):
    """What a metric is, as far as it decides what the metric must say."""

    NPS = "nps"
    """Whose method and scale are the same everywhere."""
    CSAT = "csat"
    CES = "ces"
    PERCEIVED = "perceived"
    """Any other question to customers."""
    FCR = "fcr"
    OPERATIONAL = "operational"
    """What the company counts about itself."""
    OTHER = "other"
    """A type of the author's own: counted like an operational one."""
    UNSAID = "unsaid"


_NAMES = {
    "net promoter score": Sort.NPS,
    "customer satisfaction": Sort.CSAT,
    "customer effort score": Sort.CES,
    "first contact resolution": Sort.FCR,
    "first-contact resolution": Sort.FCR,
    "first call resolution": Sort.FCR,
}
_SURVEYS = {Sort.NPS, Sort.CSAT, Sort.CES, Sort.PERCEIVED}
_KNOWN = tuple(sort for sort in Sort if sort not in {Sort.OTHER, Sort.UNSAID})


def sort_of(metric: Metric) -> Sort:
    """What `metric` is, by its `type`, which may say more, as in `NPS (yearly)`."""
    name = " ".join((metric.type or "").casefold().split())
    if not name:
        return Sort.UNSAID
    said = re.findall(r"\w+", name)
    return _NAMES.get(name) or next((sort for sort in _KNOWN if sort in said), Sort.OTHER)


def lacking(metric: Metric) -> tuple[str, ...]:
    """The keys that `metric` lacks, in the order in which they are documented.

    Method and scale of an NPS are the same everywhere. A figure of the company's own names its unit in place of
    a scale, and how many cases it rests on where it is a share of them. What is still to be measured has no
    answers, period or source yet.
    """
    return tuple(name for name in _needed(metric) if getattr(metric, name) is None)


def _needed(metric: Metric) -> Iterator[str]:
    sort = sort_of(metric)
    if sort is Sort.UNSAID:
        yield "type"
    if sort is not Sort.NPS:
        yield "method"
        if sort in _SURVEYS or not _names_unit(metric):
            yield "scale"
    if metric.value is None:
        return
    if sort in _SURVEYS or sort is Sort.FCR or _is_share(metric):
        yield "n"
    yield "period"
    yield "source"


def _names_unit(metric: Metric) -> bool:
    """Whether `unit` or the value itself says what is counted; a share of first contacts needs no unit."""
    return bool(metric.unit) or isinstance(metric.value, str) or sort_of(metric) is Sort.FCR


def _is_share(metric: Metric) -> bool:
    return any(_PERCENT in str(text) for text in (metric.unit, metric.scale, metric.value) if text is not None)
