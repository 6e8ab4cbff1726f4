"""The stages of a journey, as the way about its page."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Kind
from journeybook.model.addresses import Address
from journeybook.model.keys import SpotKey
from journeybook.pages.measures import mean_scores
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, PersonaScore
from journeybook.pages.sections.section import Section


class StageRow(Struct, frozen=True):
    """One stage."""

    link: Link
    """To its own page."""
    below: Address
    """Where it stands on the journey's page."""
    moods: tuple[PersonaScore, ...]


class StageList(Section, frozen=True, kw_only=True):
    """The stages of a journey, as the way about its page."""

    form: ClassVar[str] = "stage_list"
    rows: tuple[StageRow, ...]


def stage_list(maker: PageMaker, journey: Journey) -> StageList | None:
    """The stages of `journey`; None where it has none."""
    rows = tuple(_row(maker, journey, number) for number in range(len(journey.stages)))
    heading = Heading(2, "_stages", maker.words.gettext("Stages"))
    return StageList(heading=heading, rows=rows) if rows else None


def _row(maker: PageMaker, journey: Journey, number: int) -> StageRow:
    stage = journey.stages[number]
    return StageRow(
        link=maker.link(SpotKey(Kind.STAGE, stage.id, journey.id)),
        below=Address(maker.page.address.path, f"stage_{stage.id}"),
        moods=mean_scores(maker, maker.portal.moods(journey, stage), alone=True),
    )
