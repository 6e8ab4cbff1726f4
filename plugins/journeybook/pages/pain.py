"""A pain, as it stands at its step."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Pain
from journeybook.model.addresses import pain_address
from journeybook.model.keys import SpotKey
from journeybook.pages.anchors import former_anchors
from journeybook.pages.head import Upkeep, upkeep_of
from journeybook.pages.narrative import Narrative
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Fact, Link, OutsideLink, Text
from journeybook.pages.sections.link_groups import mention_facts, pain_note
from journeybook.pages.tail import Extra, Proof, extras_of, further_links, proofs_of
from journeybook.portal import StepSpot
from journeybook.reviews import CommentLinks


class PainView(Struct, frozen=True, kw_only=True):
    """A pain, as it stands at its step."""

    anchor: str
    former: tuple[str, ...]
    """Anchors that older links lead to."""
    title: Text
    plain_title: str
    link: Link
    """To its own page."""
    summary: Text | None
    severity: int
    """From 1 to 5; 0 where nobody said."""
    weight: float
    """What it is ranked by."""
    note: str
    """Severity and reach, in words."""
    opportunity: Link | None
    facts: tuple[Fact, ...]
    upkeep: Upkeep
    narrative: Narrative | None
    proofs: tuple[Proof, ...]
    links: tuple[OutsideLink, ...]
    extras: tuple[Extra, ...]
    comment: CommentLinks | None


def pain_view(maker: PageMaker, pain: Pain, spot: StepSpot) -> PainView:
    """`pain` at the step at `spot`."""
    key = SpotKey("pain", pain.id, spot.journey.id)
    voice = maker.voice(pain, spot.step, spot.stage, spot.journey)
    plain_title = maker.plain(pain.title)
    where = f"{maker.plain(spot.journey.title)} › {maker.plain(spot.step.title)}"
    opportunities = maker.portal.named_by(key, "opportunity")
    return PainView(
        anchor=f"pain_{pain.id}",
        former=former_anchors(maker.portal, key, pain, "pain_"),
        title=maker.text(pain.title, voice),
        plain_title=plain_title,
        link=maker.link(key),
        summary=maker.text_if(pain.summary, voice),
        severity=pain.severity or 0,
        weight=maker.portal.ranked_pain(key).weight,
        note=pain_note(maker, pain),
        opportunity=maker.link(opportunities[0]) if opportunities else None,
        facts=mention_facts(maker, key),
        upkeep=upkeep_of(maker, pain, key),
        narrative=maker.narrative(pain, voice, f"pain_{pain.id}_"),
        proofs=proofs_of(maker, key),
        links=further_links(maker, pain, voice),
        extras=extras_of(pain.extra),
        comment=maker.comment(key, plain_title, where, pain.place, pain_address(key.journey, key.id)),
    )
