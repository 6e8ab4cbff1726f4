"""Who lives through a journey, and how it feels to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from journeybook.model import Journey
from journeybook.pages.measures import basis, score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Fact, Link, Score
from journeybook.pages.portrait import Portrait, portrait_of
from journeybook.portal import Mood


class Person(Struct, frozen=True):
    """One who lives through it."""

    who: Link | None
    """The persona; None where the journey names nobody."""
    portrait: Portrait | None
    score: Score | None
    """The mean score; None where no step has one."""
    basis: str
    """What the mean rests on: `5 of 6 steps scored`; empty without one."""


def people_of(maker: PageMaker, journey: Journey, moods: Iterable[Mood]) -> tuple[Person, ...]:
    """Each persona of `journey` with its mean score of `moods`; a mean of nobody's comes first."""
    return tuple(_people(maker, journey, tuple(moods)))


def _people(maker: PageMaker, journey: Journey, moods: tuple[Mood, ...]) -> Iterator[Person]:
    yield from (Person(None, None, *_felt(maker, mood)) for mood in moods if mood.persona is None)
    for persona in maker.portal.personas_of(journey):
        mood = next((one for one in moods if one.persona is persona), None)
        yield Person(maker.to(persona), portrait_of(maker, persona), *_felt(maker, mood))


def _felt(maker: PageMaker, mood: Mood | None) -> tuple[Score | None, str]:
    if mood is None:
        return None, ""
    return score(mood.mean, maker.words), basis(mood.n, mood.of, maker.words)


def people_fact(maker: PageMaker, journey: Journey) -> Fact | None:
    """Who lives through `journey`; None where it names nobody."""
    label = maker.words.gettext("Who lives through it")
    return maker.fact(label, *maker.personas(maker.portal.personas_of(journey)), name="personas")
