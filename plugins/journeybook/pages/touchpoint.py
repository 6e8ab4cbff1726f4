"""The page of a touchpoint."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Touchpoint
from journeybook.pages.head import head_of
from journeybook.pages.measures import mean_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, PersonaScore
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.lists import lists
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.uses import spots_naming, uses
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointPage(PageView):
    """The page of a touchpoint."""

    mood: PersonaScore | None
    """The mean score over all its uses."""


def touchpoint_page(maker: PageMaker, touchpoint: Touchpoint) -> TouchpointPage:
    """The page of `touchpoint`."""
    return TouchpointPage(
        page=maker.page,
        head=head_of(maker, touchpoint),
        facts=_facts(maker, touchpoint),
        narrative=maker.narrative(touchpoint, maker.voice(touchpoint)),
        sections=_sections(maker, touchpoint),
        tail=tail_of(maker, touchpoint),
        mood=mean_of(spots_naming(maker, key_of(touchpoint), "touchpoints"), maker.words),
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
        maker.fact(words.gettext("What we promise"), maker.text_if(touchpoint.promise, voice)),
        maker.fact(words.gettext("Measured by"), *maker.links(portal.named_by(key, "metrics"))),
        maker.fact(words.gettext("Surveys"), *touchpoint.surveys),
    )


def _sections(maker: PageMaker, touchpoint: Touchpoint) -> tuple[Section, ...]:
    gettext, key, voice = maker.words.gettext, key_of(touchpoint), maker.voice(touchpoint)
    met = spots_naming(maker, key, "touchpoints")
    return present(
        uses(maker, met, "_steps", gettext("Steps that meet it"), shows_touchpoints=False),
        lists(maker, voice, ("_competitors", gettext("What others do here"), touchpoint.competitors)),
        *backlink_groups(maker, key, without={"touchpoints"}),
    )
