"""What each entity adds to a portal, which stays while neither it nor what it looks at changes.

Entities are frozen, and one whose file has not changed is the same object when the files are read again. So what
was found of it is known by the object, and holds for as long as that on which it rests is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
    journeys: frozenset[str]
    """The journeys of the stages, steps and pains that are named."""

    def holds(self, changed: Set[str]) -> bool:
        """Whether it is the same where names within the journeys `changed` mean something else.

        What is wrong may be mended by that, or get another hint; what names nothing there, goes on as it is.
        """
        return not changed or not (self.dangling or self.lost or self.journeys & changed)


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

    def changed_since(self, other: Names) -> Set[str] | None:
        """The journeys within which names do not mean what they mean in `other`; None if others do not either.

        A name means the same if it leads to the same key or file, or to none with the same finding.
        """
        same = (
            self.link_map.folder == other.link_map.folder
            and list(self.link_map.pages) == list(other.link_map.pages)
            and self.link_map.assets == other.link_map.assets
            and (self.unread, self.withheld) == (other.unread, other.withheld)
            and self.others == other.others
        )
        return _journeys_of(_changed_keys(self.directory, other.directory)) if same else None


def _changed_keys(now: Directory, before: Directory) -> Iterator[SpotKey]:
    """What is not called as it was, and its names."""
    if list(now.by_key) != list(before.by_key):
        yield from now.by_key.keys() ^ before.by_key.keys()
        own = [[key for key in one.by_key if not key.journey] for one in (now, before)]
        if own[0] != own[1]:
            yield from own[0]
    if now.former != before.former:
        for old, key in now.former.items() ^ before.former.items():
            yield from (old, key)


def _journeys_of(keys: Iterable[SpotKey]) -> Set[str] | None:
    """The journeys that `keys` are within; None if one of them is within none."""
    found = {key.journey for key in keys}
    return None if "" in found else found


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
    others = names.changed_since(before.names) if before else None
    before = before if others is not None else None
    named: dict[int, Named] = {}
    same = {key: key for one in listings for key in one.by_key}
    for one in listings:
        known = before.named.get(id(one.entity)) if before else None
        holds = known is not None and known.holds(others or frozenset())
        named[id(one.entity)] = known if known and holds else _named(one, names, content, same)
    by_key = {one.key: one.entity for one in listings}
    targets = {where: keys for part in named.values() for where, keys in part.targets.items()}
    changed = {key for key, entity in by_key.items() if before and before.by_key.get(key) is not entity}
    placed: dict[int, Placed] = {}
    for one in listings:
        part = before.placed.get(id(one.entity)) if before else None
        own = named[id(one.entity)]
        if (
            before is None
            or part is None
            or before.named[id(one.entity)] is not own
            or not changed.isdisjoint(part.shows)
        ):
            part = _placed(one, own, names.directory, targets, same)
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
        frozenset(link.target.journey for link in (*links, *narrative)) - {""},
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
