"""The experience curve as a picture of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from journeybook.model.keys import SpotKey
from journeybook.pages.curve.curves import Curves, curves_of, scale
from journeybook.pages.curve.legend import legend_of
from journeybook.pages.curve.pieces import CurveLegend, CurvePoint, Drawing, MeanTick, ScaleMark
from journeybook.pages.curve.ticks import means_of
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link, PersonaScore
from journeybook.portal import StepSpot, key_of


class Band(Struct, frozen=True):
    """Columns that belong together: a stage, or a journey."""

    link: Link
    columns: int
    means: tuple[MeanTick, ...]
    """The mean of each line, where it rests on more than one step."""


class FigureColumn(Struct, frozen=True):
    """One step."""

    number: str
    """Its number in the picture."""
    step: Link
    place: float
    """The middle of the column, in per cent of the width."""
    start: float
    """Where it begins, in per cent of the width."""
    means: tuple[MeanTick, ...]
    """Those of the band that begins here."""
    begins: bool
    """Whether a band begins here."""
    points: tuple[CurvePoint, ...]


class FigureLine(Struct, frozen=True):
    """How one step feels, in words."""

    number: int
    """Its number in the picture."""
    step: Link
    scores: tuple[PersonaScore, ...]


class CurveFigure(Struct, frozen=True, kw_only=True):
    """The experience curve, with the same in words."""

    title: str
    """What it shows."""
    description: str
    """How it is read, and where it is lowest and highest."""
    bands: tuple[Band, ...]
    columns: tuple[FigureColumn, ...]
    drawing: Drawing
    scale: tuple[ScaleMark, ...]
    legend: CurveLegend
    lines: tuple[FigureLine, ...]


def curve_of(
    maker: PageMaker,
    spots: Sequence[StepSpot],
    title: str,
    *,
    by_journey: bool = False,
    only: str = "",
) -> CurveFigure | None:
    """The curve over `spots`, in bands of stages, or of journeys between which it is broken.

    None where no step has a score, to the persona `only` if one is given.
    """

    def band(spot: StepSpot) -> SpotKey:
        return key_of(spot.journey) if by_journey else key_of(spot.stage, spot.journey.id)

    groups = [(maker.link(key), list(found)) for key, found in groupby(spots, key=band)]
    starts = [sum(len(found) for _, found in groups[:n]) for n in range(len(groups))]
    curves = curves_of(maker, spots, only=only, breaks=starts if by_journey else ())
    if not curves.series:
        return None
    bands = tuple(
        Band(link, len(found), means_of(maker, found[0], curves.series, of_journey=by_journey))
        for link, found in groups
    )
    return CurveFigure(
        title=title,
        description=_description(curves),
        bands=bands,
        columns=tuple(_columns(curves, spots, dict(zip(starts, bands, strict=True)))),
        drawing=curves.drawing(curves.frame),
        scale=scale(maker.words),
        legend=legend_of(curves, with_means=not by_journey),
        lines=tuple(_lines(curves, spots)),
    )


def _columns(curves: Curves, spots: Sequence[StepSpot], bands: Mapping[int, Band]) -> list[FigureColumn]:
    width, words = 100 / len(spots), curves.maker.words
    return [
        FigureColumn(
            number=words.number(n + 1),
            step=curves.maker.link(spot.key),
            place=round((n + 0.5) * width, 3),
            start=round(n * width, 3),
            means=bands[n].means if n in bands else (),
            begins=n in bands,
            points=curves.points[n],
        )
        for n, spot in enumerate(spots)
    ]


def _lines(curves: Curves, spots: Sequence[StepSpot]) -> list[FigureLine]:
    words = curves.maker.words
    return [
        FigureLine(
            n + 1,
            curves.maker.link(spot.key),
            tuple(
                PersonaScore(line.who if line.letter else None, score(value, words))
                for line in curves.series
                if (value := line.scores[n]) is not None
            ),
        )
        for n, spot in enumerate(spots)
        if curves.points[n]
    ]


def _description(curves: Curves) -> str:
    maker, words = curves.maker, curves.maker.words
    found = [
        (value, spot)
        for line in curves.series
        for value, spot in zip(line.scores, curves.columns, strict=True)
        if value is not None and spot
    ]
    (low, worst), (high, best) = (pick(found, key=lambda one: one[0]) for pick in (min, max))
    said = [
        words.ngettext(
            "How %(count)s step feels, from 1 (very bad) to 5 (very good).",
            "How %(count)s steps feel, from 1 (very bad) to 5 (very good).",
            sum(map(bool, curves.points)),
        )
    ]
    if low < high:
        named = {"title": maker.plain(worst.step.title), "score": words.number(low)}
        said.append(words.gettext("Lowest: “%(title)s”, %(score)s.", **named))
        named = {"title": maker.plain(best.step.title), "score": words.number(high)}
        said.append(words.gettext("Highest: “%(title)s”, %(score)s.", **named))
    return " ".join(said)
