"""The portal: the graph that checks, pictures and pages read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from journeybook.model import (
    Channel,
    Entity,
    Evidence,
    Initiative,
    Journey,
    Kind,
    Metric,
    Opportunity,
    Persona,
    Stage,
    Team,
    Touchpoint,
)
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.elsewhere import Elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import OtherPortals
from journeybook.model.text import Reference
from journeybook.portal.backlinks import Backlink
from journeybook.portal.building_blocks import block_findings
from journeybook.portal.consistency import Consistency, consistency_of
from journeybook.portal.directory import Directory, directory_from
from journeybook.portal.elsewhere import improvement_findings, targets_of
from journeybook.portal.entity_parts import Named, Names, Parts, Placed, listings_of, parts_of
from journeybook.portal.flow import edges_of, flow_of
from journeybook.portal.link_map import LinkMap, link_map_of
from journeybook.portal.mentions import key_of
from journeybook.portal.narratives import narrative_links, texts_of_pages
from journeybook.portal.ranking import RankedPain, ranked
from journeybook.portal.rollups import moods_of
from journeybook.portal.spots import Edge, Flow, HandOff, Mood, PainSpot, StepSpot
from journeybook.portal.structure import chain_findings
from journeybook.reading.content import Content

_E = TypeVar("_E", bound=Entity)
_STEP = Reference(Kind.STEP)


@dataclass(frozen=True)
class Portal:
    """Everything a portal says, with references resolved in both directions. Made by `assemble`."""

    content: Content
    """What was read."""
    directory: Directory
    """Every entity by spot key and former id."""
    link_map: LinkMap
    """Where relative links between files lead."""
    diagnostics: tuple[Diagnostic, ...]
    """What reading and assembling found, in file order."""
    _steps: Mapping[str, tuple[StepSpot, ...]]
    _flows: Mapping[str, Flow]
    _backlinks: Mapping[SpotKey, tuple[Backlink, ...]]
    _targets: Mapping[tuple[SpotKey, str], tuple[SpotKey, ...]]
    _by_kind: Mapping[Kind, tuple[Entity, ...]]
    _spot_by_key: Mapping[SpotKey, StepSpot]
    _hand_offs_of: Mapping[str, tuple[HandOff, ...]]
    _elsewhere: Mapping[tuple[SpotKey, str], Elsewhere]
    parts: Parts = field(compare=False, repr=False)
    """What each entity adds, for when the portal is assembled again."""

    @property
    def others(self) -> OtherPortals:
        """Other portals, with their journeys; none of them is part of any other figure."""
        return self.content.others

    def named_elsewhere(self, source: SpotKey, field: str) -> Elsewhere | None:
        """What `part_of` or `improves` of `source` names in another portal."""
        return self._elsewhere.get((source, field))

    def all(self, record: type[_E]) -> tuple[_E, ...]:
        """All personas, journeys, touchpoints … in reading order, which is file order."""
        return cast("tuple[_E, ...]", self._by_kind.get(record.kind_of, ()))

    def get(self, record: type[_E], entity_id: str) -> _E:
        """The persona, journey … with that id; KeyError if there is none."""
        found = self.directory.by_key[SpotKey(record.kind_of, entity_id)]
        if not isinstance(found, record):
            raise KeyError(entity_id)
        return found

    def entity(self, key: SpotKey) -> Entity:
        """The entity, stage, step or pain with that key; KeyError if there is none."""
        return self.directory.by_key[key]

    def named_by(self, source: SpotKey, field: str) -> tuple[SpotKey, ...]:
        """What `field` (`personas`, `owner`, `backstage.team`) of `source` names; dangling ones are left out."""
        return self._targets.get((source, field), ())

    def backlinks(self, target: SpotKey) -> tuple[Backlink, ...]:
        """What names `target` or leads to it, in file order."""
        return self._backlinks.get(target, ())

    def steps(self, journey: str) -> tuple[StepSpot, ...]:
        """The steps of a journey in written order."""
        return self._steps.get(journey, ())

    def steps_of_stage(self, journey: str, stage: str) -> tuple[StepSpot, ...]:
        """The steps of one stage in written order."""
        return tuple(spot for spot in self.steps(journey) if spot.stage.id == stage)

    def step(self, key: SpotKey) -> StepSpot:
        """The step with that key; KeyError if there is none."""
        return self._spot_by_key[key]

    def personas_of(self, journey: Journey) -> tuple[Persona, ...]:
        """The personas whose journey it is."""
        return tuple(self.get(Persona, key.id) for key in self.named_by(key_of(journey), "personas"))

    def journeys_of(self, persona: str) -> tuple[Journey, ...]:
        """The journeys a persona lives through."""
        links = self.backlinks(SpotKey(Kind.PERSONA, persona))
        return tuple(self.get(Journey, link.source.id) for link in links if link.field == "personas")

    def moods(self, journey: Journey, stage: Stage | None = None) -> tuple[Mood, ...]:
        """The mean score per persona of a stage, or of the whole journey."""
        spots = self.steps_of_stage(journey.id, stage.id) if stage else self.steps(journey.id)
        return moods_of(spots, self.personas_of(journey))

    def flow(self, journey: str) -> Flow:
        """The ways through a journey and its changes of team."""
        return self._flows[journey]

    def hand_offs_of(self, team: str) -> tuple[HandOff, ...]:
        """Hand-offs a team gives or takes, in file order."""
        return self._hand_offs_of.get(team, ())

    def pains(self) -> tuple[PainSpot, ...]:
        """Every pain with its step, in file order."""
        return tuple(
            PainSpot(pain, spot) for spots in self._steps.values() for spot in spots for pain in spot.step.pains
        )

    @cached_property
    def _steps_by_pain(self) -> Mapping[SpotKey, tuple[StepSpot, ...]]:
        found: defaultdict[SpotKey, dict[SpotKey, StepSpot]] = defaultdict(dict)
        for one in self.pains():
            found[one.key][one.at.key] = one.at
        return {pain: tuple(steps.values()) for pain, steps in found.items()}

    def steps_with(self, pain: SpotKey) -> tuple[StepSpot, ...]:
        """The steps that hurt so, in written order: one, unless two pains of a journey have one id."""
        return self._steps_by_pain.get(pain, ())

    @cached_property
    def ranked_pains(self) -> tuple[RankedPain, ...]:
        """Every pain, the heaviest first; those of equal weight in file order."""
        return ranked(self.pains(), self.backlinks)

    @cached_property
    def _ranked_by_key(self) -> Mapping[SpotKey, RankedPain]:
        return {one.spot.key: one for one in self.ranked_pains}

    def ranked_pain(self, key: SpotKey) -> RankedPain:
        """The pain with that key, with its rank; KeyError if there is none."""
        return self._ranked_by_key[key]

    @cached_property
    def consistencies(self) -> tuple[Consistency, ...]:
        """The touchpoints that are met through several channels, the widest spread first."""
        current = (one for one in self.all(Journey) if one.state != "future")
        return consistency_of(
            (spot for journey in current for spot in self.steps(journey.id)),
            lambda touchpoint: self.named_by(key_of(touchpoint), "channels"),
        )

    def parts_of(self, key: SpotKey) -> tuple[Journey, ...]:
        """Journeys that are part of the journey or stage `key`."""
        return tuple(self.get(Journey, link.source.id) for link in self.backlinks(key) if link.field == "part_of")

    def whole_of(self, journey: Journey) -> SpotKey | None:
        """The journey or stage that `journey` is part of."""
        return next(iter(self.named_by(key_of(journey), "part_of")), None)

    def current_of(self, journey: Journey) -> Journey | None:
        """The current journey that a future one improves."""
        found = self.named_by(key_of(journey), "improves")
        return self.get(Journey, found[0].id) if found else None

    def futures_of(self, journey: Journey) -> tuple[Journey, ...]:
        """The future journeys that improve this one."""
        links = self.backlinks(key_of(journey))
        return tuple(self.get(Journey, link.source.id) for link in links if link.field == "improves")


PAGED: tuple[type[Entity], ...] = (
    Persona, Journey, Touchpoint, Channel, Team, Opportunity, Initiative, Evidence, Metric,
)  # fmt: skip
"""Kinds with a page of their own and an overview, in the order readers meet them."""


def assemble(content: Content, before: Portal | None = None, *, once: bool = False) -> Portal:
    """The graph of `content`, and the findings of reading and assembling.

    Of several entities with one id the first counts; reading has reported the others. What is known of entities
    from the portal `before` is not worked out again, which only saves time; where the content is assembled but
    `once`, nothing is held for that, which is as much as all else.
    """
    known = before.parts if before else None
    listings = listings_of(content.entities, known)
    directory = directory_from(listings)
    link_map = link_map_of(content)
    names = Names(directory, link_map, content.unread, content.withheld, content.others)
    parts = parts_of(listings, names, content, known)
    named = list(parts.named.values())
    placed = list(parts.placed.values())
    steps = {one.key.id: parts.placed[id(one.entity)].spots for one in listings if one.key.kind == Kind.JOURNEY}
    spot_by_key = {spot.key: spot for spots in steps.values() for spot in spots}
    flows = _flows_of(steps, spot_by_key, directory)
    ways_out = [way for one in named for way in one.ways_out]
    _, lost_on_pages = narrative_links(texts_of_pages(content), content, directory, link_map)
    return Portal(
        content=content,
        directory=directory,
        link_map=link_map,
        diagnostics=in_file_order(
            [
                *content.diagnostics,
                *(found for one in named for found in one.dangling),
                *(found for one in named for found in one.lost_ways),
                *(found for one in named for found in one.lost),
                *lost_on_pages,
                *chain_findings((link for one in named for link in one.links), directory),
                *(found for one in placed for found in one.findings),
                *improvement_findings(ways_out, directory, content.others),
                *(found for one in named for found in one.lost_links),
                *block_findings(content, directory),
            ]
        ),
        _steps=steps,
        _flows=flows,
        _backlinks=_backlinks_of(placed),
        _targets=_targets_of(named),
        _by_kind=_by_kind(one.entity for one in listings),
        _spot_by_key=spot_by_key,
        _hand_offs_of=_hand_offs_by_team(flows.values()),
        _elsewhere=targets_of(ways_out),
        parts=Parts(names) if once else parts,
    )


def _by_kind(entities: Iterable[Entity]) -> dict[Kind, tuple[Entity, ...]]:
    found: defaultdict[Kind, list[Entity]] = defaultdict(list)
    for entity in entities:
        found[entity.kind_of].append(entity)
    return {kind: tuple(some) for kind, some in found.items()}


def _flows_of(
    steps: Mapping[str, Sequence[StepSpot]], spot_by_key: Mapping[SpotKey, StepSpot], directory: Directory
) -> dict[str, Flow]:
    def find(journey: str, text: str) -> StepSpot | None:
        key = directory.resolve(_STEP, text, journey)
        return spot_by_key.get(key) if key else None

    edges = {journey: edges_of(spots, find) for journey, spots in steps.items()}
    edges_from: defaultdict[SpotKey, list[Edge]] = defaultdict(list)
    for some in edges.values():
        for edge in some:
            edges_from[edge.source.key].append(edge)
    return {journey: flow_of(spots, edges[journey], edges_from) for journey, spots in steps.items()}


def _targets_of(named: Iterable[Named]) -> dict[tuple[SpotKey, str], tuple[SpotKey, ...]]:
    """What each field of each source names; many name the same, and hold it together."""
    same: dict[tuple[SpotKey, ...], tuple[SpotKey, ...]] = {}
    return {where: same.setdefault(keys, keys) for one in named for where, keys in one.targets.items()}


def _backlinks_of(placed: Iterable[Placed]) -> dict[SpotKey, tuple[Backlink, ...]]:
    found: defaultdict[SpotKey, list[tuple[Backlink, ...]]] = defaultdict(list)
    for one in placed:
        for target, backlinks in one.backlinks.items():
            found[target].append(backlinks)
    return {target: tuple(chain.from_iterable(some)) for target, some in found.items()}


def _hand_offs_by_team(flows: Iterable[Flow]) -> dict[str, tuple[HandOff, ...]]:
    found: defaultdict[str, list[HandOff]] = defaultdict(list)
    for flow in flows:
        for hand_off in flow.hand_offs:
            found[hand_off.giver.id].append(hand_off)
            found[hand_off.taker.id].append(hand_off)
    return {team: tuple(hand_offs) for team, hand_offs in found.items()}
