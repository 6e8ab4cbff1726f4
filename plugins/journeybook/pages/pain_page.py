"""The page of a pain."""

from __future__ import annotations

from journeybook.model import Initiative, Opportunity, Pain
from journeybook.model.addresses import board_address, pain_at_step_address
from journeybook.model.boards import Board
from journeybook.model.keys import SpotKey
from journeybook.pages.head import head_of
from journeybook.pages.measures import of_five, share
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, Link, PersonaScore
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.pains import met_in, pains_table
from journeybook.pages.sections.proofs import proofs_section
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import first_of
from journeybook.pages.sections.uses import scores_of
from journeybook.pages.tail import proofs_of, tail_of
from journeybook.portal import RankedPain, StepSpot, key_of
from journeybook.portal.answers import initiative_of, pains_at
from journeybook.portal.link_map import boards_of

_OTHERS = 10
"""How many other pains of the same touchpoint are listed."""


class PainPage(PageView, frozen=True, kw_only=True):
    """The page of a pain."""

    scores: tuple[PersonaScore, ...]
    """How the step feels at which it hurts."""
    notices: tuple[str, ...]
    """That nobody works on it, where nobody does."""


def pain_page(maker: PageMaker, pain: Pain) -> PainPage:
    """The page of `pain`."""
    key = maker.page.key
    one = maker.portal.ranked_pain(key)
    at = one.spot.at
    gettext, portal = maker.words.gettext, maker.portal
    others = [other for other in pains_at(portal, at.touchpoints) if other is not one]
    return PainPage(
        page=maker.page,
        head=head_of(maker, pain, at.step, at.stage, at.journey),
        facts=_facts(maker, one),
        narrative=maker.narrative(pain, maker.voice(pain, at.step, at.stage, at.journey)),
        sections=present(
            proofs_section(proofs_of(maker, at.key), gettext("What its step rests on")),
            pains_table(
                maker,
                others[:_OTHERS],
                ("_others", gettext("What else hurts at this touchpoint")),
                shows_touchpoint=False,
                shows_answer=False,
                lead=first_of(len(others), maker.words, _OTHERS),
            ),
            *backlink_groups(maker, key),
        ),
        tail=tail_of(maker, pain, at.step, at.stage, at.journey),
        scores=scores_of(maker, at),
        notices=()
        if portal.named_by(key, "opportunity")
        else maker.gaps(gettext("Nobody has made an opportunity of it yet.")),
    )


def _facts(maker: PageMaker, one: RankedPain) -> tuple[Fact, ...]:
    words, at, pain = maker.words, one.spot.at, one.spot.pain
    opportunities = maker.portal.named_by(one.spot.key, "opportunity")
    return facts(
        maker.fact(words.gettext("Severity"), of_five(pain.severity, words)),
        maker.fact(words.gettext("Reach"), share(pain.reach, words)),
        maker.fact(words.gettext("Rank"), _rank(maker, one)),
        maker.fact(words.gettext("Hurts at"), _step_link(maker, at, one.spot.key)),
        maker.fact(words.gettext("Touchpoint"), *maker.links(map(key_of, at.touchpoints))),
        maker.fact(words.gettext("Met in"), met_in(maker, one)),
        maker.fact(words.gettext("Team"), maker.to(at.team) if at.team else None),
        maker.fact(words.gettext("Opportunity"), *maker.links(opportunities)),
        maker.fact(words.gettext("Initiative"), *_initiatives(maker, opportunities)),
    )


def _rank(maker: PageMaker, one: RankedPain) -> Link | str:
    words = maker.words
    count = words.number(len(maker.portal.ranked_pains))
    title = words.gettext("%(rank)s of %(count)s pains", rank=words.number(one.rank), count=count)
    has_board = Board.PAINS in boards_of(maker.portal.content)
    return Link(title, board_address(Board.PAINS)) if has_board else title


def _step_link(maker: PageMaker, at: StepSpot, key: SpotKey) -> Link:
    """To the pain's own place at its step, where its neighbours can be seen."""
    link = maker.link(at.key)
    return Link(link.title, pain_at_step_address(key.journey, key.id), link.language, link.direction)


def _initiatives(maker: PageMaker, opportunities: tuple[SpotKey, ...]) -> tuple[Link, ...]:
    found = (initiative_of(maker.portal, maker.portal.get(Opportunity, key.id)) for key in opportunities)
    return tuple(maker.to(one) for one in found if isinstance(one, Initiative))
