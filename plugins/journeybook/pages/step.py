"""A step, in full: as it stands on the pages of its journey and its stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model import Kind, Work
from journeybook.model.addresses import step_address
from journeybook.model.keys import SpotKey
from journeybook.pages.anchors import former_anchors
from journeybook.pages.head import Upkeep, upkeep_of
from journeybook.pages.measures import time
from journeybook.pages.narrative import Narrative
from journeybook.pages.page_maker import PageMaker, Voice, facts
from journeybook.pages.pain import PainView, pain_view
from journeybook.pages.pieces import Fact, Link, OutsideLink, PersonaScore, Picture, Text
from journeybook.pages.sections.hand_offs import Handed, handed
from journeybook.pages.sections.link_groups import mention_facts
from journeybook.pages.sections.uses import scores_of
from journeybook.pages.tail import Extra, Proof, extras_of, further_links, proof_of, proofs_of
from journeybook.pages.ways import WayOn
from journeybook.portal import HandOff, StepSpot, key_of
from journeybook.reviews import CommentLinks


class WorkView(Struct, frozen=True):
    """A piece of the company's work."""

    does: Text
    team: Link | None
    system: str


class GainView(Struct, frozen=True):
    """Something that pleases."""

    title: Text
    proofs: tuple[Proof, ...]


class PromiseView(Struct, frozen=True):
    """What a step does to the promise of its journey."""

    kept: bool
    """Whether it keeps the promise or breaks it."""
    said: str
    """That in words."""
    promise: Text | None
    """The promise, where the journey gives one."""


class StepView(Struct, frozen=True, kw_only=True):
    """A step, in full."""

    id: str
    """Also its anchor on the page."""
    former: tuple[str, ...]
    """Anchors that older links lead to."""
    number: int
    """Its number in the journey."""
    title: Text
    plain_title: str
    summary: Text | None
    does: Text | None
    thinks: Text | None
    feels: Text | None
    quote: Text | None
    scores: tuple[PersonaScore, ...]
    facts: tuple[Fact, ...]
    frontstage: tuple[WorkView, ...]
    """What the customer sees of it."""
    backstage: tuple[WorkView, ...]
    """What lies behind the line of visibility."""
    pains: tuple[PainView, ...]
    gains: tuple[GainView, ...]
    moment_of_truth: Text | None
    promise: PromiseView | None
    image: Picture | None
    ways: tuple[WayOn, ...]
    """Ways on, where they differ from the written order."""
    ends: bool
    """Whether the author wrote that the journey ends here."""
    hand_offs: tuple[Handed, ...]
    """Changes of team after it."""
    upkeep: Upkeep
    narrative: Narrative | None
    proofs: tuple[Proof, ...]
    links: tuple[OutsideLink, ...]
    extras: tuple[Extra, ...]
    edit: str | None
    comment: CommentLinks | None


def step_view(
    maker: PageMaker,
    spot: StepSpot,
    ways: Mapping[SpotKey, tuple[WayOn, ...]],
    hand_offs: Mapping[SpotKey, tuple[HandOff, ...]],
) -> StepView:
    """The step at `spot`; `ways` and `hand_offs` hold what follows each step of the journey."""
    key = spot.key
    shown = maker.once("step", key, lambda: _step_view(maker, spot, hand_offs.get(key, ())))
    return replace(shown, ways=ways[key]) if key in ways else shown


def _step_view(maker: PageMaker, spot: StepSpot, hand_offs: Iterable[HandOff]) -> StepView:
    """The same without the ways on."""
    step, key = spot.step, spot.key
    voice = maker.voice(step, spot.stage, spot.journey)
    plain_title = maker.plain(step.title)
    where = f"{maker.plain(spot.journey.title)} › {maker.plain(spot.stage.title)}"
    return StepView(
        id=step.id,
        former=former_anchors(maker.portal, key, step),
        number=spot.number,
        title=maker.text(step.title, voice),
        plain_title=plain_title,
        summary=maker.text_if(step.summary, voice),
        does=maker.text_if(step.does, voice),
        thinks=maker.text_if(step.thinks, voice),
        feels=maker.text_if(step.feels, voice),
        quote=maker.text_if(step.quote, voice),
        scores=scores_of(maker, spot),
        facts=_facts(maker, spot),
        frontstage=work_views(maker, step.frontstage, voice),
        backstage=work_views(maker, step.backstage, voice),
        pains=tuple(pain_view(maker, pain, spot) for pain in step.pains),
        gains=_gains(maker, spot, voice),
        moment_of_truth=maker.text_if(step.moment_of_truth, voice),
        promise=_promise(maker, spot),
        image=maker.picture(step.image, voice),
        ways=(),
        ends=step.next == (),
        hand_offs=tuple(handed(maker, one) for one in hand_offs),
        upkeep=upkeep_of(maker, step, key),
        narrative=maker.narrative(step, voice, f"step_{step.id}_"),
        proofs=proofs_of(maker, key),
        links=further_links(maker, step, voice),
        extras=extras_of(step.extra),
        edit=maker.edit(step.place_of("title")),
        comment=maker.comment(key, plain_title, where, step.place, step_address(key.journey, key.id)),
    )


def _facts(maker: PageMaker, spot: StepSpot) -> tuple[Fact, ...]:
    step, words = spot.step, maker.words
    voice = maker.voice(step, spot.stage, spot.journey)
    metrics = maker.portal.named_by(spot.key, "metrics")
    return facts(
        maker.fact(words.gettext("Touchpoint"), *maker.links(map(key_of, spot.touchpoints))),
        maker.fact(words.gettext("Channel"), *maker.links(map(key_of, spot.channels))),
        maker.fact(words.gettext("Team"), maker.to(spot.team) if spot.team else None),
        maker.fact(words.gettext("Takes"), time(step.takes, words)),
        maker.fact(words.gettext("Waits"), time(step.waits, words)),
        maker.fact(words.gettext("Is asked for"), *maker.texts(step.asks, voice)),
        maker.fact(words.gettext("Passed on"), maker.text_if(step.handover, voice)),
        maker.fact(words.gettext("Measured by"), *maker.links(metrics)),
        *mention_facts(maker, spot.key),
    )


def _promise(maker: PageMaker, spot: StepSpot) -> PromiseView | None:
    if spot.step.promise is None:
        return None
    kept = spot.step.promise == "kept"
    said = maker.words.gettext("Promise kept") if kept else maker.words.gettext("Promise broken")
    return PromiseView(kept, said, maker.text_if(spot.journey.promise, maker.voice(spot.journey)))


def work_views(maker: PageMaker, work: Iterable[Work], voice: Voice) -> tuple[WorkView, ...]:
    """Each piece of `work`, as it stands at its step."""
    return tuple(WorkView(maker.text(one.does, voice), _team(maker, one.team), one.system or "") for one in work)


def _team(maker: PageMaker, written: str | None) -> Link | None:
    key = maker.portal.directory.find(SpotKey(Kind.TEAM, written)) if written else None
    return maker.link(key) if key else None


def _gains(maker: PageMaker, spot: StepSpot, voice: Voice) -> tuple[GainView, ...]:
    return tuple(
        GainView(maker.text(gain.title, voice), tuple(_proofs(maker, gain.evidence))) for gain in spot.step.gains
    )


def _proofs(maker: PageMaker, written: tuple[str, ...]) -> list[Proof]:
    keys = (maker.portal.directory.find(SpotKey(Kind.EVIDENCE, one)) for one in written)
    return [proof_of(maker, key) for key in keys if key]
