"""The page of a touchpoint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from journeybook.model import Touchpoint
from journeybook.pages.head import head_of
from journeybook.pages.measures import mean_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, PersonaScore
from journeybook.pages.sections.consistency import consistency_table
from journeybook.pages.sections.glance import glance
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.lists import lists
from journeybook.pages.sections.pains import pains_table
from journeybook.pages.sections.promise import promise_and_practice
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.uses import as_they_are, spots_naming, uses
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import RankedPain, StepSpot, key_of
from journeybook.portal.answers import pains_at


class TouchpointPage(PageView, frozen=True, kw_only=True):
    """The page of a touchpoint: its opening says how good it is, where it hurts, and what proves it."""

    mood: PersonaScore | None
    """The mean score over all its uses in journeys as they are."""


def touchpoint_page(maker: PageMaker, touchpoint: Touchpoint) -> TouchpointPage:
    """The page of `touchpoint`."""
    met = spots_naming(maker, key_of(touchpoint), "touchpoints")
    now = as_they_are(met)
    pains = pains_at(maker.portal, [touchpoint])
    return TouchpointPage(
        page=maker.page,
        head=head_of(maker, touchpoint),
        opening=present(glance(maker, touchpoint, now, pains)),
        facts=_facts(maker, touchpoint),
        narrative=maker.narrative(touchpoint, maker.voice(touchpoint)),
        sections=_sections(maker, touchpoint, met, pains),
        tail=replace(tail_of(maker, touchpoint), proofs=()),
        mood=mean_of(now, maker.words),
    )


def _facts(maker: PageMaker, touchpoint: Touchpoint) -> tuple[Fact, ...]:
    words, portal = maker.words, maker.portal
    key, voice = key_of(touchpoint), maker.voice(touchpoint)
    return facts(
        maker.fact(words.gettext("Channels"), *maker.links(portal.named_by(key, "channels"))),
        maker.fact(words.gettext("Team"), *maker.links(portal.named_by(key, "team"))),
        maker.fact(
            words.gettext("Ownership"), word_for(touchpoint.ownership, words) if touchpoint.ownership else None
        ),
        maker.fact(words.gettext("Purpose"), maker.text_if(touchpoint.purpose, voice)),
        maker.fact(words.gettext("Measured by"), *maker.links(portal.named_by(key, "metrics"))),
        maker.fact(words.gettext("Surveys"), *touchpoint.surveys),
    )


def _sections(
    maker: PageMaker, touchpoint: Touchpoint, met: Sequence[StepSpot], pains: Iterable[RankedPain]
) -> tuple[Section, ...]:
    gettext, key = maker.words.gettext, key_of(touchpoint)
    others = ("_competitors", gettext("What others do here"), touchpoint.competitors)
    now = as_they_are(met)
    return present(
        promise_and_practice(maker, touchpoint, now),
        uses(maker, met, "_steps", gettext("Steps that meet it"), shows_touchpoints=False),
        consistency_table(maker, (one for one in maker.portal.consistencies if one.touchpoint is touchpoint)),
        pains_table(
            maker, pains, ("_pains", gettext("Pains met here, the heaviest first")), shows_touchpoint=False
        ),
        lists(maker, maker.voice(touchpoint), others),
        *backlink_groups(maker, key, without={"touchpoints"}),
    )
