"""The mean scores of stages, where each stage begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.pages.curve.pieces import MeanTick
from journeybook.pages.curve.series import Series
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pictures.curve import percent, spread
from journeybook.portal import Mood, StepSpot

_GAP = 7.5
"""How far the numbers of two means stand apart at least, in per cent of the height."""


def ticks_of(
    maker: PageMaker, columns: Sequence[StepSpot | None], series: Sequence[Series]
) -> Iterator[tuple[MeanTick, ...]]:
    """For each column the means of the stage that begins there; none for means that rest on one step.

    Room that is left in a stage does not make it begin anew.
    """
    before = None
    for spot in columns:
        here = (spot.journey.id, spot.stage.id) if spot else None
        yield means_of(maker, spot, series) if spot and here != before else ()
        before = here or before


def means_of(
    maker: PageMaker, spot: StepSpot, series: Sequence[Series], *, of_journey: bool = False
) -> tuple[MeanTick, ...]:
    """The means of the stage of `spot`, or of its journey, for each of `series`; none that rest on one step."""
    lines = {one.persona: one for one in series}
    moods = maker.portal.moods(spot.journey, None if of_journey else spot.stage)
    found = [(mood, lines[_whose(mood)]) for mood in moods if mood.n > 1 and _whose(mood) in lines]
    labels = spread([percent(mood.mean) for mood, _ in found], _GAP)
    return tuple(
        _tick(maker, mood, line, round(label, 1), of_journey=of_journey)
        for (mood, line), label in zip(found, labels, strict=True)
    )


def _whose(mood: Mood) -> str:
    return mood.persona.id if mood.persona else ""


def _tick(maker: PageMaker, mood: Mood, line: Series, label: float, *, of_journey: bool) -> MeanTick:
    gettext = maker.words.gettext
    said = gettext("Mean of the journey") if of_journey else gettext("Mean of the stage")
    if line.letter and line.who:
        said = gettext("Mean of the stage; %(persona)s", persona=line.who.title)
    mean = score(round(mood.mean, 1), maker.words)
    return MeanTick(mean, said, percent(mood.mean), label, line.style, line.letter)
