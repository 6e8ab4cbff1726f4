"""The plane of impact and effort: each opportunity as a point in one of its 25 fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model.addresses import Address
from journeybook.pages.head import upkeep_of
from journeybook.pages.measures import of_five
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.pages.vocabulary import mark, word_for
from journeybook.portal import key_of
from journeybook.portal.weighing import Quadrant, Weighed, quadrant_of

MOST_IN_FIELD = 8
"""How many points one field shows; the ninth place says how many more there are."""

_NAMES = {
    Quadrant.QUICK_WIN: mark("Quick wins"),
    Quadrant.BIG_BET: mark("Big bets"),
    Quadrant.FILL_IN: mark("Fill-ins"),
    Quadrant.THINK_TWICE: mark("Think twice"),
}
_MEANINGS = {
    Quadrant.QUICK_WIN: mark("much impact, little effort"),
    Quadrant.BIG_BET: mark("much impact, much effort"),
    Quadrant.FILL_IN: mark("little impact, little effort"),
    Quadrant.THINK_TWICE: mark("little impact, much effort"),
}
_CORNERS = {
    (5, 1): Quadrant.QUICK_WIN,
    (5, 5): Quadrant.BIG_BET,
    (1, 1): Quadrant.FILL_IN,
    (1, 5): Quadrant.THINK_TWICE,
}
_STATUSES = ("reviewed", "in-review", "draft", "")


class Point(Struct, frozen=True):
    """One opportunity."""

    number: str
    link: Link
    title: str
    """What it is and where it stands, in words."""
    status: str
    """How far its page has come; its shape."""


class Field(Struct, frozen=True):
    """One of the 25 fields."""

    quadrant: Quadrant
    name: str
    """The name of its quarter, which stands in one field of it."""
    points: tuple[Point, ...]
    more: str
    """How many points it has that are not shown, as `+12`; empty where all are."""
    to: Address
    """Where all of its quarter are listed."""


class Line(Struct, frozen=True):
    """The fields of one impact."""

    impact: str
    fields: tuple[Field, ...]


class Group(Struct, frozen=True):
    """What the points of one quarter are, or those that are not weighed."""

    anchor: str
    name: str
    meaning: str
    points: tuple[Point, ...]


class Shape(Struct, frozen=True):
    """What a shape of points says."""

    status: str
    word: str


class Plane(Section, frozen=True, kw_only=True):
    """The plane, and beside it what its numbers are."""

    form: ClassVar[str] = "plane"
    caption: str
    """What the picture shows, in a sentence."""
    efforts: tuple[str, ...]
    lines: tuple[Line, ...]
    """By impact, the highest first."""
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]


def plane(maker: PageMaker, found: Sequence[Weighed], heading: tuple[str, str]) -> Plane | None:
    """The plane of `found`; None where none of them is weighed."""
    gettext, words = maker.words.gettext, maker.words
    points = {one.number: _point(maker, one) for one in found}
    weighed = [one for one in found if one.quadrant]
    if not weighed:
        return None
    shown = [one for one in found if one.quadrant or maker.tells_of_gaps]
    return Plane(
        heading=Heading(2, *heading),
        caption=gettext(
            "Opportunities by their impact and their effort, from 1 to 5. The numbers are those of the list."
        ),
        efforts=tuple(words.number(effort) for effort in range(1, 6)),
        lines=tuple(_line(maker, impact, weighed, points) for impact in range(5, 0, -1)),
        groups=tuple(_groups(maker, shown, points)),
        shapes=_shapes(maker, [points[one.number] for one in shown]),
    )


def _point(maker: PageMaker, one: Weighed) -> Point:
    words, opportunity = maker.words, one.opportunity
    upkeep, link = upkeep_of(maker, opportunity, key_of(opportunity)), maker.to(opportunity)
    number = words.number(one.number)
    impact, effort = of_five(opportunity.impact, words), of_five(opportunity.effort, words)
    said = (
        f"{number}: {link.title}",
        f"{words.gettext('Impact')} {impact}" if impact else "",
        f"{words.gettext('Effort')} {effort}" if effort else "",
        upkeep.status_word,
    )
    return Point(number, link, " · ".join(filter(None, said)), upkeep.status)


def _line(maker: PageMaker, impact: int, found: Iterable[Weighed], points: dict[int, Point]) -> Line:
    mine = [one for one in found if one.opportunity.impact == impact]
    fields = (
        _field(maker, impact, effort, [points[one.number] for one in mine if one.opportunity.effort == effort])
        for effort in range(1, 6)
    )
    return Line(maker.words.number(impact), tuple(fields))


def _field(maker: PageMaker, impact: int, effort: int, points: Sequence[Point]) -> Field:
    quadrant, named = quadrant_of(impact, effort), _CORNERS.get((impact, effort))
    most = MOST_IN_FIELD if len(points) > MOST_IN_FIELD + 1 else len(points)
    left = len(points) - most
    return Field(
        quadrant=quadrant,
        name=maker.words.gettext(_NAMES[named]) if named else "",
        points=tuple(points[:most]),
        more=f"+{maker.words.number(left)}" if left else "",
        to=Address(maker.page.address.path, _anchor(quadrant)),
    )


def _groups(maker: PageMaker, found: Sequence[Weighed], points: dict[int, Point]) -> Iterable[Group]:
    gettext = maker.words.gettext
    for quadrant in Quadrant:
        if mine := [points[one.number] for one in found if one.quadrant is quadrant]:
            yield Group(_anchor(quadrant), gettext(_NAMES[quadrant]), gettext(_MEANINGS[quadrant]), tuple(mine))
    if rest := [points[one.number] for one in found if not one.quadrant]:
        meaning = gettext("nobody gave both impact and effort")
        yield Group("_not_weighed", gettext("Not weighed"), meaning, tuple(rest))


def _anchor(quadrant: Quadrant) -> str:
    return f"_{quadrant.replace('-', '_')}"


def _shapes(maker: PageMaker, points: Iterable[Point]) -> tuple[Shape, ...]:
    """What the shapes say, where there is more than one."""
    used = {point.status for point in points}
    none = maker.words.gettext("No status")
    found = tuple(Shape(one, word_for(one, maker.words) if one else none) for one in _STATUSES if one in used)
    return found if len(found) > 1 else ()


def quadrant_word(quadrant: Quadrant, maker: PageMaker) -> str:
    """What the quarter is called."""
    return maker.words.gettext(_NAMES[quadrant])
