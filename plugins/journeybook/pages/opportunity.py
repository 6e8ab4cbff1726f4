"""The page of an opportunity."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Opportunity
from journeybook.pages.head import head_of
from journeybook.pages.measures import of_five
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage(PageView):
    """The page of an opportunity."""


def opportunity_page(maker: PageMaker, opportunity: Opportunity) -> OpportunityPage:
    """The page of `opportunity`."""
    words, key = maker.words, key_of(opportunity)
    return OpportunityPage(
        page=maker.page,
        head=head_of(maker, opportunity),
        facts=facts(
            maker.fact(words.gettext("Impact"), of_five(opportunity.impact, words)),
            maker.fact(words.gettext("Effort"), of_five(opportunity.effort, words)),
            maker.fact(words.gettext("Taken up by"), *maker.links(maker.portal.named_by(key, "initiative"))),
        ),
        narrative=maker.narrative(opportunity, maker.voice(opportunity)),
        sections=backlink_groups(maker, key),
        tail=tail_of(maker, opportunity),
    )
