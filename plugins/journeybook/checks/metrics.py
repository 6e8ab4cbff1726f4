"""Figures that can be read rightly: what they need, one meaning each, and customers' view beside the company's."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import past_draft
from journeybook.checks.metric_needs import Sort, lacking, sort_of
from journeybook.model import Journey, Kind, Metric, Touchpoint
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, key_of
from journeybook.portal.twins import PERCENT, Twins


def metrics_without_particulars(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Metrics that lack what a reader needs; one finding names it all."""
    for metric in past_draft(portal, Metric):
        if missing := lacking(metric):
            keys = [f"`{name}`" for name in missing]
            said = ", ".join(keys[:-1]) + (" and " if keys[1:] else "") + keys[-1]
            message = f"'{metric.title}' lacks {said}, without which the figure can be misread"
            hint = f"ask whoever counts it, and add {'them' if keys[1:] else 'it'}"
            yield at(metric.place, metric.place.of("title"), "JB444", message, hint=hint, key=str(key_of(metric)))


def contact_resolution_without_window(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """First-contact resolution that does not say within which time a second contact counts."""
    for metric in past_draft(portal, Metric):
        if sort_of(metric) is Sort.FCR and not metric.window:
            message = f"'{metric.title}' does not say its `window`: a second contact within which time counts?"
            hint = "write `window: 7 days`, or as it is counted; with a longer one the same desk settles less"
            yield at(metric.place, metric.place.of("type"), "JB445", message, hint=hint, key=str(key_of(metric)))


def promises_without_perception(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Operational figures of something that is promised, where nobody has asked customers how they see it."""
    for metric in past_draft(portal, Metric):
        if sort_of(metric) is not Sort.OPERATIONAL or metric.perceived_by is not None or metric.value is None:
            continue
        if promise := _promise_at(portal, metric):
            message = f"the company promises '{promise}' where it counts '{metric.title}', and no metric says "
            message += "how customers see it"
            hint = "ask customers the same thing, and name that metric as `perceived_by:`"
            yield at(metric.place, metric.place.of("type"), "JB447", message, hint=hint, key=str(key_of(metric)))


def perception_gaps(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Figures from which customers' view of the same thing lies far away."""
    for metric in past_draft(portal, Metric):
        for key in portal.named_by(key_of(metric), "perceived_by"):
            twins = Twins(metric, portal.get(Metric, key.id))
            if (apart := _apart(twins)) is not None and apart > limits.perception_gap:
                counted, seen = (_figure(one, twins.unit) for one in (metric, twins.perceived))
                message = f"'{metric.title}' is {counted} as the company counts it, and {seen} as customers see it"
                hint = "find out what customers count that the figure does not, and say it on the metric's page"
                place = metric.place
                yield at(place, place.of("perceived_by"), "JB448", message, hint=hint, key=str(key_of(metric)))


RULES = (
    metrics_without_particulars,
    contact_resolution_without_window,
    promises_without_perception,
    perception_gaps,
)
"""The rules of this family."""


def _promise_at(portal: Portal, metric: Metric) -> str | None:
    """The first promise made where `metric` is measured: of a touchpoint, or of a journey as it is."""
    for link in portal.backlinks(key_of(metric)):
        if link.field != "metrics":
            continue
        holder = portal.entity(_whole(link.source))
        if isinstance(holder, (Journey, Touchpoint)) and holder.promise and holder.status != "retired":
            return to_plain(holder.promise)
    return None


def _whole(key: SpotKey) -> SpotKey:
    return SpotKey(Kind.JOURNEY, key.journey) if key.journey else key


def _apart(twins: Twins) -> float | None:
    gap = twins.gap
    if gap is None:
        return None
    if twins.unit == PERCENT:
        return abs(gap) / 100
    value = twins.operational.value
    return abs(gap) / abs(value) if isinstance(value, (int, float)) and value else None


def _figure(metric: Metric, unit: str) -> str:
    if isinstance(metric.value, str):
        return metric.value
    return f"{metric.value:g} {unit}"
