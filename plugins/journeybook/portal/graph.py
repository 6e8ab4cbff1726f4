"""The portal: the graph that checks, pictures and pages read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
from journeybook.model.elsewhere import Elsewhere, elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import OtherPortals
from journeybook.model.text import Reference
from journeybook.portal.backlinks import Backlink
from journeybook.portal.building_blocks import block_findings
from journeybook.portal.consistency import Consistency, consistency_of
from journeybook.portal.directory import Directory, directory_of
from journeybook.portal.elsewhere import improvement_findings, link_findings, resolve_elsewhere, targets_of
from journeybook.portal.flow import edges_of, flow_of
from journeybook.portal.link_map import LinkMap, link_map_of
from journeybook.portal.mentions import key_of, mentions_in
from journeybook.portal.narratives import narrative_links
from journeybook.portal.ranking import RankedPain, ranked
from journeybook.portal.references import Link, resolve
from journeybook.portal.rollups import moods_of
from journeybook.portal.spots import Edge, Flow, HandOff, Mood, PainSpot, StepSpot
from journeybook.portal.step_spots import Targets, reached_through, spots_of
from journeybook.portal.structure import structure_findings
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


def assemble(content: Content) -> Portal:
    """The graph of `content`, and the findings of reading and assembling.

    Of several entities with one id the first counts; reading has reported the others.
    """
    directory = directory_of(content.entities)
    entities = [entity for entity in content.entities if directory.by_key[key_of(entity)] is entity]
    mentions = [one for entity in entities for one in mentions_in(entity)]
    links, dangling = resolve((one for one in mentions if not elsewhere(one.text)), directory, content.unread)
    ways_out, lost_ways = resolve_elsewhere(mentions, content.others)
    targets = _targets_of(links)
    steps = {
        journey.id: spots_of(journey, directory, targets) for journey in entities if isinstance(journey, Journey)
    }
    spot_by_key = {spot.key: spot for spots in steps.values() for spot in spots}
    flows = _flows_of(steps, spot_by_key, directory)
    link_map = link_map_of(content)
    narrative, lost = narrative_links(content, entities, directory, link_map)
    backlinks = _backlinks_of([*links, *narrative], steps, directory, targets)
    return Portal(
        content=content,
        directory=directory,
        link_map=link_map,
        diagnostics=in_file_order(
            [
                *content.diagnostics,
                *dangling,
                *lost_ways,
                *lost,
                *structure_findings(links, steps, directory),
                *improvement_findings(ways_out, directory, content.others),
                *link_findings(entities, content.others),
                *block_findings(content, directory),
            ]
        ),
        _steps=steps,
        _flows=flows,
        _backlinks=backlinks,
        _targets=targets,
        _by_kind=_by_kind(directory),
        _spot_by_key=spot_by_key,
        _hand_offs_of=_hand_offs_by_team(flows.values()),
        _elsewhere=targets_of(ways_out),
    )


def _targets_of(links: Iterable[Link]) -> dict[tuple[SpotKey, str], tuple[SpotKey, ...]]:
    found: defaultdict[tuple[SpotKey, str], list[SpotKey]] = defaultdict(list)
    for link in links:
        found[link.mention.source, link.mention.field].append(link.target)
    return {where: tuple(dict.fromkeys(keys)) for where, keys in found.items()}


def _by_kind(directory: Directory) -> dict[Kind, tuple[Entity, ...]]:
    found: defaultdict[Kind, list[Entity]] = defaultdict(list)
    for key, entity in directory.by_key.items():
        if not key.journey:
            found[entity.kind_of].append(entity)
    return {kind: tuple(entities) for kind, entities in found.items()}


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


def _backlinks_of(
    links: Iterable[Link], steps: Mapping[str, Sequence[StepSpot]], directory: Directory, targets: Targets
) -> dict[SpotKey, tuple[Backlink, ...]]:
    found: defaultdict[SpotKey, dict[Backlink, None]] = defaultdict(dict)
    for link in links:
        found[link.target][Backlink(link.mention.source, link.mention.field)] = None
    for spots in steps.values():
        for spot in spots:
            for target, backlink in reached_through(spot, targets):
                found[target][backlink] = None
    position = {key: number for number, key in enumerate(directory.by_key)}
    return {
        target: tuple(backlinks if len(backlinks) < 2 else sorted(backlinks, key=lambda one: position[one.source]))
        for target, backlinks in found.items()
    }


def _hand_offs_by_team(flows: Iterable[Flow]) -> dict[str, tuple[HandOff, ...]]:
    found: defaultdict[str, list[HandOff]] = defaultdict(list)
    for flow in flows:
        for hand_off in flow.hand_offs:
            found[hand_off.giver.id].append(hand_off)
            found[hand_off.taker.id].append(hand_off)
    return {team: tuple(hand_offs) for team, hand_offs in found.items()}
