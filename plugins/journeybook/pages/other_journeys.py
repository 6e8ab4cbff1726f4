"""The journeys of other portals as rows of the atlas."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from journeybook.model.elsewhere import Elsewhere
from journeybook.model.other_portals import OtherJourney, OtherPortal, OtherStage
from journeybook.pages.atlas.hub import mean_of_stage
from journeybook.pages.atlas.rows import AtlasRow, AtlasStage, figure, said
from journeybook.pages.atlas.traits import Trait, Traits
from journeybook.pages.head import Upkeep
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import OutsideLink
from journeybook.pages.vocabulary import word_for

_STATUSES = frozenset({"draft", "in-review", "reviewed", "retired"})
_SCOPES = frozenset({"buying", "experience", "employee"})
"""What another portal says beyond these has no word here."""


def other_journeys(maker: PageMaker) -> Iterator[AtlasRow]:
    """A row for every journey of every other portal, portal by portal."""
    for portal in maker.portal.others.by_name.values():
        for journey in portal.journeys:
            yield _row(maker, portal, journey, portal.title)


def journeys_of(maker: PageMaker, portal: OtherPortal) -> Iterator[AtlasRow]:
    """A row for every journey of `portal`, on a page where it is clear whose they are."""
    return (_row(maker, portal, journey, "") for journey in portal.journeys)


def _row(maker: PageMaker, portal: OtherPortal, journey: OtherJourney, shown: str) -> AtlasRow:
    words, counts = maker.words, journey.counts
    is_future = journey.state == "future"
    kinds = (journey.scope if journey.scope in _SCOPES else "", "future" if is_future else "")
    status = journey.status if journey.status in _STATUSES else ""
    return AtlasRow(
        id="",
        portal=shown,
        link=_link(maker, portal, journey.key),
        depth=0,
        relation=None,
        is_future=is_future,
        kinds=tuple(word_for(one, words) for one in kinds if one),
        personas=tuple(_link(maker, portal, key) for key in journey.personas),
        upkeep=Upkeep(status=status, status_word=word_for(status, words) if status else ""),
        stages=tuple(_stage(maker, portal, stage) for stage in journey.stages),
        steps=figure(counts.get("steps", 0), words),
        pains=figure(counts.get("pains", 0), words),
        moments_of_truth=figure(counts.get("moments_of_truth", 0), words),
        # What is due or proved there, only that portal can say, and on its own reference day.
        stale=None,
        unproven=None,
        traits=Traits(
            persona=tuple(
                Trait(f"{portal.name}:{key}", _link(maker, portal, key).title) for key in journey.personas
            ),
            scope=said(kinds[0], words),
            state=said("future" if is_future else "current", words),
            status=said(status, words),
            portal=(Trait(portal.name, portal.title),) if shown else (),
        ),
    )


def _stage(maker: PageMaker, portal: OtherPortal, stage: OtherStage) -> AtlasStage:
    mean = mean_of_stage(stage)
    return AtlasStage(_link(maker, portal, stage.key), None if mean is None else score(mean, maker.words))


def _link(maker: PageMaker, portal: OtherPortal, key: str) -> OutsideLink:
    """A link to a thing of `portal`; the row says which portal that is, so the link need not."""
    found = maker.elsewhere(Elsewhere(portal.name, key)) or OutsideLink(key, "")
    return replace(found, abroad=replace(found.abroad, note="") if found.abroad else None)
