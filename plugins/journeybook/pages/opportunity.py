"""The page of an opportunity."""

from __future__ import annotations

from journeybook.model import Opportunity
from journeybook.pages.head import head_of
from journeybook.pages.measures import of_five
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.pains import pains_table
from journeybook.pages.sections.proofs import proofs_behind, proofs_section
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, first_of
from journeybook.pages.tail import tail_of
from journeybook.portal import RankedPain, key_of
from journeybook.portal.answers import initiative_of, pains_of


class OpportunityPage(PageView, frozen=True, kw_only=True):
    """The page of an opportunity."""

    notices: tuple[str, ...]
    """What is missing: somebody who takes it up, a pain that it answers."""


def opportunity_page(maker: PageMaker, opportunity: Opportunity) -> OpportunityPage:
    """The page of `opportunity`."""
    gettext = maker.words.gettext
    pains = pains_of(maker.portal, opportunity)
    return OpportunityPage(
        page=maker.page,
        head=head_of(maker, opportunity),
        facts=_facts(maker, opportunity, pains),
        narrative=maker.narrative(opportunity, maker.voice(opportunity)),
        sections=present(
            pains_table(
                maker,
                pains[:MOST_ROWS],
                ("_pains", gettext("Pains it answers")),
                shows_answer=False,
                lead=first_of(len(pains), maker.words),
            ),
            proofs_section(proofs_behind(maker, pains), gettext("Evidence behind these pains")),
            *backlink_groups(maker, key_of(opportunity), without={"opportunity"}),
        ),
        tail=tail_of(maker, opportunity),
        notices=maker.gaps(*_notices(maker, opportunity, pains)),
    )


def _facts(maker: PageMaker, opportunity: Opportunity, pains: tuple[RankedPain, ...]) -> tuple[Fact, ...]:
    words = maker.words
    taken = initiative_of(maker.portal, opportunity)
    weight = words.number(sum(one.weight for one in pains)) if pains else None
    return facts(
        maker.fact(words.gettext("Impact"), of_five(opportunity.impact, words)),
        maker.fact(words.gettext("Effort"), of_five(opportunity.effort, words)),
        maker.fact(words.gettext("Taken up by"), maker.to(taken) if taken else None),
        maker.fact(words.gettext("Weight of its pains"), weight),
    )


def _notices(maker: PageMaker, opportunity: Opportunity, pains: tuple[RankedPain, ...]) -> list[str]:
    gettext, missing = maker.words.gettext, list[str]()
    if initiative_of(maker.portal, opportunity) is None:
        missing.append(gettext("Nobody has taken this up."))
    if not pains:
        missing.append(gettext("No pain leads here, so nobody can tell whom it would help."))
    return missing
