"""Steps that meet something: the table on pages of touchpoints, channels, teams and metrics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from msgspec import Struct

from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, PersonaScore, Text
from journeybook.pages.sections.section import Section
from journeybook.pages.vocabulary import word_for
from journeybook.portal import StepSpot, key_of

Side = Literal["frontstage", "backstage"]
"""On which side of the line of visibility work is done."""


class StepUse(Struct, frozen=True):
    """One step that meets it."""

    step: Link
    journey: Link
    through: tuple[Link, ...]
    """The touchpoints it is met through."""
    scores: tuple[PersonaScore, ...]
    does: Text | None = None
    """What is done there, where that is why the step is listed."""
    system: str = ""
    """The system it is done in."""
    note: str = ""
    """`Future` in a journey as it shall be, whose scores are targets."""


class Uses(Section, frozen=True, kw_only=True):
    """Steps that meet it."""

    form: ClassVar[str] = "uses"
    rows: tuple[StepUse, ...]
    shows_touchpoints: bool
    shows_work: bool = False


def uses(
    maker: PageMaker, spots: Iterable[StepSpot], anchor: str, title: str, *, shows_touchpoints: bool = True
) -> Uses | None:
    """A table of `spots`; None where there are none."""
    rows = tuple(use_of(maker, spot) for spot in spots)
    if not rows:
        return None
    shows = shows_touchpoints and any(row.through for row in rows)
    return Uses(heading=Heading(2, anchor, title), rows=rows, shows_touchpoints=shows)


def spots_naming(maker: PageMaker, target: SpotKey, *fields: str) -> tuple[StepSpot, ...]:
    """Steps that name `target` in one of `fields`, or reach it through their touchpoint, in file order."""
    links = maker.portal.backlinks(target)
    found = dict.fromkeys(one.source for one in links if one.source.kind == Kind.STEP and one.field in fields)
    return tuple(map(maker.portal.step, found))


def use_of(maker: PageMaker, spot: StepSpot) -> StepUse:
    """One row of the table."""
    return StepUse(
        step=maker.link(spot.key),
        journey=maker.to(spot.journey),
        through=maker.links(map(key_of, spot.touchpoints)),
        scores=scores_of(maker, spot),
        note=word_for("future", maker.words) if spot.journey.state == "future" else "",
    )


def as_they_are(spots: Iterable[StepSpot]) -> tuple[StepSpot, ...]:
    """Those of `spots` whose scores are no targets: the steps of journeys as they are."""
    return tuple(spot for spot in spots if spot.journey.state != "future")


def scores_of(maker: PageMaker, spot: StepSpot) -> tuple[PersonaScore, ...]:
    """A step's scores; whose they are is said where there can be doubt."""
    alone = len(spot.journey.personas) < 2 or "" in spot.scores
    return tuple(
        PersonaScore(None if alone else maker.link(SpotKey(Kind.PERSONA, who)), score(value, maker.words))
        for who, value in spot.scores.items()
    )


def work_of(maker: PageMaker, team: SpotKey, side: Side, title: str) -> Uses | None:
    """What a team does on that `side`, one row per piece of work; None where it does nothing there."""
    rows: list[StepUse] = []
    for backlink in maker.portal.backlinks(team):
        if backlink.field == f"{side}.team":
            rows.extend(_work_at(maker, maker.portal.step(backlink.source), team, side))
    if not rows:
        return None
    heading = Heading(2, f"_{side}", title)
    return Uses(heading=heading, rows=tuple(rows), shows_touchpoints=False, shows_work=True)


def _work_at(maker: PageMaker, spot: StepSpot, team: SpotKey, side: Side) -> Iterable[StepUse]:
    voice = maker.voice(spot.step, spot.stage, spot.journey)
    for work in spot.step.frontstage if side == "frontstage" else spot.step.backstage:
        if work.team and maker.portal.directory.find(SpotKey(Kind.TEAM, work.team)) == team:
            yield StepUse(
                step=maker.link(spot.key),
                journey=maker.to(spot.journey),
                through=(),
                scores=scores_of(maker, spot),
                does=maker.text(work.does, voice),
                system=work.system or "",
            )
