"""Promise and practice of a touchpoint: what is promised, which steps keep it, and how both sides see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Metric, Touchpoint
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, Text
from journeybook.pages.sections.section import Section
from journeybook.pages.twin_figures import TwinFigures, twin_figures
from journeybook.portal import StepSpot, key_of
from journeybook.portal.twins import twins_of


class PromiseAt(Struct, frozen=True):
    """A step that keeps or breaks what its journey promises."""

    step: Link
    journey: Link
    promise: Text | None
    """What the journey promises, where it says so."""


class PromiseAndPractice(Section, frozen=True, kw_only=True):
    """What is promised, and what comes of it."""

    form: ClassVar[str] = "promise"
    promise: Text | None
    broken: tuple[PromiseAt, ...]
    kept: tuple[PromiseAt, ...]
    twins: tuple[TwinFigures, ...]
    """Figures as the company counts them and as customers see them."""


def promise_and_practice(
    maker: PageMaker, touchpoint: Touchpoint, met: Iterable[StepSpot]
) -> PromiseAndPractice | None:
    """What `touchpoint` promises, and what the steps `met` and its figures say; None where none says anything."""
    found = tuple(met)
    promise = maker.text_if(touchpoint.promise, maker.voice(touchpoint))
    broken, kept = (
        tuple(_promise_at(maker, spot) for spot in found if spot.step.promise == what)
        for what in ("broken", "kept")
    )
    metrics = (maker.portal.get(Metric, key.id) for key in maker.portal.named_by(key_of(touchpoint), "metrics"))
    pairs = {
        (pair.operational.id, pair.perceived.id): pair
        for metric in metrics
        for pair in twins_of(maker.portal, metric)
    }
    if not (promise or broken or kept or pairs):
        return None
    return PromiseAndPractice(
        heading=Heading(2, "_promise", maker.words.gettext("Promise and practice")),
        promise=promise,
        broken=broken,
        kept=kept,
        twins=tuple(twin_figures(maker, pair) for pair in pairs.values()),
    )


def _promise_at(maker: PageMaker, spot: StepSpot) -> PromiseAt:
    promise = maker.text_if(spot.journey.promise, maker.voice(spot.journey))
    return PromiseAt(maker.link(spot.key), maker.to(spot.journey), promise)
