"""The page of a stage."""

from __future__ import annotations

from journeybook.model import Journey, Stage
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.people import Person, people_fact, people_of
from journeybook.pages.pieces import Fact
from journeybook.pages.sections.journey_map import map_section
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import present
from journeybook.pages.sections.stage_steps import position, steps_of_stage
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


class StagePage(PageView, frozen=True, kw_only=True):
    """The page of a stage."""

    people: tuple[Person, ...]
    """Who lives through it, and how it feels to each."""
    essence: tuple[Fact, ...]
    """Those of its facts that stand in its head."""


def stage_page(maker: PageMaker, journey: Journey, stage: Stage) -> StagePage:
    """The page of `stage`, a part of `journey`."""
    words, portal = maker.words, maker.portal
    voice = maker.voice(stage, journey)
    number = next(number for number, one in enumerate(journey.stages, 1) if one is stage)
    goal = maker.fact(words.gettext("Goal"), maker.text_if(stage.goal, voice), name="goal")
    return StagePage(
        page=maker.page,
        head=head_of(maker, stage, journey, kind=position(journey, number, words)),
        opening=present(map_section(maker, journey, stage)),
        facts=facts(goal, people_fact(maker, journey)),
        narrative=maker.narrative(stage, voice, f"stage_{stage.id}_"),
        sections=present(
            steps_of_stage(maker, journey, stage),
            *backlink_groups(maker, key_of(stage, journey.id)),
        ),
        tail=tail_of(maker, stage, journey),
        people=people_of(maker, journey, portal.moods(journey, stage)),
        essence=facts(goal),
    )
