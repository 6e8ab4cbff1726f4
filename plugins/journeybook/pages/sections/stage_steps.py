"""A stage with its steps, each in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Kind, Stage
from journeybook.model.addresses import stage_address
from journeybook.model.keys import SpotKey
from journeybook.pages.anchors import former_anchors
from journeybook.pages.measures import mean_scores
from journeybook.pages.narrative import Narrative
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, PersonaScore, Text
from journeybook.pages.sections.section import Section
from journeybook.pages.step import StepView, step_view
from journeybook.pages.ways import WayOn, ways_on
from journeybook.portal import HandOff, Way
from journeybook.words import Words


class StageSteps(Section, frozen=True, kw_only=True):
    """A stage with its steps."""

    form: ClassVar[str] = "stage"
    position: str
    """Which stage it is, `Stage 2 of 6`; empty where this is its own page."""
    title: Text
    link: Link | None
    """To its own page; None where this is its own page."""
    former: tuple[str, ...]
    """Anchors that older links lead to."""
    summary: Text | None
    goal: Text | None
    narrative: Narrative | None
    moods: tuple[PersonaScore, ...]
    """The mean score per persona."""
    steps: tuple[StepView, ...]

    def headings(self) -> Iterator[Heading]:
        """The stage's, then each step's."""
        yield self.heading
        for step in self.steps:
            yield Heading(3, step.id, step.plain_title)


class Following(Struct, frozen=True):
    """What follows each step of a journey."""

    ways: Mapping[SpotKey, tuple[WayOn, ...]]
    """Those that differ from the written order."""
    hand_offs: Mapping[SpotKey, tuple[HandOff, ...]]


def following(maker: PageMaker, journey: Journey, stage: Stage | None = None) -> Following:
    """What follows each step of `journey`, or of one `stage` of it, where it differs from the written order."""
    flow = maker.portal.flow(journey.id)
    edges = [one for one in flow.edges if one.way is not Way.ORDER or one.when]
    changes: defaultdict[SpotKey, list[HandOff]] = defaultdict(list)
    for one in flow.hand_offs:
        if stage is None or one.source.stage.id == stage.id:
            changes[one.source.key].append(one)
    ways = ways_on(maker, [one for one in edges if stage is None or one.source.stage.id == stage.id])
    return Following(ways, {key: tuple(found) for key, found in changes.items()})


def stage_on_journey(
    maker: PageMaker, journey: Journey, number: int, stage: Stage, after: Following
) -> StageSteps:
    """A stage as a part of its journey's page."""
    key = SpotKey(Kind.STAGE, stage.id, journey.id)
    voice = maker.voice(stage, journey)
    plain_title = maker.plain(stage.title)
    return StageSteps(
        heading=Heading(2, f"stage_{stage.id}", plain_title),
        position=position(journey, number, maker.words),
        title=maker.text(stage.title, voice),
        link=Link(plain_title, stage_address(journey.id, stage.id)),
        former=former_anchors(maker.portal, key, stage, "stage_"),
        summary=maker.text_if(stage.summary, voice),
        goal=maker.text_if(stage.goal, voice),
        narrative=maker.narrative(stage, voice, f"stage_{stage.id}_"),
        moods=mean_scores(maker, maker.portal.moods(journey, stage), alone=True),
        steps=_steps(maker, journey, stage, after),
    )


def steps_of_stage(maker: PageMaker, journey: Journey, stage: Stage) -> StageSteps | None:
    """The steps on the stage's own page; None where it has none."""
    steps = _steps(maker, journey, stage, following(maker, journey, stage))
    if not steps:
        return None
    title = maker.words.gettext("Steps")
    return StageSteps(
        heading=Heading(2, "_steps", title),
        position="",
        title=Text(title),
        link=None,
        former=(),
        summary=None,
        goal=None,
        narrative=None,
        moods=(),
        steps=steps,
    )


def position(journey: Journey, number: int, words: Words) -> str:
    """Which of its journey's stages the one with `number` is: `Stage 2 of 6`."""
    return words.gettext(
        "Stage %(number)s of %(count)s", number=words.number(number), count=words.number(len(journey.stages))
    )


def _steps(maker: PageMaker, journey: Journey, stage: Stage, after: Following) -> tuple[StepView, ...]:
    spots = maker.portal.steps_of_stage(journey.id, stage.id)
    return tuple(step_view(maker, spot, after.ways, after.hand_offs) for spot in spots)
