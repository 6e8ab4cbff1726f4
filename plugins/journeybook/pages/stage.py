"""The page of a stage."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Journey, Stage
from journeybook.pages.head import head_of
from journeybook.pages.measures import mean_scores
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import PersonaScore
from journeybook.pages.sections.journey_map import map_section
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import present
from journeybook.pages.sections.stage_steps import position, steps_of_stage
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePage(PageView):
    """The page of a stage."""

    moods: tuple[PersonaScore, ...]
    """The mean score per persona."""


def stage_page(maker: PageMaker, journey: Journey, stage: Stage) -> StagePage:
    """The page of `stage`, a part of `journey`."""
    words, portal = maker.words, maker.portal
    voice = maker.voice(stage, journey)
    number = next(number for number, one in enumerate(journey.stages, 1) if one is stage)
    return StagePage(
        page=maker.page,
        head=head_of(maker, stage, journey, kind=position(journey, number, words)),
        opening=present(map_section(maker, journey, stage)),
        facts=facts(
            maker.fact(words.gettext("Goal"), maker.text_if(stage.goal, voice), name="goal"),
            maker.fact(
                words.gettext("Who lives through it"),
                *maker.personas(portal.personas_of(journey)),
                name="personas",
            ),
        ),
        narrative=maker.narrative(stage, voice, f"stage_{stage.id}_"),
        sections=present(
            steps_of_stage(maker, journey, stage),
            *backlink_groups(maker, key_of(stage, journey.id)),
        ),
        tail=tail_of(maker, stage, journey),
        moods=mean_scores(maker, portal.moods(journey, stage)),
    )
