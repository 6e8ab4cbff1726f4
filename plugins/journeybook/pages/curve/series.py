"""The lines of a picture: one for each persona."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from string import ascii_uppercase

from msgspec import Struct

from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.curve.pieces import STYLES
from journeybook.pages.curve.today import Today
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pictures.curve import Cubic, curve_through
from journeybook.portal import StepSpot


class Series(Struct, frozen=True, kw_only=True):
    """One line."""

    persona: str
    """The id; empty where the journey names nobody."""
    who: Link | None
    """Whose it is; None where the journey names nobody."""
    style: int
    """From 1 to 6; 0 for a line alone."""
    letter: str
    """Empty for a line alone."""
    scores: tuple[float | None, ...]
    """One for each column."""
    today: tuple[float | None, ...]
    """The same of the journey as it is; all None without one."""
    curve: tuple[Cubic, ...]
    curve_today: tuple[Cubic, ...]


def series_of(
    maker: PageMaker,
    columns: Sequence[StepSpot | None],
    today: Today | None,
    *,
    only: str = "",
    breaks: Iterable[int] = (),
    rooms: Collection[int] = (),
) -> tuple[Series, ...]:
    """A line for each persona with a score in `columns`, in the journey's order, or for the persona `only`.

    No line runs from one column to the next where that stands in `breaks`; over `rooms`, which are left free
    for what another map has there, they all run on.
    """
    journeys = {spot.journey.id: spot.journey for spot in columns if spot}
    named = [one.id for journey in journeys.values() for one in maker.portal.personas_of(journey)]
    scored = {persona for spot in columns if spot for persona in spot.scores}
    found = [one for one in dict.fromkeys([*named, *sorted(scored)]) if one in scored and only in {"", one}]
    starts = sorted({0, *breaks, len(columns)})
    return tuple(
        _one(maker, columns, today, (starts, rooms), persona, number if len(found) > 1 else None)
        for number, persona in enumerate(found)
    )


def _one(
    maker: PageMaker,
    columns: Sequence[StepSpot | None],
    today: Today | None,
    way: tuple[Sequence[int], Collection[int]],
    persona: str,
    number: int | None,
) -> Series:
    scores = tuple(spot.scores.get(persona) if spot else None for spot in columns)
    before = tuple(today.score(spot, persona) if today and spot else None for spot in columns)
    return Series(
        persona=persona,
        who=maker.link(SpotKey(Kind.PERSONA, persona)) if persona else None,
        style=0 if number is None else number % STYLES + 1,
        letter="" if number is None else _letter(number),
        scores=scores,
        today=before,
        curve=_curve(scores, *way),
        curve_today=_curve(before, *way),
    )


def _letter(number: int) -> str:
    """`A` to `Z`, then `A2` and so on."""
    again, letter = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(again + 1) if again else "")


def _curve(scores: Sequence[float | None], starts: Sequence[int], rooms: Collection[int]) -> tuple[Cubic, ...]:
    """The curve through `scores` and over `rooms`, anew from each of `starts`."""
    through = _over(scores, rooms)
    return tuple(
        Cubic(piece.start + start, piece.end + start, piece.heights)
        for start, end in pairwise(starts)
        for piece in curve_through(through[start:end])
    )


def _over(scores: Sequence[float | None], rooms: Collection[int]) -> Sequence[float | None]:
    """`scores`, and in `rooms` what lies evenly between those before and behind; nothing where one is missing."""
    steps = [column for column in range(len(scores)) if column not in rooms]
    found = [*scores]
    for before, behind in pairwise(steps):
        left, right = scores[before], scores[behind]
        if left is not None and right is not None:
            for room in range(before + 1, behind):
                found[room] = left + (right - left) * (room - before) / (behind - before)
    return found
