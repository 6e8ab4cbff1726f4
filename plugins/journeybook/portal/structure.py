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


def structure_findings(
    links: Iterable[Link], steps: Mapping[str, Sequence[StepSpot]], directory: Directory
) -> Iterator[Diagnostic]:
    """Circles, scores of people who are not in the journey, channels a touchpoint does not have."""
    links = list(links)
    yield from _circles(links)
    yield from _improvements(links, directory)
    for spots in steps.values():
        for spot in spots:
            yield from _foreign_scores(spot, directory)
            yield from _foreign_channel(spot)


def _circles(links: Sequence[Link]) -> Iterator[Diagnostic]:
    for field, code in _CHAINS.items():
        chain = {link.mention.source: link for link in links if link.mention.field == field}
        for start, link in chain.items():
            path = _path_back(start, chain)
            if path:
                way = " → ".join(f"'{key}'" for key in (start, *path))
                message = f"'{field}' leads back to where it started: {way}"
                yield at(
                    link.mention.place,
                    link.mention.span,
                    code,
                    message,
                    key=str(start),
                    hint="remove one of them",
                )


def _path_back(start: SpotKey, chain: Mapping[SpotKey, Link]) -> list[SpotKey]:
    """The keys from `start` back to it along `chain`, or nothing if it does not come back."""
    path: list[SpotKey] = []
    key = start
    while (link := chain.get(key)) and link.target not in path:
        target = link.target
        key = SpotKey(Kind.JOURNEY, target.journey) if target.journey else target
        path.append(target)
        if key == start:
            return path
    return []


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
