"""What each entity adds to a portal, which stays while neither it nor what it looks at changes.

Entities are frozen, and one whose file has not changed is the same object when the files are read again. So what
was found of it is known by the object, and holds for as long as that on which it rests is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from journeybook.model import Entity, Journey, Kind
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import NO_OTHERS, OtherPortals
from journeybook.portal.backlinks import Backlink
from journeybook.portal.directory import Directory, Listed, listed
from journeybook.portal.elsewhere import WayOut, link_findings, resolve_elsewhere
from journeybook.portal.link_map import LinkMap
from journeybook.portal.mentions import key_of, mentions_in
from journeybook.portal.narratives import narrative_links, narratives_of
from journeybook.portal.references import Link, resolve
from journeybook.portal.spots import StepSpot
from journeybook.portal.step_spots import Targets, reached_through, spots_of
from journeybook.portal.structure import spot_findings
from journeybook.reading.content import Content

_Same = Mapping[SpotKey, SpotKey]
"""By each key the one that the directory holds, so that many equal ones need not be held."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity and all it holds name. It rests on the entity and on the `Names` of the portal."""

    links: tuple[Link, ...]
    """In its fields, in the order of the model's."""
    narrative: tuple[Link, ...]
    """In its texts."""
    ways_out: tuple[WayOut, ...]
    """Of other portals."""
    targets: Targets
    """What each of its fields names."""
    dangling: tuple[Diagnostic, ...]
    """What is wrong with its fields."""
    lost_ways: tuple[Diagnostic, ...]
    """What is wrong with what it names of other portals."""
    lost: tuple[Diagnostic, ...]
    """What is wrong with the links of its texts."""
    lost_links: tuple[Diagnostic, ...]
    """What is wrong with its `links:` to other portals."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entity's steps, and the backlinks it gives. It rests on what `Named` does, and on what the steps show."""

    spots: tuple[StepSpot, ...]
    """The steps of a journey in written order; of any other entity none."""
    findings: tuple[Diagnostic, ...]
    """What is wrong with them."""
    shows: frozenset[SpotKey]
    """The touchpoints, channels and teams they hold."""
    backlinks: Mapping[SpotKey, tuple[Backlink, ...]]
    """Those to each of its targets, by what names it in written order."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in a portal are looked up in."""

    directory: Directory
    link_map: LinkMap
    unread: Set[tuple[Kind, str]] = frozenset()
    withheld: tuple[str, ...] = ()
    others: OtherPortals = NO_OTHERS

    def mean_the_same(self, other: Names) -> bool:
        """Whether every name leads to the same key or file as in `other`, or to none with the same finding."""
        return (
            list(self.directory.by_key) == list(other.directory.by_key)
            and self.directory.former == other.directory.former
            and self.link_map.folder == other.link_map.folder
            and list(self.link_map.pages) == list(other.link_map.pages)
            and self.link_map.assets == other.link_map.assets
            and (self.unread, self.withheld) == (other.unread, other.withheld)
            and self.others == other.others
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """What all entities of a portal add to it, by the identity of the entity, which `listed` keeps alive."""

    names: Names
    listed: Mapping[int, Listed] = field(default_factory=dict[int, Listed])
    named: Mapping[int, Named] = field(default_factory=dict[int, Named])
    placed: Mapping[int, Placed] = field(default_factory=dict[int, Placed])
    by_key: Mapping[SpotKey, Entity] = field(default_factory=dict[SpotKey, Entity])
    """The entities they are of."""


def listings_of(entities: Iterable[Entity], before: Parts | None) -> list[Listed]:
    """How each of `entities` stands in the directory; of two with one key the first."""
    found: dict[SpotKey, Listed] = {}
    for entity in entities:
        one = (before and before.listed.get(id(entity))) or listed(entity)
        found.setdefault(one.key, one)
    return list(found.values())


def parts_of(listings: Sequence[Listed], names: Names, content: Content, before: Parts | None) -> Parts:
    """What the entities of `listings` add to the portal, as far as it is known from `before`."""
    before = before if before and names.mean_the_same(before.names) else None
    named: dict[int, Named] = {}
    same = {key: key for one in listings for key in one.by_key}
    for one in listings:
        known = before.named.get(id(one.entity)) if before else None
        named[id(one.entity)] = known or _named(one, names, content, same)
    by_key = {one.key: one.entity for one in listings}
    targets = {where: keys for part in named.values() for where, keys in part.targets.items()}
    changed = {key for key, entity in by_key.items() if before and before.by_key.get(key) is not entity}
    placed: dict[int, Placed] = {}
    for one in listings:
        part = before.placed.get(id(one.entity)) if before else None
        if part is None or not changed.isdisjoint(part.shows):
            part = _placed(one, named[id(one.entity)], names.directory, targets, same)
        placed[id(one.entity)] = part
    return Parts(names, {id(one.entity): one for one in listings}, named, placed, by_key)


def _named(one: Listed, names: Names, content: Content, same: _Same) -> Named:
    mentions = mentions_in(one.entity)
    own = [mention for mention in mentions if not elsewhere(mention.text)]
    links, dangling = resolve(own, names.directory, names.unread)
    ways_out, lost_ways = resolve_elsewhere(mentions, names.others) if len(own) < len(mentions) else ([], [])
    narrative, lost = narrative_links(narratives_of(one.within), content, names.directory, names.link_map)
    lost_links = link_findings(one.within, names.others)
    return Named(
        tuple(links),
        tuple(narrative),
        tuple(ways_out),
        _targets_of(links, same),
        tuple(dangling),
        tuple(lost_ways),
        tuple(lost),
        tuple(lost_links),
    )


def _targets_of(links: Iterable[Link], same: _Same) -> Targets:
    found: defaultdict[tuple[SpotKey, str], dict[SpotKey, None]] = defaultdict(dict)
    for link in links:
        source = link.mention.source
        found[same.get(source, source), link.mention.field][same.get(link.target, link.target)] = None
    return {where: tuple(keys) for where, keys in found.items()}


def _placed(one: Listed, named: Named, directory: Directory, targets: Targets, same: _Same) -> Placed:
    spots = spots_of(one.entity, directory, targets) if isinstance(one.entity, Journey) else ()
    return Placed(
        spots,
        tuple(spot_findings(spots, directory)),
        frozenset(key_of(shown) for spot in spots for shown in _shown_by(spot)),
        _backlinks_of(one, named, spots, targets, same),
    )


def _shown_by(spot: StepSpot) -> Iterable[Entity]:
    return (*spot.touchpoints, *spot.channels, *([spot.team] if spot.team else []))


def _backlinks_of(
    one: Listed, named: Named, spots: Iterable[StepSpot], targets: Targets, same: _Same
) -> dict[SpotKey, tuple[Backlink, ...]]:
    found: defaultdict[SpotKey, dict[Backlink, None]] = defaultdict(dict)
    for link in (*named.links, *named.narrative):
        source = link.mention.source
        found[same.get(link.target, link.target)][Backlink(same.get(source, source), link.mention.field)] = None
    for spot in spots:
        for target, backlink in reached_through(spot, targets):
            found[target][backlink] = None
    position = {key: number for number, key in enumerate(one.by_key)}
    return {
        target: tuple(sorted(backlinks, key=lambda backlink: position[backlink.source]))
        for target, backlinks in found.items()
    }
