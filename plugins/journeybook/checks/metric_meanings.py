"""One metric at two stages of a journey, computed in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use
from journeybook.checks.metric_needs import Sort, sort_of
from journeybook.model import Journey, Metric
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.durations import Duration
from journeybook.model.inline import to_plain
from journeybook.portal import Portal, key_of

_COMPARED = {Sort.NPS, Sort.CSAT, Sort.CES, Sort.FCR}
"""Types with a name that promises one meaning."""
_METHODS = {
    "top two boxes": r"top[- ](?:two|2)|two best|zwei besten|dwie najwyższe|前两|前兩",
    "a mean": r"\b(?:mean|average|średnia|durchschnitt|mittelwert)\b|平均",
    "a median": r"\b(?:median|mediana)\b|中位",
}
"""Ways to compute that words give away surely, each with a pattern; other words are not compared."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def metrics_of_two_meanings(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Metrics of one title, or of one well-known type, that two stages of a journey compute differently.

    Within one stage two ways of counting stand side by side on purpose. Every metric is reported once.
    """
    names = {metric.id: tuple(_names(metric)) for metric in portal.all(Metric)}
    compared: set[frozenset[str]] = set()
    reported: set[str] = set()
    for journey in in_use(portal, Journey):
        first: dict[str, tuple[str, str]] = {}
        for stage, here, name in _attached(portal, journey, names):
            there, stage_there = first.setdefault(name, (here, stage))
            pair = frozenset((here, there))
            if stage == stage_there or here == there or pair in compared:
                continue
            compared.add(pair)
            one, other = portal.get(Metric, there), portal.get(Metric, here)
            key = _difference(one, other)
            if key and here not in reported and not _is_told(portal, one, other):
                reported.add(here)
                yield _finding(one, other, key, journey)


RULES = (metrics_of_two_meanings,)
"""The rules of this family."""


def _attached(
    portal: Portal, journey: Journey, names: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str, str]]:
    """The metrics along `journey`: the stage, the metric's id, and each of its names."""
    for spot in portal.steps(journey.id):
        for source in (spot.key, *map(key_of, spot.touchpoints)):
            for key in portal.named_by(source, "metrics"):
                for name in names[key.id]:
                    yield spot.stage.id, key.id, name


def _names(metric: Metric) -> Iterator[str]:
    yield "title " + " ".join(to_plain(metric.title).casefold().split())
    if (sort := sort_of(metric)) in _COMPARED:
        yield f"type {sort}"


def _is_told(portal: Portal, one: Metric, other: Metric) -> bool:
    """Whether readers are told that there are two: by figures in the titles, or by a link between them."""
    if _numbers(one.title) != _numbers(other.title):
        return True
    pair = {key_of(one), key_of(other)}
    return any(link.source in pair for key in pair for link in portal.backlinks(key))


def _difference(one: Metric, other: Metric) -> str:
    """The key in which both say something else; empty if none surely does."""
    if _numbers(one.scale) != _numbers(other.scale) and one.scale and other.scale:
        return "scale"
    if _differ(_time(one.window), _time(other.window)):
        return "window"
    methods = _method(one), _method(other)
    return "method" if all(methods) and methods[0] != methods[1] else ""


def _numbers(text: str | None) -> list[str]:
    return _NUMBER.findall(text or "")[:2]


def _time(text: str | None) -> Duration | None:
    try:
        return Duration(text) if text else None
    except ValueError:
        return None


def _differ(one: Duration | None, other: Duration | None) -> bool:
    """Whether both are surely not the same time; 30 days and a month may be."""
    return bool(one and other and one != other and bool(one.months) == bool(other.months))


def _method(metric: Metric) -> str:
    written = (metric.method or "").casefold()
    found = [name for name, words in _METHODS.items() if re.search(words, written)]
    return found[0] if len(found) == 1 else ""


def _finding(one: Metric, other: Metric, key: str, journey: Journey) -> Diagnostic:
    message = f"in '{journey.id}' '{one.id}' and '{other.id}' are shown as one thing, and their `{key}` differs: "
    message += f"'{getattr(one, key)}' there, '{getattr(other, key)}' here"
    hint = "count both in the same way, or tell them apart by title and type"
    return at(other.place, other.place.of(key), "JB446", message, hint=hint, key=str(key_of(other)))
