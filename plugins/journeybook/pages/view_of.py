"""From a planned page to what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from journeybook.model import Journey, Kind, Stage
from journeybook.model.boards import Board
from journeybook.model.keys import ATLAS, BOARDS, CHANGES, COMPARE, TRANSLATIONS
from journeybook.pages.atlases import atlas_view
from journeybook.pages.boards.boards import board_page, boards_page
from journeybook.pages.channel import channel_page
from journeybook.pages.compare import compare_page, comparison_page
from journeybook.pages.context import Context
from journeybook.pages.evidence import evidence_page
from journeybook.pages.history import history_page
from journeybook.pages.initiative import initiative_page
from journeybook.pages.journey import journey_page
from journeybook.pages.metric import metric_page
from journeybook.pages.opportunity import opportunity_page
from journeybook.pages.overview import overview_page
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pain_page import pain_page
from journeybook.pages.persona import persona_page
from journeybook.pages.planned import PlannedPage
from journeybook.pages.stage import stage_page
from journeybook.pages.team import team_page
from journeybook.pages.touchpoint import touchpoint_page
from journeybook.pages.translations import translations_page

_PAGES: Mapping[str, Callable[[PageMaker, Any], PageView]] = {
    Kind.PERSONA: persona_page,
    Kind.JOURNEY: journey_page,
    Kind.TOUCHPOINT: touchpoint_page,
    Kind.CHANNEL: channel_page,
    Kind.TEAM: team_page,
    Kind.PAIN: pain_page,
    Kind.OPPORTUNITY: opportunity_page,
    Kind.INITIATIVE: initiative_page,
    Kind.EVIDENCE: evidence_page,
    Kind.METRIC: metric_page,
}


def view_of(page: PlannedPage, context: Context) -> PageView:
    """What `page` shows; a pure function of the portal, its options and what the host knows."""
    maker = PageMaker(context, page)
    key = page.key
    if not page.is_about_one:
        return _about_many(maker)
    entity = context.portal.entity(key)
    if isinstance(entity, Stage):
        return stage_page(maker, context.portal.get(Journey, key.journey), entity)
    return _PAGES[key.kind](maker, entity)


def _about_many(maker: PageMaker) -> PageView:
    key = maker.page.key
    if key.kind == ATLAS.kind:
        return atlas_view(maker)
    if key.kind == COMPARE.kind:
        return compare_page(maker) if key == COMPARE else comparison_page(maker, maker.portal.get(Journey, key.id))
    if key == BOARDS:
        return boards_page(maker)
    if key == CHANGES:
        return history_page(maker)
    if key == TRANSLATIONS:
        return translations_page(maker)
    return board_page(maker, Board(key.id)) if key.kind == "board" else overview_page(maker, Kind(key.id))
