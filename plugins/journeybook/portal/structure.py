"""What is wrong between entities although every reference names something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeybook.model import Journey, Kind
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.model.text import EVERYONE
from journeybook.portal.directory import Directory
from journeybook.portal.references import Link
from journeybook.portal.spots import StepSpot

_CHAINS = {"part_of": "JB210", "improves": "JB211", "perceived_by": "JB212"}
"""Fields that must never lead back to where they started."""
_LONGEST_WAY = 8
"""How many links of a circle a finding tells."""


def chain_findings(links: Iterable[Link], directory: Directory) -> Iterator[Diagnostic]:
    """Circles, and improvements of what is no current journey."""
    links = [link for link in links if link.mention.field in _CHAINS]
    yield from _circles(links)
    yield from _improvements(links, directory)


def spot_findings(spots: Iterable[StepSpot], directory: Directory) -> Iterator[Diagnostic]:
    """Scores of people who are not in the journey, channels a touchpoint does not have."""
    for spot in spots:
        yield from _foreign_scores(spot, directory)
        yield from _foreign_channel(spot)


def _circles(links: Sequence[Link]) -> Iterator[Diagnostic]:
    for field, code in _CHAINS.items():
        chain = {link.mention.source: link for link in links if link.mention.field == field}
        members = _circle_of(chain)
        for start, link in chain.items():
            if start in members:
                message = f"'{field}' leads back to where it started: {_way_back(start, chain)}"
                yield at(
                    link.mention.place,
                    link.mention.span,
                    code,
                    message,
                    key=str(start),
                    hint="remove one of them",
                )


def _circle_of(chain: Mapping[SpotKey, Link]) -> frozenset[SpotKey]:
    """The keys from which `chain` leads back to them; every key is walked once, however long the chain."""
    found: set[SpotKey] = set()
    walked: set[SpotKey] = set()
    for start in chain:
        way: dict[SpotKey, int] = {}
        key = start
        while key in chain and key not in walked:
            walked.add(key)
            way[key] = len(way)
            key = _whole(chain[key].target)
        if key in way:
            found.update(list(way)[way[key] :])
    return frozenset(found)


def _way_back(start: SpotKey, chain: Mapping[SpotKey, Link]) -> str:
    """The way from `start`, which is in a circle, back to it; the middle of a long one is left out."""
    way = [f"'{start}'"]
    key = start
    while len(way) <= _LONGEST_WAY:
        target = chain[key].target
        way.append(f"'{target}'")
        key = _whole(target)
        if key == start:
            return " → ".join(way)
    return " → ".join((*way, "…", f"'{start}'"))


def _whole(key: SpotKey) -> SpotKey:
    """The journey of a stage; any other key itself."""
    return SpotKey(Kind.JOURNEY, key.journey) if key.journey else key


def _improvements(links: Sequence[Link], directory: Directory) -> Iterator[Diagnostic]:
    for link in links:
        mention = link.mention
        if mention.field != "improves":
            continue
        source, target = directory.by_key[mention.source], directory.by_key[link.target]
        if isinstance(source, Journey) and source.state != "future":
            message = "only a future journey improves another"
            yield at(
                mention.place,
                mention.span,
                "JB213",
                message,
                hint="add `state: future`",
                key=str(mention.source),
            )
        elif isinstance(target, Journey) and target.state == "future":
            message = f"'{target.id}' is a future journey itself"
            hint = "name the current journey that both improve"
            yield at(mention.place, mention.span, "JB213", message, hint=hint, key=str(mention.source))


def _foreign_scores(spot: StepSpot, directory: Directory) -> Iterator[Diagnostic]:
    place = spot.step.place
    for written in spot.step.score:
        key = directory.find(SpotKey(Kind.PERSONA, written))
        if written != EVERYONE and key and key.id not in spot.scores:
            message = f"'{written}' is not among the personas of this journey"
            hint = f"add it to `personas:` of '{spot.journey.id}', or remove the score"
            yield at(place, place.of("score", written), "JB214", message, hint=hint, key=str(spot.key))


def _foreign_channel(spot: StepSpot) -> Iterator[Diagnostic]:
    if spot.step.channel is None or not spot.touchpoints or not spot.channels:
        return
    known = {name for touchpoint in spot.touchpoints for name in touchpoint.channels}
    used = spot.channels[0]
    if known and spot.step.channel not in known and known.isdisjoint({used.id, *used.aliases}):
        names = " and ".join(f"'{one.id}'" for one in spot.touchpoints)
        message = f"{names} does not run through '{spot.step.channel}'"
        hint = "add the channel to the touchpoint, or choose one of " + ", ".join(
            f"'{one}'" for one in sorted(known)
        )
        place = spot.step.place
        yield at(place, place.of("channel"), "JB215", message, hint=hint, key=str(spot.key))
